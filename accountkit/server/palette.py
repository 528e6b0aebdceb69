"""The palette: every method, record and command by its name in either language (Ctrl-K)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from accountkit.i18n import N_, _, language, other_language, translated
from accountkit.methods import REGISTRY, Analyses, Method
from accountkit.methods.method import SHAPES, WORKSPACES
from accountkit.methods.states import STATES, states
from accountkit.model import Account, in_language
from accountkit.panels.names import kind_and_title
from accountkit.panels.places import tab_of
from accountkit.server.page import Page
from accountkit.server.threads import asked

RECORDS = (
    "findings",
    "problems",
    "needs",
    "levers",
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
    """GET ``?account=``: names alone, at once. With ``states=1``: how far each method has come, which is worked out."""

    async def get(self) -> None:
        slug = self.get_query_argument("account", "")
        wants_states = bool(self.get_query_argument("states", ""))

        def work() -> dict[str, Any]:
            account = self.store.loaded(slug).account
            return progress(account) if wants_states else names(account, self.base_url)

        found = await asked(work)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(found, ensure_ascii=False))


def progress(account: Account) -> dict[str, Any]:
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
            for state in states(Analyses(in_language(account, language())))
        }
    }


def names(account: Account, base_url: str) -> dict[str, Any]:
    """All that can be found by its name: methods, records and commands, in the current language and in the other one."""
    return {
        "workspaces": {key: _(name) for key, name in WORKSPACES.items()},
        "codes": {code: _(name) for code, name in STATES.items()},
        "methods": [_method(account.slug, method, base_url) for method in REGISTRY.values()],
        "records": list(_records(in_language(account, language()), base_url)),
        "commands": list(_commands(account.slug, base_url)),
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
        "href": f"{base_url}analysis/{method.key}?{urlencode({'account': slug})}",
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


def _commands(slug: str, base_url: str) -> Iterator[dict[str, str]]:
    for ending, name in BRIEFS:
        yield {**_named(name), "href": f"{base_url}brief/{quote(slug)}.{ending}", "download": "1"}
    yield {**_named(N_("Create a link for readers")), "press": "#share"}
    yield {**_named(N_("All accounts")), "href": base_url}
    yield {**_named(N_("This week")), "href": f"{base_url}week"}
    yield {**_named(N_("Review this account")), "href": f"{base_url}review?{urlencode({'account': slug})}"}


def _named(name: str) -> dict[str, str]:
    """A name in the reader's language and in the other one."""
    return {"name": _(name), "other": translated(name, other_language())}
