"""What a search over all accounts looks through: names, and what was entered about problems and people."""

from __future__ import annotations

from collections.abc import Iterator

from accountkit.model import Account

LONGEST = 300
"""Characters of one text that are looked through."""
MOST = 30_000
"""Characters of an account: of one that holds more, the last texts are not found."""


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
        found = _one_line(text)
        length += len(found)
        if length > MOST:
            return
        if found:
            yield found


def _texts(account: Account) -> Iterator[str]:
    for one in account.stakeholders.values():
        yield _both(account, one.role_title, one.unit)
    entered = (
        *(peer.name for peer in account.peers.values()),
        *(peer.name_zh for peer in account.peers.values()),
        *(one.statement for one in account.problems.values()),
        *(one.name for one in account.opportunities.values()),
        *(one.action for one in account.commitments.values()),
        *(one.statement for one in account.needs.values()),
        *(one.statement for one in account.findings.values()),
    )
    for text in dict.fromkeys(entered):
        yield _both(account, text)


def _both(account: Account, *texts: str) -> str:
    """The texts, and what they are in the other language."""
    others = [known[text] for known in account.wording.values() for text in texts if known.get(text)]
    return " • ".join(dict.fromkeys(text[:LONGEST] for text in (*texts, *others) if text))


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "").split())
