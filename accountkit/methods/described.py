"""A method's definition, and its result, as plain data: for the command line and for other programs."""

from __future__ import annotations

from typing import Any

from accountkit.i18n import LANGUAGES, translated
from accountkit.methods.analyses import Analyses
from accountkit.methods.analyses import method as known
from accountkit.methods.assessment import Assessment
from accountkit.methods.method import Method, Reading, read_in


def in_short(method: Method) -> dict[str, Any]:
    """What the list of methods says of one; names are in both languages, the Chinese one by itself too, for a column."""
    return {
        "key": method.key,
        "name": _both(method.name),
        "name_zh": translated(method.name, "zh_CN"),
        "shape": method.shape,
        "group": method.group,
        "workspace": method.workspace,
        "subject": method.subject,
        "private": method.private,
        "core": method.core,
        "reads": list(method.reads),
        "feeds": list(method.feeds),
        "source": method.source,
    }


def definition(method: Method) -> dict[str, Any]:
    """All that a definition declares: question, rule, entries with their anchors and kinds, verdicts, flags, sentences."""
    return in_short(method) | {
        "question": _both(method.question),
        "rule": _both(method.rule),
        "entries": [_entry(one) for one in _entries(method)],
        "settings": [_entry(one) for one in method.settings],
        "verdicts": {key: _both(name) for key, name in method.verdicts().items()},
        "flags": {key: _both(flag.name) for key, flag in method.known_flags().items()},
        "sentences": [
            {"texts": [_both(text) for text in says.texts], "internal": says.internal}
            for says in (*method.says, *method.says_of_all)
        ],
    }


def result(analyses: Analyses, key: str, subject_id: str | None = None) -> dict[str, Any]:
    """What a method says, in the current language; of a method about records that is asked for all, each of them too.

    Raises `InvalidEdit` for an unknown method or record, with the nearest ones.
    """
    said = analyses.assess(key, subject_id)
    found = {
        "key": key,
        "id": subject_id,
        "as_of": read_in(known(key), analyses).as_of.isoformat(),
        **_said(said),
    }
    ids = () if subject_id is not None else tuple(filter(None, analyses.ids(key)))
    return found | {"records": [_record(analyses, key, one) for one in ids]}


def _record(analyses: Analyses, key: str, subject_id: str) -> dict[str, Any]:
    called = analyses.read(key, subject_id).called
    return {"id": subject_id, "called": called, **_said(analyses.assess(key, subject_id))}


def _said(said: Assessment) -> dict[str, Any]:
    flags = said.detail.flags if isinstance(said.detail, Reading) else ()
    return {
        "name": said.name,
        "score": said.score,
        "confirmed_score": said.confirmed_score,
        "score_text": said.score_text,
        "scale": said.scale,
        "rated": said.rated,
        "total": said.total,
        "coverage": said.coverage,
        "band": said.band,
        "verdict": said.band_label,
        "flags": list(flags),
        "parts": [
            {"label": part.label, "value": part.value_text, "detail": part.detail} for part in said.parts
        ],
        "sentence": said.sentence,
        "brief": [
            {"text": line.text, "status": line.status, "internal": line.internal} for line in said.brief
        ],
    }


def _entries(method: Method) -> tuple[Any, ...]:
    """Entries, columns of a register, and what a core analysis declares in their place."""
    declared = (getattr(method, name, ()) for name in ("columns", "items", "fields"))
    return (*method.entries(), *(one for some in declared for one in some))


def _entry(one: Any) -> dict[str, Any]:
    kind = getattr(one, "kind", "rating")
    shown = {"key": one.key, "name": _both(one.name), "kind": kind}
    for anchor in ("low", "high", "prompt"):
        if text := getattr(one, anchor, ""):
            shown[anchor] = _both(text)
    if choices := getattr(one, "choices", ()):
        shown["choices"] = {key: _both(name) for key, name in choices}
    if getattr(one, "of", None):
        shown["derived"] = True
    return shown


def _both(text: str) -> dict[str, str]:
    return {lang: translated(text, lang) for lang in LANGUAGES} if text else dict.fromkeys(LANGUAGES, "")
