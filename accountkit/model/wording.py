"""One account, or practice, in two languages.

What people write is stored once, in the language they wrote it in. `Document.wording` may hold the same texts in
another language, by the original text; when the original changes, its old translation no longer applies and the
original is shown, so a translation can be missing but never wrong.

Nothing that is reckoned depends on the language: keys and choices are never reworded, and what is read out of words
where a key is missing is read out of the stored ones and travels along as a key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from accountkit.model.account import Account
from accountkit.model.document import D
from accountkit.model.problems import Problem
from accountkit.model.record import as_json

CHOSEN = {
    "composition": "healthy",
    "trace_back": "possible",
    "difference": "possible",
    "lessons": "met",
    "preconditions": "met",
    "path": "staffed",
}
"""The column of a worksheet that holds a choice and not words, by method (`methods.problems.worksheet_methods`)."""
CHOSEN_OF_A_RECORD = "approach"
"""The same for the records of an answer: how a rival goes about it, `same` or `different`."""


def in_language(document: D, lang: str) -> D:
    """The document with every text that has a wording in `lang` replaced by it; itself where none has."""
    wording = {text: other for text, other in document.wording.get(lang, {}).items() if other.strip()}
    if not wording:
        return document
    plain = as_json(document)
    kept = {name: plain.pop(name) for name in ("wording", "slug", "crm") if name in plain}
    plain = _reworded(plain, type(document), wording) | kept
    if isinstance(document, Account):
        _keep_choices(document, plain, wording)
    return type(document).model_validate(plain)


def _keep_choices(account: Account, plain: dict[str, Any], wording: Mapping[str, str]) -> None:
    """Put back into the reworded account what is a choice and not words, and the keys that its stored words mean."""
    for key, problem in account.problems.items():
        plain["problems"][key] |= _keys_of(account, problem)
        for method, sheet in problem.worksheets.items():
            if sheet.rows:
                rows = _rows(CHOSEN.get(method), as_json(sheet.rows), wording)
                plain["problems"][key]["worksheets"][method]["rows"] = rows
    for name, answer in account.answers.items():
        if any(CHOSEN_OF_A_RECORD in record for record in answer.records.values()):
            rows = _rows(CHOSEN_OF_A_RECORD, as_json(answer.records), wording)
            plain["answers"][name]["records"] = rows


def _keys_of(account: Account, problem: Problem) -> dict[str, Any]:
    """What the stored words of a problem say, as keys: the translated ones may say it in another way."""
    return {
        "measure": problem.measured_by,
        "counted_in": problem.counted,
        "rival_id": account.rival_of(problem) or problem.rival_id,
    }


def _reworded(value: Any, kind: Any, wording: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return wording.get(value, value) if value and _is_words(kind) else value
    if isinstance(value, list):
        return [_reworded(item, _item(kind), wording) for item in value]
    if not isinstance(value, dict):
        return value
    fields = _fields(kind)
    return {name: _reworded(item, fields.get(name, _item(kind)), wording) for name, item in value.items()}


def _rows(
    chosen: str | None, rows: dict[str, dict[str, Any]], wording: Mapping[str, str]
) -> dict[str, dict[str, Any]]:
    """Rows of cells, of which the `chosen` ones are keys. A row names another by its text, so two texts never become one: such stay as they are."""
    words = {
        cell
        for row in rows.values()
        for name, cell in row.items()
        if isinstance(cell, str) and cell and name != chosen
    }
    others = Counter(wording[text] for text in words if text in wording)
    known = {
        text: wording[text]
        for text in words & wording.keys()
        if others[wording[text]] == 1 and wording[text] not in words - {text}
    }
    return {
        key: {
            name: known.get(cell, cell) if isinstance(cell, str) and name != chosen else cell
            for name, cell in row.items()
        }
        for key, row in rows.items()
    }


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """The fields of a record with what belongs in them; empty for what is no record."""
    kind = _bare(kind)
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    return {
        name: Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        for name, field in kind.model_fields.items()
    }


@cache
def _item(kind: Any) -> Any:
    """What belongs into a list or a dictionary of this kind."""
    kind = _bare(kind)
    return {dict: lambda: get_args(kind)[1], tuple: lambda: get_args(kind)[0]}.get(
        get_origin(kind), lambda: None
    )()


@cache
def _is_words(kind: Any) -> bool:
    """Whether a text of this kind is words: neither a key with a form of its own nor one of a few choices."""
    return any(each is str for each, _limits in _alternatives(kind)) and not any(
        getattr(limit, "pattern", None) for _each, limits in _alternatives(kind) for limit in limits
    )


def _alternatives(kind: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    if get_origin(kind) in (Union, UnionType):
        for each in get_args(kind):
            yield from _alternatives(each)
    elif get_origin(kind) is Annotated:
        bare, *limits = get_args(kind)
        yield from ((each, (*more, *limits)) for each, more in _alternatives(bare))
    else:
        yield kind, ()


def _bare(kind: Any) -> Any:
    """A kind without its limits and without *or nothing*."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        rest = [each for each in get_args(kind) if each is not NoneType]
        return _bare(rest[0]) if len(rest) == 1 else kind
    return kind
