"""What the reader makes of every recorded filing, by line: values checked, equal, different, refused, missing.

    python -m benchmarks.accuracy            writes benchmarks/accuracy.md

The references stand in `labels` (what companies print) and `references` (sums, values by hand, another publication). A
value is refused if the reader said why it left it out. The next change of the reader shows in the difference of the table
what it moved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from accountkit.i18n import use_language
from benchmarks.checked import OUTCOMES, Check
from benchmarks.labels import by_label
from benchmarks.references import by_another_form, by_hand, by_sums

TABLE = Path(__file__).with_name("accuracy.md")


def checks() -> list[Check]:
    """All checks of all recorded filings."""
    with use_language("en"):
        return [*by_label(), *by_sums(), *by_hand(), *by_another_form()]


def report(found: Iterable[Check]) -> str:
    """The table by reference and line, and each value that is not equal."""
    found = list(found)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for check in found:
        counts[check.reference, check.line][check.outcome] += 1
    head = ("Reference", "Line", "Checked", *map(str.capitalize, OUTCOMES))
    body = [
        (*key, str(sum(count.values())), *(str(count[o]) for o in OUTCOMES)) for key, count in counts.items()
    ]
    total = Counter(check.outcome for check in found)
    body.append(("**All**", "", str(len(found)), *(str(total[o]) for o in OUTCOMES)))
    others = [
        (
            c.company,
            c.period,
            c.line,
            c.reference,
            f"{c.expected:,.0f}",
            "–" if c.read is None else f"{c.read:,.0f}",
        )
        for c in found
        if c.outcome in ("different", "refused")
    ]
    missing = Counter((c.company, c.line) for c in found if c.outcome == "missing")
    return "\n".join(
        [
            "# Accuracy",
            "",
            "Made by `python -m benchmarks.accuracy` from the filings recorded in tests/data; the references are those",
            "of [labels.py](labels.py) and [references.py](references.py). What a change of the reader moved is the difference of this",
            "file. What is different is not always wrong: a company may print “Net sales” beside a total that holds more.",
            "National Steel prints its revenue before and after sales taxes and is read after them; Sony tags its pre-tax income as",
            "profit from continuing operations, so that the sum of its filing is that of the tag, not of the statement.",
            "",
            *_markdown(head, body),
            "",
            "## Different or refused",
            "",
            *_markdown(("Company", "Period", "Line", "Reference", "Expected", "Read"), others),
            "",
            "## Missing",
            "",
            *_markdown(
                ("Company", "Line", "Periods"), [(*key, str(n)) for key, n in sorted(missing.items())]
            ),
            "",
        ]
    )


def _markdown(head: Iterable[str], body: Iterable[Iterable[str]]) -> list[str]:
    head = tuple(head)
    return ["| " + " | ".join(row) + " |" for row in (head, ("---",) * len(head), *body)]


if __name__ == "__main__":
    done = checks()
    TABLE.write_text(report(done), encoding="utf-8")
    print(f"{TABLE.name}: {len(done)} values, {sum(c.outcome == 'equal' for c in done)} of them equal")
