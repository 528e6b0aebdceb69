"""What a search over all accounts looks through: names, and what was entered about problems and people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from accountkit.i18n import LANGUAGES
from accountkit.model import Account

LONGEST = 300
"""Characters of one text that are looked through."""
MOST = 30_000
"""Characters of an account: of one that holds more, the last texts are not found."""

BETWEEN = "\t"
"""Stands between a text and the same in the next of `LANGUAGES`."""


def names_of(account: Account) -> str:
    """What the account is called and who has it."""
    profile = account.profile
    parts = (
        profile.name,
        profile.name_zh,
        profile.industry,
        profile.industry_zh,
        profile.owner,
        profile.ticker,
        account.slug,
    )
    return _one_line(" • ".join(part for part in parts if part))


def texts_of(account: Account) -> Iterator[str]:
    """The names, then each text once, in both languages where it has another; nothing private (`model.private`), since who may
    only read the account finds it too."""
    names = names_of(account)
    yield names
    length = len(names)
    for text in _texts(account):
        length += len(text)
        if length > MOST:
            return
        if text:
            yield text


def _texts(account: Account) -> Iterator[str]:
    for one in account.stakeholders.values():
        yield _both(account, one.role_title, one.unit)
    entered = chain(
        (peer.name for peer in account.peers.values()),
        (peer.name_zh for peer in account.peers.values()),
        (one.statement for one in account.problems.values()),
        (one.name for one in account.opportunities.values()),
        (one.action for one in account.commitments.values()),
        (one.statement for one in account.needs.values()),
        (one.statement for one in account.findings.values()),
    )
    known: set[str] = set()
    for text in entered:  # one by one: there may be thousands, and only the first are kept
        if text not in known:
            known.add(text)
            yield _both(account, text)


def _both(account: Account, *texts: str) -> str:
    """The texts in each language, apart by `BETWEEN`; once where they are the same."""
    said = [
        " • ".join(account.wording.get(lang, {}).get(text, "").strip() or text for text in texts if text)
        for lang in LANGUAGES
    ]
    return BETWEEN.join(dict.fromkeys(_one_line(text[:LONGEST]) for text in said))


def in_words_of(lang: str, text: str) -> str:
    """One of `texts_of` in a language alone."""
    said = dict(zip(LANGUAGES, text.split(BETWEEN), strict=False))
    return said.get(lang, said["en"])


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
