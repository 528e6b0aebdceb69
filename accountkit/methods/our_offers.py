"""What the sheets of our offers give to an account: values, answers, cases, of the offers that its levers name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

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


def values(offers: Iterable[Offer]) -> list[str]:
    """What no rival has, a line each."""
    return list(dict.fromkeys(line for offer in offers for line in lines(offer.unique_value)))


def standing_answer(offers: Iterable[Offer], said: str) -> str | None:
    """Our answer to what was said: that of the frequent question which shares the most telling words with it."""
    known = {answered: _telling(asked) for offer in offers for asked, answered in answers(offer).items()}
    shared = {answered: len(telling & _telling(said)) for answered, telling in known.items()}
    best = max(shared, key=lambda one: shared[one], default=None)
    return best if best and shared[best] else None


def _telling(words: str) -> set[str]:
    """Words of five letters or more, and of Chinese each three signs that follow one another."""
    signs = re.findall(r"[\u4e00-\u9fff]+", words)
    threes = {run[at : at + 3] for run in signs for at in range(len(run) - 2)}
    return threes | set(re.findall(r"[a-z]{5,}", words.casefold()))


def cases(reading: Reading) -> list[Word]:
    """Customers who may be named: of the offers that answer a need of this account, else of all."""
    offers = offers_for(reading) or reading.practice.offers
    return [text(line) for offer in offers.values() for line in lines(offer.cases)][:3]
