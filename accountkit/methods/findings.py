"""What follows from an item of a method: a finding, or a problem that rests on one, made by one accept.

All findings lie in one list; `source_framework` and `source_item` say which item of which method found each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from accountkit.i18n import N_, _
from accountkit.methods import labels
from accountkit.methods.assessment import Suggestion, SuggestionKind, suggestion_id
from accountkit.methods.registry import REGISTRY
from accountkit.methods.wording import named, worded
from accountkit.model import Account, Edit, Finding, Problem, new_id

OFFERS: dict[SuggestionKind, tuple[str, str]] = {
    "finding": (N_("Save “{statement}” as a finding?"), N_("Save finding")),
    "problem": (N_("Create a problem from “{statement}”?"), N_("Create problem")),
}


def found(account: Account, key: str, item: str) -> str | None:
    """The finding that an item of a method has made already."""
    global _made
    findings, made = _made
    if findings is not account.findings:  # asked of each item in turn, and there may be thousands of findings
        findings = account.findings
        known = reversed(findings.items())  # of several the first
        made = {(at.source_framework, at.source_item): one for one, at in known}
        _made = (findings, made)
    return made.get((key, item))


_made: tuple[Mapping[str, Finding], dict[tuple[str, str], str]] = ({}, {})
"""The findings that were asked for last, and which item made which."""


def problems_by_finding(account: Account) -> dict[str, tuple[str, ...]]:
    """The problems that rest on each finding, in the account's order."""
    found: dict[str, dict[str, None]] = {}
    for key, problem in account.problems.items():
        for finding in problem.finding_ids:
            found.setdefault(finding, {})[key] = None
    return {finding: tuple(problems) for finding, problems in found.items()}


def name(document: Any, key: str) -> str:
    """What a finding of an account is called."""
    one = getattr(document, "findings", {}).get(key, Finding())
    return named(one.statement or one.change, _("untitled finding"))


def note(finding: Finding) -> str:
    """Where a finding comes from and how it acts: ``Political · threat · 20``."""
    found_by, effect = REGISTRY.get(finding.source_framework), labels.label("effect", finding.effect)
    if found_by is None:
        return effect
    return found_by.noted(finding) if found_by.noted else f"{_(found_by.name)} · {effect}"


def counted(account: Account) -> dict[str, Finding]:
    """The findings that are not refuted, in their own order."""
    known = sorted(account.findings.items(), key=lambda item: item[1].order)
    return {key: one for key, one in known if account.standing(one.evidence) != "refuted"}


def problem_from(key: str, finding: Finding, **fields: Any) -> Edit:
    """The edit that makes a problem of the finding `key`: it rests on the finding and on its evidence, and has its words where
    `fields` give no others."""
    made = {"statement": finding.statement, "measure": "other", **fields}
    problem = Problem(finding_ids=(key,), evidence=finding.evidence, **made)
    return Edit(f"problems/{new_id('p')}", problem)


def proposed(
    reading: Any,
    item: str,
    write: Callable[[], str],
    path: str,
    *,
    problem: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Iterator[Suggestion]:
    """What an item says as a finding with `fields`; with `problem` (the fields of one), as a problem that rests on it.

    `write` words it in the language of the moment, as does a field of the problem that is callable. Nothing is proposed
    that is there already.
    """
    account, key = reading.account, reading.method.key
    there = found(account, key, item)
    if there and (problem is None or any(there in one.finding_ids for one in account.problems.values())):
        return
    kind: SuggestionKind = "finding" if problem is None else "problem"

    def edits() -> tuple[Edit, ...]:
        text, other = worded(write)
        at, order = there or new_id("f"), len(account.findings)
        made = Finding(statement=text, source_framework=key, source_item=item, order=order, **fields)
        edits = [*([] if there else [Edit(f"findings/{at}", made)]), *other]
        if problem is not None:
            words = {name: worded(value) for name, value in problem.items() if callable(value)}
            known = {**problem, **{name: text for name, (text, _other) in words.items()}}
            rests_on = account.findings[there] if there else made
            edits += [
                problem_from(at, rests_on, **{"statement": text, **known}),
                *(edit for _text, more in words.values() for edit in more),
            ]
        return tuple(edits)

    text, action = OFFERS[kind]
    yield Suggestion(
        id=suggestion_id(key, kind, item),
        text=_(text).format(statement=named(write(), "")),
        action=_(action),
        kind=kind,
        path=path,
        edits=edits,
    )
