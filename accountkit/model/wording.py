"""One account, or practice, in two languages.

What people write is stored once, in the language they wrote it in. `Document.wording` may hold the same texts in
another language, by the original text; when the original changes, its old translation no longer applies and the
original is shown, so a translation can be missing but never wrong.

Nothing that is reckoned depends on the language: keys and choices are never reworded, and what is read out of words
where a key is missing is read out of the stored ones and travels along as a key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from operator import is_not
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from accountkit.model.account import Account
from accountkit.model.document import D
from accountkit.model.problems import Problem

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

Rewording = Callable[[Any, Mapping[str, str]], Any]

AS_THEY_ARE = ("wording", "slug", "crm")
"""What is never reworded: the wordings themselves, the name of the account, and what a CRM holds."""


def in_language(document: D, lang: str) -> D:
    """The document with every text that has a wording in `lang` replaced by it; itself where none has."""
    wording = {text: other for text, other in document.wording.get(lang, {}).items() if other.strip()}
    reword = _rewording(type(document))
    if not wording or reword is None:
        return document
    reworded = reword(document, wording)
    update = {name: getattr(document, name) for name in AS_THEY_ARE if hasattr(document, name)}
    if isinstance(document, Account):
        update |= _with_choices(document, reworded, wording)
    shown: D = reworded.model_copy(update=update)
    return shown


def _with_choices(account: Account, reworded: Account, wording: Mapping[str, str]) -> dict[str, Any]:
    """Problems and answers of the reworded account with what is a choice and not words, and the keys that the stored
    words mean.
    """
    problems, answers = dict(reworded.problems), dict(reworded.answers)
    for key, problem in account.problems.items():
        sheets = {
            method: problems[key].worksheets[method].model_copy(update={"rows": rows})
            for method, sheet in problem.worksheets.items()
            if (rows := _rows(CHOSEN.get(method), sheet.rows, wording))
        }
        update = _keys_of(account, problem) | {"worksheets": problems[key].worksheets | sheets}
        problems[key] = problems[key].model_copy(update=update)
    for name, answer in account.answers.items():
        if any(CHOSEN_OF_A_RECORD in record for record in answer.records.values()):
            rows = _rows(CHOSEN_OF_A_RECORD, answer.records, wording)
            answers[name] = answers[name].model_copy(update={"records": rows})
    return {"problems": problems, "answers": answers}


def _keys_of(account: Account, problem: Problem) -> dict[str, Any]:
    """What the stored words of a problem say, as keys: the translated ones may say it in another way."""
    return {
        "measure": problem.measured_by,
        "counted_in": problem.counted,
        "rival_id": account.rival_of(problem) or problem.rival_id,
    }


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
def _rewording(kind: Any) -> Rewording | None:
    """How a value of this kind is reworded: to itself where no word of it is known, so that an edit is told from what it
    left. None where such a value has no words.
    """
    bare = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _of_fields(bare)
    if get_origin(bare) in (dict, tuple):
        inner = _rewording(_item(bare))
        return inner and partial(_of_items if get_origin(bare) is dict else _of_each, inner)
    return _of_words if _is_words(kind) else None


def _of_words(value: Any, wording: Mapping[str, str]) -> Any:
    return wording.get(value, value) if isinstance(value, str) and value else value


def _of_fields(kind: type[BaseModel]) -> Rewording | None:
    limited: dict[str, Any] = {
        name: Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
        for name, field in kind.model_fields.items()
    }
    fields = [(name, inner) for name, field in limited.items() if (inner := _rewording(field))]

    def reworded(record: BaseModel | None, wording: Mapping[str, str]) -> Any:
        if record is None:
            return None
        update = {}
        for name, inner in fields:
            old = getattr(record, name)
            if old and (new := inner(old, wording)) is not old:
                update[name] = new
        return record.model_copy(update=update) if update else record

    return reworded if fields else None


def _of_items(inner: Rewording, value: dict[str, Any], wording: Mapping[str, str]) -> dict[str, Any]:
    found = {name: inner(one, wording) for name, one in value.items()}
    return found if any(map(is_not, found.values(), value.values())) else value


def _of_each(inner: Rewording, value: tuple[Any, ...], wording: Mapping[str, str]) -> tuple[Any, ...]:
    found = tuple(inner(one, wording) for one in value)
    return found if any(map(is_not, found, value)) else value


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
