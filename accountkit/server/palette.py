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
        work = self._states if self.get_query_argument("states", "") else self._names
        found = await asked(lambda: work(slug))
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(found, ensure_ascii=False))

    def _states(self, slug: str) -> dict[str, Any]:
        shown = in_language(self.store.loaded(slug).account, language())
        return {
            "states": {
                state.key: {
                    "code": state.code,
                    "state": state.verdict or _(STATES[state.code]),
                    "sentence": state.sentence,
                    "rated": state.rated,
                    "total": state.total,
                }
                for state in states(Analyses(shown))
            }
        }

    def _names(self, slug: str) -> dict[str, Any]:
        account = self.store.loaded(slug).account
        return {
            "workspaces": {key: _(name) for key, name in WORKSPACES.items()},
            "codes": {code: _(name) for code, name in STATES.items()},
            "methods": [self._method(slug, method) for method in REGISTRY.values()],
            "records": list(self._records(in_language(account, language()))),
            "commands": list(self._commands(slug)),
        }

    def _method(self, slug: str, method: Method) -> dict[str, Any]:
        return {
            "key": method.key,
            **_named(method.name),
            "question": _(method.question),
            "shape": _(SHAPES[method.shape]),
            "workspace": method.workspace,
            "private": method.private,
            "source": method.source,
            "href": f"{self.base_url}analysis/{method.key}?{urlencode({'account': slug})}",
        }

    def _records(self, shown: Account) -> Iterator[dict[str, str]]:
        for collection in RECORDS:
            for key in getattr(shown, collection):
                path = f"{collection}/{key}"
                kind, title = kind_and_title(shown, path)
                if title:
                    yield {
                        "name": title,
                        "kind": kind,
                        "href": self._at(shown.slug, tab_of(shown, path), path),
                    }

    def _commands(self, slug: str) -> Iterator[dict[str, str]]:
        for ending, name in BRIEFS:
            address = f"{self.base_url}brief/{quote(slug)}.{ending}"
            yield {**_named(name), "href": address, "download": "1"}
        yield {**_named(N_("Create a link for readers")), "press": "#share"}
        yield {**_named(N_("All accounts")), "href": self.base_url}

    def _at(self, slug: str, tab: str, path: str) -> str:
        return f"{self.base_url}workbook?{urlencode({'account': slug})}#{tab}:{path}"


def _named(name: str) -> dict[str, str]:
    """A name in the reader's language and in the other one."""
    return {"name": _(name), "other": translated(name, other_language())}
