"""One account, one edition, one language: one immutable `Brief`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from accountkit.brief.blocks import Block, Brief, Edition, Figure, Section, Table
from accountkit.brief.calculation import calculation
from accountkit.brief.edition import customers
from accountkit.brief.sections import (
    basis,
    business_case,
    changed,
    customer,
    environment,
    evidence,
    motives,
    next_steps,
    numbers,
    open_points,
    problems,
    summary,
)
from accountkit.brief.sections.results import private_sections, results
from accountkit.brief.story import Story
from accountkit.brief.wording import plain
from accountkit.errors import AccountkitError
from accountkit.i18n import N_, _, day, enumerated, known_language, language, use_language
from accountkit.methods.analyses import Analyses, Lines
from accountkit.methods.problems.reading import problems as problems_of
from accountkit.model import Account, Practice, in_language, shareable
from accountkit.model.record import as_json

EDITIONS = {"internal": N_("internal edition"), "customer": N_("customer edition")}


class InvalidEdition(AccountkitError):
    """An edition was asked for that does not exist."""

    code = "invalid_edition"


def compose(
    account: Account,
    *,
    edition: Edition = "internal",
    lang: str | None = None,
    since: Account | None = None,
    since_day: dt.date | None = None,
    practice: Practice | None = None,
    accounts: Lines = (),
) -> Brief:
    """The brief of an account, in the language `lang` (default: the reader's).

    ``edition="customer"`` composes from the account as its customer may see it (`edition.customers`). `since` is the
    account as it once was, `since_day` when that was: with them, a section tells what changed. `practice` is our own side, and
    `accounts` a line of each account, for methods that look at them; a customer's edition looks at no other account. Raises `InvalidEdition`.
    """
    if edition not in EDITIONS:
        raise InvalidEdition(
            _("“{edition}” is not an edition. Choose one of: {editions}.").format(
                edition=edition, editions=enumerated(EDITIONS)
            )
        )
    with use_language(known_language(lang) if lang else language()):
        story = Story(
            _seen(account, edition),
            edition,
            before=_seen(since, edition) if since else None,
            since=since_day,
            practice=_ours(practice, edition) if practice else None,
            accounts=accounts if edition == "internal" else (),
            order=()
            if edition == "internal"
            else [entry.id for entry in problems_of(Analyses(account)).entries],
        )
        return _brief(story)


def first_page(brief: Brief) -> Brief:
    """The page that alone carries the meeting."""
    return replace(brief, sections=brief.sections[:1], calculation=None)


def _seen(account: Account, edition: Edition) -> Account:
    """The account in the reader's language, in text that every format can hold, and only what this reader may see."""
    shown = Account.model_validate(_plainly(as_json(in_language(account, language()))))
    return customers(shown) if edition == "customer" else shown


def _ours(practice: Practice, edition: Edition) -> Practice:
    """Our own side as methods about the account may look at it; a customer's edition rests on nothing private."""
    shown = Practice.model_validate(_plainly(as_json(in_language(practice, language()))))
    return shareable(shown) if edition == "customer" else shown


def _plainly(value: Any) -> Any:
    """A document with every text made plain (`wording.plain`), here and once, so that no writer has to think of it."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _plainly(item) for key, item in value.items()}
    return [_plainly(item) for item in value] if isinstance(value, list) else value


def _brief(story: Story) -> Brief:
    return Brief(
        title=story.worded(_("Account brief: {name}"), _("Value brief: {name}")).format(name=story.name),
        subtitle=_subtitle(story),
        customer=story.name,
        edition=story.edition,
        language=language(),
        as_of=story.account.as_of,
        sections=_numbered(_sections(story)),
        calculation=calculation(story),
    )


def _subtitle(story: Story) -> str:
    if not story.internal:
        return _("As of {day}").format(day=day(story.account.as_of))
    return _("{edition}, as of {day}").format(
        edition=_(EDITIONS[story.edition]).capitalize(), day=day(story.account.as_of)
    )


def _sections(story: Story) -> list[Section]:
    """The story in its order."""
    if not story.internal:
        return _value_document(story)
    first = summary.section(story)
    if summary.is_empty(story):
        return [first]
    told = [
        numbers.section(story),
        environment.section(story),
        problems.section(story),
        business_case.section(story),
        motives.section(story),
        next_steps.section(story),
        open_points.to_establish(story),
    ]
    return [first, *(section for section in told if section), *_appendix(story)]


def _appendix(story: Story) -> Iterator[Section]:
    """What is looked up. Evidence comes after what cites it; what is private comes last, so that the tables of a file
    without it are numbered without a gap."""
    yield from filter(
        None,
        (
            changed.section(story),
            basis.behind(story),
            problems.others(story),
            motives.behind(story),
        ),
    )
    yield from results(story)
    yield from filter(None, (open_points.assumptions(story), evidence.section(story)))
    yield from private_sections(story)


def _value_document(story: Story) -> list[Section]:
    """The customer's edition; the sources stand before the plan, because it ends on the first step."""
    made = customer.sections(story)
    sources = evidence.for_customer(story)
    return [*made[:-1], sources, made[-1]] if sources else made


def _numbered(sections: list[Section]) -> tuple[Section, ...]:
    """Figures and tables with their numbers, in reading order."""
    counts: dict[type[Block], int] = {Figure: 0, Table: 0}

    def numbered(block: Block) -> Block:
        if not isinstance(block, Figure | Table):
            return block
        counts[type(block)] += 1
        return replace(block, number=counts[type(block)])

    return tuple(
        replace(section, blocks=tuple(numbered(block) for block in section.blocks)) for section in sections
    )
