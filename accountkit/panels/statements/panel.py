"""Statements in: what a panel answers when a file arrives, is looked at, corrected and stored, or figures are typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from accountkit.errors import InvalidEdit
from accountkit.i18n import _
from accountkit.panels.events import Event
from accountkit.panels.panel import Panel
from accountkit.panels.statements import preview as statements_preview
from accountkit.panels.statements import sector as statements_sector
from accountkit.panels.statements import table as statements_table
from accountkit.panels.statements.arrival import Arriving, Pasted, Piece, Posted, next_piece, spooled
from accountkit.panels.statements.preview import Adopt, Correct, Incoming, corrected, examined
from accountkit.panels.statements.sector import (
    Assume,
    ChoosePeers,
    Narrow,
    Sector,
    assumed,
    opened,
)
from accountkit.panels.statements.table import AddYear, Enter, entered, year_added
from accountkit.sources import import_edits
from accountkit.sources.sec.sector_peers import peers_added
from accountkit.store.mappings import remember_mapping, remembered_mapping

STATEMENT_EVENTS: dict[str, type[Event]] = {
    "posted": Posted,
    "piece": Piece,
    "pasted": Pasted,
    "correct": Correct,
    "adopt": Adopt,
    "put_away": Event,
    "enter": Enter,
    "add_year": AddYear,
    "narrow": Narrow,
    "choose_peers": ChoosePeers,
    "assume": Assume,
}
STATEMENT_PASSING = frozenset({"posted", "piece", "pasted", "correct", "put_away", "narrow"})
"""Those of them that look at a file; nothing of it is stored by them."""
REMOVABLE = (r"statements/[^/]+", r"peers/[^/]+", r"peers/[^/]+/statements/[^/]+")


class StatementsIn(Panel):
    """A panel that takes statements in. Nothing of a file is stored before `on_adopt`, which is one step to undo."""

    incoming: Incoming | None = None
    arriving: Arriving | None = None
    sector: Sector | None = None

    def statements_view(self, whose: str, opened: bool) -> dict[str, Any]:
        """What the import area shows: a file on its way, a file looked at, the table of what is stored."""
        account = self.session.account
        arriving = self.arriving
        return {
            "sector": statements_sector.view(self.sector, account) if self.sector else None,
            "incoming": statements_preview.view(self.incoming, account) if self.incoming else None,
            "arriving": {
                "name": arriving.name,
                "size": arriving.size,
                "received": arriving.received,
                "place": len(arriving.pieces),
            }
            if arriving
            else None,
            "statements": statements_table.view(account, whose) if opened else None,
        }

    def on_posted(self, event: Posted) -> None:
        path = spooled(event.upload)
        try:
            self._take(path.read_bytes(), event.name, event.sector)
        finally:
            path.unlink(missing_ok=True)

    def on_piece(self, event: Piece) -> None:
        try:
            self.arriving = next_piece(self.arriving, event)
        except Exception:
            self.arriving = None
            raise
        finally:
            if self.arriving is None or not self.arriving.is_whole:
                self.refresh()
        if self.arriving.is_whole:
            whole, self.arriving = self.arriving, None
            self._take(b"".join(whole.pieces), whole.name, event.sector)

    def on_pasted(self, event: Pasted) -> None:
        self._look_at(Incoming(event.text, _("clipboard")))

    def on_correct(self, event: Correct) -> None:
        self.incoming = examined(corrected(self._present(), event), self.session.account)
        self.refresh()

    def on_adopt(self, event: Adopt) -> str:
        incoming = self._present()
        if incoming.imported is None:
            raise InvalidEdit(incoming.trouble or _("No figures to save yet. Assign at least one line."))
        peer = event.peer.strip() if event.target == "peer" else None
        if event.target == "peer" and not peer:
            raise InvalidEdit(_("Enter the name of the peer."))
        edits = import_edits(self.session.account, incoming.imported, peer)
        if not edits:
            return _("All figures in this file are already saved.")
        self.incoming = None
        try:
            self.session.edit(edits)
        except Exception:
            self.incoming = incoming
            raise
        remember_mapping(self.session.store, incoming.shape, incoming.corrections)
        if not incoming.imported.statements:
            return _("Interim statements saved from {name}: {n}. Undo reverts this in one step.").format(
                n=len(incoming.imported.interim), name=incoming.name
            )
        return _("Years saved from {name}: {n}. Undo reverts this in one step.").format(
            n=len(incoming.imported.statements), name=incoming.name
        )

    def on_put_away(self, _event: Event) -> None:
        self.incoming = self.arriving = self.sector = None
        self.refresh()

    def on_narrow(self, event: Narrow) -> None:
        self.sector = replace(self._sector(), industry=event.industry, search=event.search.strip())
        self.refresh()

    def on_choose_peers(self, event: ChoosePeers) -> str:
        sector = self._sector()
        edits = peers_added(sector.table, sector.name, self.session.account, event.companies)
        if not edits:
            return _("These companies are already peers.")
        self.session.edit(edits)
        return _("Peers added: {n}. Undo reverts this in one step.").format(n=len(edits))

    def on_assume(self, event: Assume) -> str:
        self.session.edit(assumed(self.session.account, self._sector(), event))
        return _("Each figure is marked as assumed until you replace it.")

    def on_enter(self, event: Enter) -> None:
        edits = entered(self.session.account, event, self.session.by)
        if edits:
            self.session.edit(edits)

    def on_add_year(self, event: AddYear) -> None:
        self.session.edit(year_added(self.session.account, event, self.session.by))

    def _take(self, data: bytes, name: str, as_sector: bool) -> None:
        if not as_sector:
            self._look_at(Incoming(data, name))
            return
        self.sector = opened(data, name)
        self.refresh()

    def _sector(self) -> Sector:
        if self.sector is None:
            raise InvalidEdit(_("The file has expired. Choose it again."))
        return self.sector

    def _look_at(self, incoming: Incoming) -> None:
        remembered = partial(remembered_mapping, self.session.store)
        self.incoming = examined(incoming, self.session.account, remembered)
        self.refresh()

    def _present(self) -> Incoming:
        if self.incoming is None:
            raise InvalidEdit(_("The file has expired. Choose it again."))
        return self.incoming
