"""Lines of accounts for the worked examples, and our own side beside them."""

from __future__ import annotations

import re
from typing import Any

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Answer, Practice, Row, Value
from accountkit.model.account_line import AccountLine


def line(name: str, past: float | None = None, **values: Any) -> AccountLine:
    """An account; `past` is its profit of the last year, and all amounts are in thousands."""
    amounts = {key: value * 1e3 if isinstance(value, int | float) else value for key, value in values.items()}
    rated = {key: value for key, value in values.items() if key.endswith("_rating")}
    return AccountLine(
        slug=name.lower().replace(" ", "-"),
        name=name,
        past={} if past is None else {0: past * 1e3},
        **(amounts | rated),
    )


def practice(key: str, rows: dict[str, dict[str, Any]] | None = None, **values: Any) -> Practice:
    """Our own side with one answer: cells by account, and values."""
    answer = Answer(
        rows={slug: Row(cells=cells) for slug, cells in (rows or {}).items()},
        values={name: Value(value=value) for name, value in values.items()},
    )
    return Practice(answers={key: answer})


def sentences(analyses: Analyses, key: str, lang: str) -> tuple[str, list[str]]:
    """What stands on the card, and what is said of each, with plain spaces; all of it is internal."""
    with use_language(lang):
        said = Analyses(analyses.document, analyses.practice, analyses.accounts).assess(key)
        assert all(one.internal for one in said.brief)
        return _plain(said.sentence), [_plain(one.text) for one in said.brief]


def _plain(text: str) -> str:
    return re.sub("[\u202f\xa0]", " ", text)
