"""What a reader's page shows of an account, for the view and the edition of its link.

The account is cut to its edition before anything is made of it: the customer's edition, or the internal one without
what is private.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from accountkit import methods
from accountkit.brief.edition import customers
from accountkit.brief.sections.results import told
from accountkit.errors import AccountkitError
from accountkit.i18n import _, language
from accountkit.methods import Method
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.chain import customer_sentences
from accountkit.methods.chain.completeness import claims as all_claims
from accountkit.methods.wording import joined
from accountkit.model import Account, in_language, shareable
from accountkit.server import views
from accountkit.server.first_paint import Paint, paint
from accountkit.server.views import BRIEF
from accountkit.store import ReaderLink


@dataclass(frozen=True)
class Claim:
    """A sentence that a reader may comment: the path of what it is about, its text, its status in words."""

    path: str
    text: str
    status: str


@dataclass(frozen=True)
class Part:
    """One analysis on a reader's page. `told`: its claims are its sentences, which stand nowhere else on the page."""

    paint: Paint
    claims: tuple[Claim, ...]
    told: bool = False


def cut(account: Account, edition: str) -> Account:
    """As much of an account as a reader of this edition sees, in the current language."""
    shown = in_language(account, language())
    return customers(shown) if edition == "customer" else shareable(shown)


def parts(account: Account, link: ReaderLink) -> tuple[Part, ...]:
    """The page of a link: the analysis or the screen that it names, or all that its edition shows."""
    shown = cut(account, link.edition)
    analyses = methods.Analyses(shown)
    keys = views.analyses(link.view, link.edition)
    if link.edition == "customer":
        # the basis of a picture is its score, and scores are internal
        core = [
            Part(replace(_read(analyses, key, link.edition), basis=""), _claims(analyses, key, link.edition))
            for key in keys
            if customer_sentences.shows(analyses, key)
        ]
    else:
        core = [
            Part(_read(analyses, key, link.edition), _claims(analyses, key, link.edition)) for key in keys
        ]
    is_card = link.view != BRIEF and link.edition == "internal"
    for method in views.others(link.view):
        core += _cards(analyses, method) if is_card else _results(analyses, method, link.edition)
    return tuple(core)


def _read(analyses: methods.Analyses, key: str, edition: str) -> Paint:
    """What a core analysis, or the overview, says to a reader. Where the screen asks its owner to enter something, a reader
    is told once that nothing is known yet.
    """
    shown = paint(analyses, key)
    if key not in methods.REGISTRY:
        empty = all(tile.empty for tile in shown.tiles)
        first = _("Not assessed yet.") if empty else _("Return on equity is not assessed yet.")
        return replace(
            shown,
            sentence=shown.sentence if analyses.account.statements else first,
            tiles=tuple(replace(tile, note="") if tile.empty else tile for tile in shown.tiles),
            drawings=tuple(one for one in shown.drawings if one.threads),
        )
    try:
        verdict = analyses.assess(key)
        says = customer_sentences.sentences(analyses, key) if edition == "customer" else verdict.brief
    except AccountkitError:
        return shown  # it says why there is nothing
    if any(True for _sentence in says):
        return shown
    return replace(
        shown,
        sentence=_("Not assessed yet."),
        basis=shown.basis if verdict.rated else "",
        drawings=shown.drawings if verdict.rated else (),
    )


def _results(analyses: methods.Analyses, method: Method, edition: str) -> Iterator[Part]:
    """What a method beside the core analyses says to this reader; nothing of one that says nothing."""
    lines = told(analyses, method, edition)
    if lines and edition == "internal":
        # shown as claims, each with what it rests on and a way to comment it
        yield Part(Paint(method.key, _(method.name), "", "", (), ()), _said(method, lines), told=True)
    elif lines:
        yield Part(Paint(method.key, _(method.name), joined(line.text for line in lines), "", (), ()), ())


def _said(method: Method, lines: Iterable[BriefSentence]) -> tuple[Claim, ...]:
    """The sentences of a method as claims; one about all its records together is about the method. What is said of the
    same is one claim.
    """
    together: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        path = line.path if "/" in line.path else f"{method.collection}/{method.key}"
        together.setdefault((path, line.status), []).append(line.text)
    words = _words("internal")
    return tuple(Claim(path, joined(texts), words[status]) for (path, status), texts in together.items())


def _cards(analyses: methods.Analyses, method: Method) -> Iterator[Part]:
    """The card of a method for each record that it has begun with, or of the account: sentence, verdict and figure. What it
    says of all records together comes first.
    """
    if method.says_of_all and method.subject != "account":
        yield from _results(analyses, method, "internal")
    for reading in filter(lambda one: one.begun, analyses.readings(method.key)):
        card = paint(analyses, method.key, reading.subject_id or "")
        about = {"label": card.title, "text": reading.called}
        # a prompt to its owner, which a card has where it can say nothing yet, is nothing for a reader
        lines = tuple(method.brief((reading,), each=True))
        said = joined(line.text for line in lines)
        drawings = (replace(one, key=f"{one.key}/{reading.subject_id or ''}") for one in card.drawings)
        shown = replace(
            card,
            title=_("{label}: {text}").format(**about) if reading.subject_id else card.title,
            sentence=said or card.basis,
            basis=card.basis if said else "",
            drawings=tuple(drawings),
        )
        yield Part(shown, _said(method, lines))


def _words(edition: str) -> dict[str, str]:
    """What an edition calls each status."""
    assumed = _("to confirm with you") if edition == "customer" else _("assumed")
    return {"confirmed": _("confirmed"), "assumed": assumed, "refuted": _("refuted")}


def _claims(analyses: methods.Analyses, key: str, edition: str) -> tuple[Claim, ...]:
    if key not in methods.REGISTRY:
        return ()
    customer = edition == "customer"
    words = _words(edition)
    try:
        sentences = customer_sentences.sentences(analyses, key) if customer else analyses.assess(key).brief
    except AccountkitError:
        return ()  # the paint says why there is nothing
    known = {path for path, _standing, _stale in all_claims(analyses.account)}
    return tuple(Claim(s.path, s.text, words[s.status]) for s in sentences if s.path in known)


def targets(shown: tuple[Part, ...]) -> set[str]:
    """The paths of all claims that a page shows."""
    return {claim.path for part in shown for claim in part.claims}
