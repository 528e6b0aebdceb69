"""Success rate by relationship: what is a realistic base rate for this customer? (seed 000/6)

    expected value = amount × base rate, at a funnel grade × 1.0, 0.75, 0.5 or 0.25

The product and the factors are proposals of the methods file; the rates can be edited. Worked: 900 k × 50 % = 450 k.
"""

from __future__ import annotations

from collections.abc import Mapping

from accountkit.i18n import N_
from accountkit.methods.method import Entry
from accountkit.methods.sentences import Word, money, name, says, share
from accountkit.methods.shapes import Calculator, Input, Result
from accountkit.methods.shapes.calculator import CalculatorReading

RELATIONS = (
    ("prospect", N_("prospect")),
    ("first_time", N_("first-time buyer")),
    ("repeat", N_("repeat buyer")),
)
RATES = {
    "prospect": (N_("Rate with prospects"), 0.06),
    "first_time": (N_("Rate with first-time buyers"), 0.15),
    "repeat": (N_("Rate with repeat buyers"), 0.5),
}
FACTORS = {"A": 1.0, "B": 0.75, "C": 0.5, "D": 0.25}


def _rate(reading: CalculatorReading) -> float | None:
    relation = reading.value("relation")
    if relation is None:
        return None
    own = reading.setting(relation)
    return RATES[relation][1] if own is None else float(own)


def _expected(reading: CalculatorReading) -> float | None:
    rate, amount = _rate(reading), reading.value("how_much")
    return None if rate is None or amount is None else amount * rate


def _grade(reading: CalculatorReading) -> str | None:
    (funnel,) = reading.method.reads
    found: str | None = reading.analyses.read(funnel, reading.subject_id).verdict
    return found


def _adjusted(reading: CalculatorReading) -> float | None:
    expected, grade = _expected(reading), _grade(reading)
    return None if expected is None or grade is None else expected * FACTORS[grade]


def _words(reading: CalculatorReading) -> Mapping[str, Word]:
    return {
        "deal": name(reading.called),
        "rate": share(reading.results["rate"]),
        "value": money(reading.score, reading.currency),
        "grade": _grade(reading),
        "adjusted": money(reading.results["adjusted"], reading.currency),
    }


METHOD = Calculator(
    key="relationship_win_rate",
    name=N_("Success rate by relationship"),
    question=N_("What is a realistic base rate for this customer?"),
    group="plan",
    workspace="deal",
    source="000/6",
    rule=N_(
        "Expected value is the amount times the base rate of the relationship; the funnel grade lowers it to three quarters (B), half (C) or a quarter (D)."
    ),
    first=N_("Choose the relationship and enter the amount."),
    subject="opportunity",
    reads=("funnel_grade",),
    uses=("opportunities", "currency"),
    settings=tuple(Entry(key, name, kind="percent") for key, (name, _rate_) in RATES.items()),
    inputs=(
        Input("relation", N_("Relationship"), "choice", choices=RELATIONS),
        Input("how_much", N_("Amount"), "money", on_record=True),
    ),
    results=(
        Result("expected", N_("Expected value"), _expected, "money", N_("amount × base rate")),
        Result(
            "adjusted",
            N_("At the funnel grade"),
            _adjusted,
            "money",
            N_("expected value × factor of the grade"),
        ),
        Result("rate", N_("Base rate"), _rate, "percent"),
    ),
    says=(
        says(N_("{deal}: base rate {rate}, expected value {value}."), internal=True),
        says(N_("{deal} at funnel grade {grade}: {adjusted}."), internal=True),
    ),
    words=_words,
    feeds=("quota_plan", "opportunity_ranking"),
)
