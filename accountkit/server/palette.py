"""The palette: every method, record and command by its name in either language (Ctrl-K)."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any
from urllib.parse import quote, urlencode

from accountkit.i18n import N_, _, language, other_language, translated
from accountkit.methods import REGISTRY, Analyses, Method
from accountkit.methods.method import SHAPES, WORKSPACES
from accountkit.methods.states import STATES, states
from accountkit.methods.subjects import OURS
from accountkit.methods.workspaces import ELSEWHERE
from accountkit.model import Account, in_language
from accountkit.panels.names import kind_and_title
from accountkit.panels.places import tab_of
from accountkit.server.admission import EDITORS_ONLY, pages_for
from accountkit.server.page import Page
from accountkit.server.threads import asked
from accountkit.server.workbook_page import address
from accountkit.store.readings import of_account, of_practice

RECORDS = (
    "findings",
    "problems",
    "needs",
    "levers",
    "alternatives",
    "stakeholders",
    "motives",
    "commitments",
    "opportunities",
    "visits",
    "contacts",
    "doubts",
    "pairs",
    "plan",
)
BRIEFS = (
    ("docx", N_("Download the brief: Word")),
    ("pptx", N_("Download the brief: PowerPoint")),
    ("pdf", N_("Download the brief: PDF")),
)


class Palette(Page):
    """GET ``?account=``: names alone, at once. With ``states=1``: how far each method has come, which is worked out. Without
    an account, what there is of our own side."""

    FOR_WORKERS = EDITORS_ONLY

    async def get(self) -> None:
        slug = self.get_query_argument("account", "")
        wants_states = bool(self.get_query_argument("states", ""))

        def work() -> dict[str, Any]:
            account = self.store.loaded(slug).account if slug else None
            if not wants_states:
                return names(account, self.base_url, dict(pages_for(self.store, self.works)))
            ours = progress(of_practice(self.store, language()))
            if account is None:
                return ours
            found = progress(of_account(self.store, slug, language()))
            return {"states": found["states"] | ours["states"]}

        found = await asked(work)
        self.answer(found)


def progress(read: Account | Analyses) -> dict[str, Any]:
    """How far each method has come, and what it says, in the current language."""
    return {
        "states": {
            state.key: {
                "code": state.code,
                "state": state.verdict or _(STATES[state.code]),
                "sentence": state.sentence,
                "rated": state.rated,
                "total": state.total,
            }
            for state in states(
                read if isinstance(read, Analyses) else Analyses(in_language(read, language()))
            )
        }
    }


def names(account: Account | None, base_url: str, pages: Container[str]) -> dict[str, Any]:
    """All that can be found by its name, in the current language and in the other one: methods, records and commands; without
    an account the methods of our own side. Of the pages beside the accounts' it leads to `pages` alone."""
    return {
        "workspaces": {key: _(name) for key, name in WORKSPACES.items()},
        "codes": {code: _(name) for code, name in STATES.items()},
        "methods": [
            _method(account.slug if account else "", method, base_url)
            for method in REGISTRY.values()
            if (method.workspace in pages if method.subject in OURS else account)
        ],
        "records": list(_records(in_language(account, language()), base_url)) if account else [],
        "commands": list(_commands(account.slug if account else "", base_url, pages)),
    }


def _method(slug: str, method: Method, base_url: str) -> dict[str, Any]:
    return {
        "key": method.key,
        **_named(method.name),
        "question": _(method.question),
        "shape": _(SHAPES[method.shape]),
        "workspace": method.workspace,
        "private": method.private,
        "source": method.source,
        "href": address(base_url, method.key)
        if method.subject in OURS
        else f"{base_url}analysis/{method.key}?{urlencode({'account': slug})}",
    }


def _records(shown: Account, base_url: str) -> Iterator[dict[str, str]]:
    for collection in RECORDS:
        for key in getattr(shown, collection):
            path = f"{collection}/{key}"
            kind, title = kind_and_title(shown, path)
            if title:
                address = (
                    f"{base_url}workbook?{urlencode({'account': shown.slug})}#{tab_of(shown, path)}:{path}"
                )
                yield {"name": title, "kind": kind, "href": address}


def _commands(slug: str, base_url: str, pages: Container[str]) -> Iterator[dict[str, str]]:
    for ending, name in BRIEFS if slug else ():
        yield {**_named(name), "href": f"{base_url}brief/{quote(slug)}.{ending}", "download": "1"}
    if slug:
        yield {**_named(N_("Create a link for readers")), "press": "#share"}
    for page in sorted(one for one in ELSEWHERE if one in pages):
        yield {**_named(WORKSPACES[page]), "href": f"{base_url}{page}"}
    yield {**_named(N_("All accounts")), "href": base_url}
    yield {**_named(N_("This week")), "href": f"{base_url}week"}
    yield {**_named(N_("Review this account")), "href": f"{base_url}review?{urlencode({'account': slug})}"}


def _named(name: str) -> dict[str, str]:
    """A name in the reader's language and in the other one."""
    return {"name": _(name), "other": translated(name, other_language())}
