"""The formulas of lifetime profit and lifetime value, and the names of what goes into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accountkit.i18n import N_
from accountkit.methods.marks import mean_of
from accountkit.methods.sentences import Word, label, money
from accountkit.methods.shapes.calculator import CalculatorReading

RECENT = {0: 0.5, 1: 0.3, 2: 0.2}
"""What each of the last three years counts in the forecast, by its age."""
LONGEST = 20
"""More years ahead are not counted; the result says so."""
PURCHASE = ("purchase", N_("Purchase value"))
BESIDE = {
    "word_of_mouth": N_("Word-of-mouth value"),
    "information": N_("Information value"),
    "knowledge": N_("Knowledge value"),
    "transaction": N_("Transaction value"),
}
COSTS = {
    "attract": N_("Acquisition cost"),
    "sell": N_("Selling cost"),
    "retain": N_("Retention cost"),
    "serve": N_("Service cost"),
}
FIT = {
    "product_fit": N_("Product fit"),
    "brand_fit": N_("Brand association"),
    "loyalty": N_("Loyalty"),
    "buying_power": N_("Buying power"),
}


def forecast(reading: CalculatorReading) -> float | None:
    """What a year brings for which no forecast is entered."""
    past = reading.series("profit_history")
    known = {age: share for age, share in RECENT.items() if age in past}
    return sum(share * past[age] for age, share in known.items()) / sum(known.values()) if known else None


def future_profit(reading: CalculatorReading) -> float | None:
    """The lifetime profit in the narrow sense: what is still to come."""
    entered, usual = reading.series("profit_forecast"), forecast(reading)
    years = range(1, 1 + int(min(max(reading.value("horizon"), 0), LONGEST)))
    flows = {year: entered.get(year, usual) for year in years}
    if None in flows.values():
        return None
    return sum(flow / (1 + reading.value("discount")) ** year for year, flow in flows.items())


def whole_profit(reading: CalculatorReading) -> float | None:
    """The lifetime profit in the wide sense: past and future."""
    past, ahead = reading.series("profit_history"), future_profit(reading)
    if not past or ahead is None:
        return None
    return sum(profit * (1 + reading.value("discount")) ** age for age, profit in past.items()) + ahead


def lifetime_value(reading: CalculatorReading) -> float | None:
    """All values in money less the four costs; None until purchase and costs are known."""
    earned, spent = brings(reading), costs(reading)
    return None if earned is None or spent is None else earned - spent


def brings(reading: CalculatorReading) -> float | None:
    """All values in money; None until that of purchases is known."""
    values = _known(reading, (PURCHASE[0], *BESIDE))
    return sum(values.values()) if PURCHASE[0] in values else None


def costs(reading: CalculatorReading) -> float | None:
    """The four costs; None until all are known."""
    known = _known(reading, COSTS)
    return sum(known.values()) if len(known) == len(COSTS) else None


def rating(reading: CalculatorReading, key: str) -> float | None:
    """A value beside purchase, 1 to 5: as rated; that of transactions else follows from how well we fit."""
    rated = reading.value(f"{key}_rating")
    return mean_of(map(reading.value, FIT)) if rated is None and key == "transaction" else rated


def _known(reading: CalculatorReading, keys: Iterable[str]) -> dict[str, float]:
    return {key: reading.value(key) for key in keys if reading.value(key) is not None}


def potential(reading: CalculatorReading) -> float | None:
    known = _known(reading, BESIDE)
    return sum(known.values()) if known else None


def words(reading: CalculatorReading) -> Mapping[str, Word]:
    rated = {key: rating(reading, key) for key in BESIDE}
    values = _known(reading, BESIDE) or {key: value for key, value in rated.items() if value is not None}
    currency = reading.account.currency
    return {
        "clv": money(reading.results["clv"], currency),
        "clp": money(reading.results["clp_narrow"], currency),
        "value": label(BESIDE[max(values, key=lambda key: values[key])]) if values else None,
    }
