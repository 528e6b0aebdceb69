"""Ends what somebody has open who may no longer: a role was taken, a person revoked, a sign-in ended, here or by another server.

What such a page wants to store is refused in any case (`store.personal`); this closes what it still shows.
"""

from __future__ import annotations

import logging

from tornado.ioloop import PeriodicCallback

from accountkit.errors import AccountkitError
from accountkit.server.sessions import Sessions
from accountkit.server.threads import asked
from accountkit.store import PRACTICE, Store
from accountkit.store.personal import PersonalStore

log = logging.getLogger("accountkit")
EVERY_MILLISECONDS = 5_000


class RightsWatch:
    """Looks every few seconds at the people who have something open."""

    def __init__(self, store: Store, sessions: Sessions, *, by_cookie: bool) -> None:
        """`by_cookie`: people are known by a sign-in of ours, which ends; else a proxy names them with each request."""
        self._store, self._sessions, self._by_cookie = store, sessions, by_cookie
        self._timer = PeriodicCallback(self.look, EVERY_MILLISECONDS)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    async def look(self) -> None:
        """End the sessions of who may not edit what they show."""
        shown = {kernel_id: (live.owner, live.about) for kernel_id, live in self._sessions.live.items()}
        if not shown:
            return
        try:
            left = await asked(lambda: self._left(set(shown.values())))
        except AccountkitError as error:  # the database is silent; it stores nothing either
            log.info("cannot look who may still edit: %s", error)
            return
        for kernel_id, one in shown.items():
            if one in left:
                await self._sessions.end(kernel_id)

    def _left(self, shown: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """Of people, each with what they have open, those who may no longer."""
        here = {person_id for person_id, _slug in shown}
        if self._by_cookie:
            here &= {one.person_id for one in self._store.sign_ins.all()}
        return {one for one in shown if one[0] not in here or not self._may_edit(*one)}

    def _may_edit(self, person_id: str, slug: str) -> bool:
        try:
            theirs = PersonalStore(self._store, person_id)
            if slug == PRACTICE:
                theirs.practices.demand_edit()
                return True
            return theirs.may(slug, "edit")
        except AccountkitError as error:
            if error.code in ("forbidden", "account_not_found"):
                return False
            raise
