"""Edits: the only way a document changes, an account or a practice.

An edit sets the value at a path, or removes it: ``Edit("findings/f7k2/impact", 4)``. A path names a field of a record
or a key of a collection at each step. Parts of an answer that do not exist yet are made on the way, with their defaults
(``answers/five_forces/ratings/growth/value``). Any other record must exist, so that a mistyped id makes none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from accountkit.errors import InvalidEdit
from accountkit.i18n import _, enumerated, paragraph
from accountkit.model.document import D, Document
from accountkit.model.reasons import NOT_HERE, first_error, offered, out_of_reach
from accountkit.model.record import LOGGED, Record, as_json

PROTECTED = frozenset({"slug", "schema_version", "document"})
DEEPEST = 12
MADE_ON_THE_WAY = frozenset({"answers", "private_answers", "ratings", "asks", "wording", "worksheets"})
"""What is made by writing below it: ratings and worksheets are blank until filled in, wordings until translated."""


class Edit(Record):
    """One change: `value` (plain JSON) is set at `path`, or what is there is removed. `by` and `at` say who and when."""

    path: str
    value: Any = None
    remove: bool = False
    by: str = ""
    at: dt.datetime | None = None

    def __init__(self, path: str, value: Any = None, **rest: Any) -> None:
        super().__init__(**{"path": path, "value": as_json(value), **rest})


def remove(path: str) -> Edit:
    """An edit that takes away what is at `path`: a record from a collection, or a field back to its default."""
    return Edit(path, remove=True)


def apply(document: D, edits: Iterable[Edit], *, logged: bool = False) -> D:
    """The document after all `edits`, in order. Raises `InvalidEdit` and changes nothing if one of them cannot be.

    `logged`: the edits were taken before, possibly by an earlier version that let an edit make a record on its way.
    """
    for edit in edits:
        document = _applied(document, edit, logged)
    return document


def inverse(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """The edits that undo `edits` on the document as it is after them, given the document as it was before."""
    undo: list[Edit] = []
    for n, edit in enumerate(edits):
        if n:
            document = _applied(document, edits[n - 1], logged=True)
        undo.append(_undo(document, edit))
    return undo[::-1]


def presently(document: Document, edit: Edit) -> Edit:
    """An edit with its path as it is spelled today."""
    path = document.present_path(edit.path)
    return edit if path == edit.path else edit.model_copy(update={"path": path})


def value_at(document: Document, path: str) -> Any:
    """What is at `path`, as plain JSON values; raises `InvalidEdit` where nothing is."""
    found, value = _find(document, _steps(document.present_path(path)))
    if not found:
        raise InvalidEdit(_("{path} has no value.").format(path=path), path)
    return as_json(value)


def _steps(path: str) -> list[str]:
    steps = path.split("/")
    if not all(steps) or len(steps) > DEEPEST or steps[0] in PROTECTED:
        raise InvalidEdit(
            _("“{path}” cannot be edited. Write a path like findings/f7k2/impact.").format(path=path[:200]),
            path[:200],
            _(NOT_HERE),
        )
    return steps


def _applied(document: D, edit: Edit, logged: bool = False) -> D:
    path = document.present_path(edit.path)
    steps = _steps(path)
    if not logged and path == edit.path:
        _demand_record(document, steps)
    try:
        edited = _put(document, type(document), steps, edit, LOGGED if logged else None)
    except ValidationError as error:
        place, _value, reason = first_error(error)
        raise _impossible_within(type(document), edit, steps, place.split("/"), reason) from error
    reason = "" if logged else edited.contradiction(path) or out_of_reach(_find(edited, steps)[1])
    if reason:
        raise _impossible(edit.path, edit.value, edit, reason)
    return edited


def _impossible(path: str, value: Any, edit: Edit, reason: str) -> InvalidEdit:
    text = _("{path} cannot be {value}: {reason}.").format(path=path, value=repr(value)[:120], reason=reason)
    return InvalidEdit(text, edit.path, reason)


def _impossible_within(kind: Any, edit: Edit, steps: list[str], place: list[str], reason: str) -> InvalidEdit:
    """What is said where a record, or a field of one, was judged and has something impossible at a place within it."""
    for step in steps:
        kind = _kind_at(kind, step)
    path, value = edit.path, edit.value
    for step in place[1:] if place[0] == steps[-1] else place:
        if isinstance(value, list) and step.isdigit():
            path, kind, value = f"{path}/{step}", _kind_at(kind, step), value[int(step)]
            continue
        fields = getattr(_mapping(kind), "model_fields", {})
        if not isinstance(value, Mapping) or step not in {*value, *fields}:
            break  # of a value of several kinds the place names the kind too
        path = f"{path}/{step}"
        if fields and step not in fields:
            return _no_field(path, step, fields, edit)
        kind, value = _kind_at(kind, step), value.get(step)
    return _impossible(path, value, edit, reason)


def _no_field(path: str, step: str, fields: Iterable[str], edit: Edit) -> InvalidEdit:
    text = _("{path} was not changed, because “{step}” is not a field. Choose one of: {fields}.").format(
        path=path, step=step[:80], fields=enumerated(fields)
    )
    return InvalidEdit(text, edit.path, _(NOT_HERE))


def _kind_at(kind: Any, step: str) -> Any:
    """What stands at a step below a kind of value; None where nobody says."""
    kind = _mapping(kind)
    if fields := getattr(kind, "model_fields", {}):
        return fields[step].annotation if step in fields else None
    inner = get_args(kind)
    return inner[-1 if get_origin(kind) is dict else 0] if inner else None


def _put(node: Any, annotation: Any, steps: list[str], edit: Edit, context: str | None) -> Any:
    if not steps:
        return _adapter(annotation).validate_python(edit.value, context=context)
    step, rest = steps[0], steps[1:]
    if isinstance(node, BaseModel):
        field = type(node).model_fields.get(step)
        if field is None:
            raise _no_field(edit.path, step, type(node).model_fields, edit)
        if rest and _judges_alone(type(node), step):
            return node.model_copy(
                update={step: _put(getattr(node, step), field.annotation, rest, edit, context)}
            )
        values = {name: getattr(node, name) for name in type(node).model_fields}
        if not rest and edit.remove:
            del values[step]
        else:
            # a constrained scalar keeps its constraints on the field, so the whole record judges it
            values[step] = _put(values[step], field.annotation, rest, edit, context) if rest else edit.value
        return type(node).model_validate(values, context=context)
    if isinstance(node, Mapping):
        if not rest and edit.remove:
            if step not in node:
                raise InvalidEdit(_("{path} has no value.").format(path=edit.path), edit.path)
            return {key: item for key, item in node.items() if key != step}
        kind = _item_type(annotation)
        if step not in node:
            _adapter(_key_type(annotation)).validate_python(step)
        child = node.get(step)
        if rest and child is None:
            child = _blank(kind, edit)
        return {**node, step: _put(child, kind, rest, edit, context)}
    raise InvalidEdit(_("{path} has no value.").format(path=edit.path), edit.path, _(NOT_HERE))


def _demand_record(document: Document, steps: list[str]) -> None:
    """Refuse an edit below a record that does not exist, with the ids that are nearest to what was named."""
    node: Any = document
    for depth, step in enumerate(steps[:-1]):
        if step in MADE_ON_THE_WAY:
            return
        if isinstance(node, Mapping) and step not in node:
            raise InvalidEdit(
                paragraph(
                    _("{path} was not changed, because {place} has no “{key}”.").format(
                        path="/".join(steps), key=step[:80], place="/".join(steps[:depth])
                    ),
                    offered(step, map(str, node)),
                ),
                "/".join(steps),
            )
        found, node = _find(node, [step])
        if not found:
            return  # the edit itself says which fields there are


def _blank(kind: Any, edit: Edit) -> Any:
    try:
        return {} if get_origin(kind) is dict else kind()
    except (TypeError, ValidationError) as error:
        raise InvalidEdit(
            _("{path} was not changed, because the record was deleted. Reload the page.").format(
                path=edit.path
            ),
            edit.path,
        ) from error


def _undo(document: Document, edit: Edit) -> Edit:
    edit = presently(document, edit)
    steps = _steps(edit.path)
    for depth in range(1, len(steps)):
        found, _value = _find(document, steps[:depth])
        if not found:
            return remove("/".join(steps[:depth]))
    found, value = _find(document, steps)
    return Edit(edit.path, value) if found else remove(edit.path)


def _find(node: Any, steps: list[str]) -> tuple[bool, Any]:
    for step in steps:
        if isinstance(node, BaseModel) and step in type(node).model_fields:
            node = getattr(node, step)
        elif isinstance(node, Mapping) and step in node:
            node = node[step]
        else:
            return False, None
    return True, node


@cache
def _judges_alone(kind: type[BaseModel], name: str) -> bool:
    """Whether what stands in a field is judged by its own kind alone: a change in it leaves the rest of the record as it was
    judged, which may be thousands of others."""
    decorators = kind.__pydantic_decorators__
    judged = any((decorators.validators, decorators.field_validators, decorators.root_validators))
    return not (judged or decorators.model_validators or kind.model_fields[name].metadata)


@cache
def _key_type(annotation: Any) -> Any:
    return get_args(_mapping(annotation))[0]


@cache
def _item_type(annotation: Any) -> Any:
    return get_args(_mapping(annotation))[1]


def _mapping(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        return next(arg for arg in get_args(annotation) if arg is not NoneType)
    return annotation


@cache
def _adapter(annotation: Any) -> TypeAdapter:
    """What judges a value that stands in a collection: as strictly as the record around it would."""
    is_record = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return TypeAdapter(annotation, config=None if is_record else Record.model_config)
