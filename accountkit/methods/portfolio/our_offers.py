"""What the sheets of our offers give to an account: values, answers, cases, for what its levers name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from accountkit.methods.method import Reading
from accountkit.methods.sentences import Word, text
from accountkit.model import Offer


def offers_for(reading: Reading, needs: Collection[str] | None = None) -> Mapping[str, Offer]:
    """The offers that answer these needs by the levers of the account; None is all its needs."""
    kept = reading.practice.offers
    named = (
        lever.offer_id for lever in reading.account.levers.values() if needs is None or lever.need_id in needs
    )
    return {key: kept[key] for key in dict.fromkeys(named) if key in kept}


def lines(words: str) -> Iterator[str]:
    """The entries of a block: a line each."""
    yield from (line.strip(" \t·-–•")[:500] for line in words.splitlines() if line.strip(" \t·-–•"))


def answers(offer: Offer) -> Mapping[str, str]:
    """The standing answers by question; a line without a question mark answers nothing."""
    found = {}
    for line in lines(offer.faq):
        asked, mark, answered = line.replace("？", "?").partition("?")
        if mark and answered.strip():
            found[asked.strip()] = answered.strip()
    return found


def cases(reading: Reading) -> list[Word]:
    """Customers who may be named: of the offers that answer a need of this account, else of all."""
    offers = offers_for(reading) or reading.practice.offers
    return [text(line) for offer in offers.values() for line in lines(offer.cases)][:3]
