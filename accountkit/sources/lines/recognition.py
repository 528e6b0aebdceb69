"""Which canonical line a label means, and why it is thought so.

In this order: the line's own key, a filing concept, a known name, a name under its heading ("Profit attributable to:"
/ "Owners of the parent"), a similar name. Growth rates, margins and figures per share resemble lines and are none.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from accountkit.sources.imported import Reason
from accountkit.sources.lines import concepts
from accountkit.sources.lines.names import exports
from accountkit.sources.lines.vocabulary import EITHER_OWNER, NAMES, OTHER_OWNERS, OWNERS_OF_PARENT

KEYS = frozenset(NAMES)
LIKELY = 0.5
_NOT_A_LINE = re.compile(
    r"\b(growth|margin|percent|pct|ratio|per|yoy|qoq|change|days|comprehensive|eps|diluted|basic|average|shares|turnover ratio)\b"
    r"|增长|同比|环比|率|每股|占比|周转|综合收益|%|增速|天数"
)
_ENUMERATION = re.compile(
    r"^\s*(?:[\(（]?[一二三四五六七八九十]+[\)）、.．]|[\(（]?\d{1,2}[\)）、.．](?!\d)|[ivx]+[.)]\s)\s*"
)
_LEAD = re.compile(r"^(?:其中|减|加|less|plus|add|of which|including|deduct)\s*[:：]\s*")
_BRACKET = re.compile(r"[\(（\[【][^()（）\[\]【】]*[\)）\]】]")
_UNIFIED = (
    (re.compile(r"\bnon[- ]?controlling\b"), "noncontrolling"),
    (re.compile(r"\bnon[- ]current\b"), "noncurrent"),
    (re.compile(r"\b(?:share|stock) ?(?:holder|owner)s?['’]?s?['’]?"), "shareholders"),
    (re.compile(r"&"), " and "),
    (re.compile(r"\bnon[- ]operating\b"), "nonoperating"),
)
_COUNTED_IN = re.compile(
    r"\s+(?:(?:usd|cny|rmb|eur|gbp|hkd|jpy|\$)\s*)?(?:mil|mm|mn|mln|millions?|bn|billions?|thousands?|k)$"
    r"|(?<=[\u4e00-\u9fff])\s*(?:人民币|美元|港元)?(?:百万|千万|万|亿|千)?(?<!单)元$"
)
_INNER_CAPITAL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_OF_EXPORTS = 60
"""Where the ranks of names begin that only data services use."""
_SUPERSCRIPTS = re.compile(r"[¹²³⁰-⁹①-⒛Ⓐ-ⓩ*†‡§]+")


@dataclass(frozen=True)
class Match:
    """A recognised label. `rank` orders several labels of one line: the lower is the better name.

    `either` holds the line for all owners where the name could mean the parent's owners or all of them.
    """

    line: str
    reason: Reason
    confidence: float = 1.0
    rank: int = 0
    either: str = ""


def normal(label: str) -> str:
    """A label in one form: no numbering, no "其中：", no bracketed unit, footnote or punctuation, lower case."""
    text = unicodedata.normalize("NFKC", _SUPERSCRIPTS.sub(" ", label)).casefold().strip()
    text = _ENUMERATION.sub("", text)
    text = _LEAD.sub("", text)
    for pattern, word in _UNIFIED:
        text = pattern.sub(word, text)
    for bracket in _BRACKET.findall(text):
        text = text.replace(bracket, f" {bracket[1:-1]} " if _is_part_of_name(bracket[1:-1]) else " ")
    text = re.sub(r"[^\w%\u4e00-\u9fff]+|_", " ", text)
    text = re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", text)
    return re.sub(r"\s+", " ", text).strip()


def _is_part_of_name(inside: str) -> bool:
    """Whether what stands in brackets belongs to the name: ``income (loss)``, ``所有者权益(或股东权益)``."""
    return bool(
        re.fullmatch(r"(?:loss|losses|deficit|benefit|expense|income|或股东权益|加权|net)", inside.strip())
    )


def _is_field(name: str) -> bool:
    """Whether a name is a data service's field (``TOTAL_EQUITY``, ``n_income``) and not words of a language."""
    return name.isascii() and " " not in name and ("_" in name or name.isupper())


@cache
def _known() -> dict[str, tuple[str, int]]:
    """The names in words, in their normal form."""
    known: dict[str, tuple[str, int]] = {}
    for line, names in NAMES.items():
        for rank, name in enumerate(names):
            if not _is_field(name):
                known.setdefault(normal(name), (line, rank))
    for line, names in exports.NAMES.items():
        for rank, name in enumerate(names):
            if not _is_field(name):
                known.setdefault(name, (line, _OF_EXPORTS + rank))
    return known


@cache
def _fields() -> dict[str, tuple[str, int]]:
    """The fields of data services: as they are, and in the other case where that is no other field."""
    exact = {
        name: (line, rank)
        for table, first in ((exports.NAMES, _OF_EXPORTS), (NAMES, 0))
        for line, names in table.items()
        for rank, name in enumerate(names, start=first)
        if _is_field(name)
    }
    return {
        **{name.swapcase(): found for name, found in exact.items() if name.swapcase() not in KEYS},
        **exact,
    }


@cache
def recognised(label: str, heading: str = "", is_concept: bool = False) -> Match | None:
    """The line that a label means, under the heading it stands below; None if it is not known.

    A name that differs by a typing error only is taken as similar, with the likeness as confidence. `is_concept` says
    that the file calls its labels concepts, so that ``Assets`` and ``Equity`` are the taxonomy's and not plain words.
    """
    if is_concept:
        found = concepts.line_of(f"us-gaap:{label.split(':', 1)[-1].strip()}")
        return Match(found[0], "concept", rank=found[1]) if found else None
    if label.strip() in KEYS:
        return Match(label.strip(), "key")
    if found := _fields().get(label.strip()):
        return Match(found[0], "name", rank=found[1] + 2)
    if found := concepts.line_of(label.strip()):
        return Match(found[0], "concept", rank=found[1])
    if " " not in label.strip() and _INNER_CAPITAL.search(label):
        # Yahoo's names are words without spaces: TotalRevenue, PretaxIncome, annualNetIncome
        return recognised(_INNER_CAPITAL.sub(" ", label.strip().removeprefix("annual")), heading)
    return _named(normal(label), heading)


def _named(name: str, heading: str) -> Match | None:
    """The line of a name in its normal form, with or without the unit that it is counted in (``revenue usd mil``)."""
    if owners := _owners(name, normal(heading)):
        return Match(owners, "name", rank=1)
    if name in EITHER_OWNER:
        line, total = EITHER_OWNER[name]
        return Match(line, "name", rank=50, either=total)
    if name in _known():
        line, rank = _known()[name]
        return Match(line, "name", rank=rank + 2)
    if _NOT_A_LINE.search(name):
        return None
    if named := _of_named_owners(name):
        return Match(named, "name", rank=90)
    bare = _COUNTED_IN.sub("", name)
    return _named(bare, heading) if bare != name else _similar(name)


def _owners(name: str, heading: str) -> str | None:
    """The line of "Owners of the parent" or "Non-controlling interests" under a heading of profit or equity."""
    if "attributable" not in heading and "应占" not in heading and "归属" not in heading:
        return None
    if "comprehensive" in heading or "综合" in heading:
        return None
    profit = re.search(r"profit|income|loss|earnings|溢利|利润|亏损|盈利", heading)
    if name in OWNERS_OF_PARENT:
        return "net_income" if profit else "equity"
    if name in OTHER_OWNERS:
        return "minority_income" if profit else "minority_interest"
    return None


_NAMED_OWNERS = (
    (
        re.compile(
            r"(?:income|profit|earnings|loss)(?: for the (?:year|period))?(?: income| loss)? attributable to .+|归属.*(?:净利润|利润|溢利|损益)"
        ),
        "income",
    ),
    (
        re.compile(
            r"(?:equity|net assets|deficit) attributable to .+|归属.*(?:权益|净资产)(?:合计|总额|总计)?|total (?:[\w']+ ){1,4}shareholders (?:equity|deficit)"
        ),
        "equity",
    ),
)
_OTHER_THAN_WHOLE = re.compile(
    r"discontinued|continuing|before|liabilit|redeemable|accumulated|\bother\b|持续经营|扣除|扣非|每股"
)


def _of_named_owners(name: str) -> str | None:
    """The line of a name that says whose it is: ``net income attributable to Walmart``, ``归属于本行股东的净利润``.

    The owners are the parent's, whatever the company is called, unless the name says minorities.
    """
    if _OTHER_THAN_WHOLE.search(name):
        return None
    kind = next((kind for pattern, kind in _NAMED_OWNERS if pattern.search(name)), None)
    if kind and any(other in name for other in OTHER_OWNERS):
        return "minority_income" if kind == "income" else "minority_interest"
    if kind == "income" and re.search(r"\bcommon\b|普通股", name):
        return "net_income_common"
    return {"income": "net_income", "equity": "equity", None: None}[kind]


def _similar(name: str) -> Match | None:
    words = name.split()
    if not name.isascii() or len(name) < 6:
        return None
    best: tuple[float, str] | None = None
    for known, (line, _rank) in _known().items():
        likeness = _likeness(words, known.split())
        if likeness and (best is None or likeness > best[0]):
            best = (likeness, line)
    return Match(best[1], "similar", round(0.9 * best[0], 2), rank=100) if best else None


def _likeness(words: list[str], known: list[str]) -> float:
    """How alike two names are, word by word; 0 unless every word is the same but for a slip of a letter."""
    if len(words) != len(known):
        return 0.0
    score = 1.0
    for word, other in zip(words, known, strict=True):
        if word == other:
            continue
        if (
            min(len(word), len(other)) < 4
            or abs(len(word) - len(other)) > 2
            or word.startswith("non") != other.startswith("non")
        ):
            return 0.0
        alike = SequenceMatcher(None, word, other).ratio()
        if alike < 0.8:
            return 0.0
        score = min(score, alike)
    return score


@lru_cache(maxsize=5_000)
def proposals(label: str, most: int = 3) -> tuple[str, ...]:
    """Lines to propose for a label that was not recognised, the likeliest first.

    Names are compared by the pairs of neighbouring characters that they share (Dice's coefficient).
    """
    name = normal(label)
    if len(name) < 2 or _NOT_A_LINE.search(name):
        return ()
    own = _pairs(name)
    scored: dict[str, float] = {}
    for known, (line, _rank) in _known().items():
        theirs = _pairs(known)
        shared = 2 * len(own & theirs) / (len(own) + len(theirs) or 1)
        scored[line] = max(scored.get(line, 0.0), shared)
    likeliest = sorted(scored.items(), key=lambda item: -item[1])[:most]
    return tuple(line for line, score in likeliest if score >= LIKELY)


@lru_cache(maxsize=5_000)
def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1))
