"""All accounts beside each other: which are comparable, which tier each gets, and who is worth scarce effort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from statistics import median
from typing import Any

from accountkit.i18n import N_, _, bracketed, language, number
from accountkit.methods.marks import Mark
from accountkit.methods.portfolio.whitespace_rules import counts
from accountkit.methods.sentences import Word, count, date, label, listing, money, name, share, written
from accountkit.methods.shapes.matrix import Axis, MatrixReading
from accountkit.methods.shapes.register import RegisterReading
from accountkit.methods.shapes.rows import Row
from accountkit.model.account_line import AccountLine

MOST = 0.8
"""So much of all past results comes from the accounts that are key by what they brought."""
KEY_SHARE = 0.3
"""So many of all accounts are key at most; one is, however few there are."""
CANDIDATES = 0.2
COMPARED = 4
"""From so many accounts on, high and low are cut at the median; below, they are rated."""
NEAR = 0.05
"""Within this share of the median an account lies on the line."""
NAMED = 5
"""So many accounts are named in a sentence."""

TIERS = {
    "key_valuable": N_("Key, proven"),
    "key_potential": N_("Key, promising"),
    "normal": N_("Ordinary"),
    "blacklist": N_("Excluded"),
}
REASONS = {
    "key_valuable": N_("past contribution"),
    "key_potential": N_("expected contribution and effect on others"),
    "normal": N_("contribution below that of the key accounts"),
}
WORTH = {"candidate": N_("key candidate"), "keep": N_("keep"), "drop": N_("drop")}
GAINS = {"ours": N_("us alone"), "theirs": N_("the customer alone"), "both": N_("both")}


def amount(reading: Any, line: AccountLine, which: str) -> float | None:
    """An amount of an account; None in another currency than our own side's: none is converted."""
    return getattr(line, which) if line.currency == reading.currency else None


def rows(reading: RegisterReading) -> Iterator[Row]:
    """A row for each account, with what was entered beside it; a refuted row counts as not entered. One of a group is named with
    the account above it."""
    entered = {row.id: row for row in reading.method.own_rows(reading)}
    path = f"{reading.method.answer_path(reading.subject_id)}/rows"
    names = {line.slug: line.named(language()) for line in reading.analyses.accounts}
    for line in reading.analyses.accounts:
        kept = entered.get(line.slug)
        cells = dict(kept.cells) if kept and kept.counts else {}
        above = names.get(line.parent or "", "")
        cells |= {"account": line.named(language()) + (bracketed(above) if above else "")}
        evidence = kept.evidence if kept else ()
        stale = line.stale or bool(kept and kept.stale)
        yield Row(
            line.slug, f"{path}/{line.slug}", cells, line, line.status, stale, evidence, reading=reading
        )


def _with(row: Row, **cells: Any) -> Row:
    """The row with what was worked out beside what was entered."""
    return replace(row, cells={**row.cells, **cells})


# -- tiers ----------------------------------------------------------------------------------------------------------


def tiered(reading: RegisterReading) -> Iterator[Row]:
    """The accounts with their tiers, the highest first."""
    listed = tuple(rows(reading))
    past = {row.id: amount(reading, row.record, "past_result") for row in listed}
    score = {row.id: _promise(row) for row in listed}
    free = [row.id for row in listed if not reason(row)]
    most = max(1, int(KEY_SHARE * len(listed) + 1e-9))
    proven = _proven(past, free)
    key = {slug: "key_valuable" for slug in proven[:most]}
    others = set(free).difference(proven)
    rest = [slug for slug in free if slug in others and (score[slug] or 0) > 0]
    promising = sorted(rest, key=lambda slug: (-(score[slug] or 0), slug))
    key |= {slug: "key_potential" for slug in promising[: most - len(key)]}
    waiting = proven[most:] or promising[most - len(proven) :][:1]
    order = list(TIERS)
    found = []
    for row in listed:
        known = past[row.id] is not None or score[row.id] is not None
        tier = "blacklist" if reason(row) else key.get(row.id, "normal" if known else None)
        cells = {
            "past": past[row.id],
            "future": amount(reading, row.record, "future"),
            "promise": score[row.id],
            "tier": tier,
            "waits": row.id in waiting,
        }
        found.append(_with(row, **cells))
    found.sort(
        key=lambda row: (
            order.index(row["tier"]) if row["tier"] else len(order),
            -(row["past"] or 0),
            -(row["promise"] or 0),
            row.id,
        )
    )
    yield from found


def reason(row: Row) -> str:
    """Why an account is blacklisted; empty where it is not."""
    said = row["blacklist_reason"]
    return said.strip() if isinstance(said, str) else ""


def _promise(row: Row) -> float | None:
    """Expected contribution × (reference effect + push for our product) / 10; None while one of them is unknown."""
    expected = amount(row.reading, row.record, "future")
    rated = [row.value("benchmark"), row.value("innovation")]
    return None if expected is None or None in rated else expected * sum(rated) / 10


def _proven(past: Mapping[str, float | None], free: list[str]) -> list[str]:
    """The accounts that brought most, as many as make `MOST` of what all brought, blacklisted ones included."""
    known = {slug: value for slug, value in past.items() if value is not None and value > 0}
    all_of_them, found, sofar = sum(known.values()), [], 0.0
    for slug in sorted(filter(known.__contains__, free), key=lambda slug: (-known[slug], slug)):
        if sofar >= MOST * all_of_them * (1 - 1e-9):
            break
        found.append(slug)
        sofar += known[slug]
    return found


def tier_of(reading: RegisterReading, slug: str) -> str | None:
    """The tier of one account in the reading of all."""
    return next((row["tier"] for row in reading.rows if row.id == slug), None)


def of_tier(reading: RegisterReading, *tiers: str) -> list[Row]:
    return [row for row in reading.rows if row["tier"] in tiers]


def tier_words(reading: RegisterReading) -> Mapping[str, Word]:
    proven, key = of_tier(reading, "key_valuable"), of_tier(reading, "key_valuable", "key_potential")
    brought = sum(row["past"] or 0 for row in proven)
    whole = sum(max(0.0, row["past"] or 0) for row in reading.rows)
    return {
        "share": share(brought / whole) if proven else None,
        "proven": called(proven) if proven else None,
        "key": count(len(key)) if key else None,
        "all": count(len(reading.rows)),
    }


def tier_row(row: Row) -> Mapping[str, Word]:
    tier = row["tier"]
    return {
        "account": name(row["account"]),
        "tier": label(TIERS[tier]) if tier else None,
        "reason": written(reason(row)) or (label(REASONS.get(tier)) if tier else None),
        "date": date(row.reading.value("next_review")),
    }


def called(found: Iterable[Any]) -> Word:
    """Accounts by name, the first of them, and how many more there are."""
    names = [name(row["account"] if isinstance(row, Row) else row.called) for row in found]
    more = len(names) - NAMED
    rest = [lambda: _("{n} other accounts").format(n=number(more, 0))] if more > 1 else []
    return listing([*names[: NAMED if rest else NAMED + 1], *rest])


# -- who is worth scarce effort -------------------------------------------------------------------------------------


def screened(reading: RegisterReading) -> Iterator[Row]:
    """The accounts by what they leave: first the fifth that leaves most, then those to keep, those to drop, the unknown."""
    found = []
    for row in rows(reading):
        brings, costs = amount(reading, row.record, "brings"), amount(reading, row.record, "costs")
        left = None if brings is None or costs is None else brings - costs
        found.append(_with(row, brings=brings, costs=costs, left=left))
    gain = [row for row in found if row["left"] is not None and row["left"] > 0]
    gain.sort(key=lambda row: (-row["left"], row["cooperation"] != "both", row.id))
    first = gain[: max(1, int(CANDIDATES * len(gain) + 0.5))]
    drop = [row for row in found if row["left"] is not None and row["left"] <= 0]
    rest = [row for row in found if row["left"] is None]
    for verdict, some in (("candidate", first), ("keep", gain[len(first) :]), ("drop", drop), (None, rest)):
        for row in some:
            yield _with(row, verdict=verdict)


def uncovered(row: Row) -> int | None:
    """How many cells of our offerings by its units nobody has; None while we have no offerings."""
    offers, line = row.reading.practice.offers, row.record
    return counts(line.sold, line.units, offers)["open"] if offers else None


def screen_row(row: Row) -> Mapping[str, Word]:
    verdict = row["verdict"]
    return {
        "account": name(row["account"]),
        "x": money(row["left"], row.reading.currency),
        "verdict": label(WORTH[verdict]) if verdict else None,
    }


def screen_words(reading: RegisterReading) -> Mapping[str, Word]:
    found = {key: [row for row in reading.rows if row["verdict"] == key] for key in WORTH}
    return {
        "candidates": called(found["candidate"]) if found["candidate"] else None,
        "drop": called(found["drop"]) if found["drop"] else None,
    }


# -- the value matrix -----------------------------------------------------------------------------------------------


def valued(reading: MatrixReading) -> Iterator[MatrixReading]:
    """The place of each account: by money, cut at the medians, from four accounts on; else by ratings."""
    lines = reading.analyses.accounts
    method, which = reading.method, ("current", "potential")
    known = [pair for pair in (_pair(reading, line, *which) for line in lines) if pair]
    if len(known) >= COMPARED:
        across, upward = (
            _cut(axis, values) for axis, values in zip(_axes(method), zip(*known, strict=True), strict=True)
        )
        method = replace(method, horizontal=across, vertical=upward)
    else:
        which = ("current_rating", "potential_rating")
    for line in lines:
        base = MatrixReading(
            method=method, analyses=reading.analyses, subject_id=line.slug, called=line.named(language())
        )
        pair = _pair(reading, line, *which)
        if pair is None:
            yield base
            continue
        mark = Mark(line.slug, pair[0], pair[0], line.status, line.stale)
        yield replace(method.placed(base, *pair), marks={line.slug: mark})


def _axes(method: Any) -> tuple[Axis, Axis]:
    return method.horizontal, method.vertical


def _cut(axis: Axis, values: tuple[float, ...]) -> Axis:
    middle = median(values)
    return replace(axis, cut=middle, near=NEAR * abs(middle), kind="money")


def _pair(reading: Any, line: AccountLine, across: str, upward: str) -> tuple[float, float] | None:
    rated = across.endswith("_rating")
    x, y = (getattr(line, one) if rated else amount(reading, line, one) for one in (across, upward))
    return None if x is None or y is None else (x, y)


def group_of(reading: MatrixReading, slug: str) -> str | None:
    """The group of one account in the reading of all."""
    return next((one.verdict for one in reading.members if one.subject_id == slug), None)


def matrix_words(reading: MatrixReading) -> Mapping[str, Word]:
    ordered = sorted((one for one in reading.members if one.cell), key=lambda one: -(one.x or 0))
    groups = {cell.key: [one for one in ordered if one.cell is cell] for cell in reading.method.cells}
    return {key: called(found) for key, found in groups.items()}
