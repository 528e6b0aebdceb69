"""Units and currencies as headers, titles and labels name them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from accountkit.errors import StatementError
from accountkit.i18n import _

_MONEY_ZH = r"(?:元|美元|港元|港币|日元|欧元|人民币|美金|圆)"
_CHINESE = re.compile(
    rf"(万亿|百亿|十亿|亿|千万|百万|十万|万|千)(?={_MONEY_ZH})"
    r"|(?:单位|金额单位|人民币|美元|港元)\s*[::]?\s*\(?(万亿|百亿|十亿|亿|千万|百万|十万|万|千)"
    r"|[(\[](万亿|百亿|十亿|亿|千万|百万|十万|万|千)[)\]]"
)
_CHINESE_SIZE = {
    "万亿": 1e12,
    "百亿": 1e10,
    "十亿": 1e9,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "十万": 1e5,
    "万": 1e4,
    "千": 1e3,
}
_CODE = r"(?:us\$|hk\$|nt\$|[$€£¥]|\b(?:usd|cny|rmb|eur|gbp|jpy|hkd|chf|cad|aud|sgd|inr|krw|twd))"
_ENGLISH: tuple[tuple[re.Pattern[str], float], ...] = (
    # 万元 and 亿元 in English exports of Chinese services
    (re.compile(r"\b(?:100|hundred) ?(?:m|mn|mil|millions?)\b"), 1e8),
    (re.compile(r"\b(?:10|ten) ?(?:k|thousands?)\b|\b(?:rmb|cny|yuan) ?10,?000\b"), 1e4),
    (re.compile(rf"\btrillions?\b|{_CODE}\s*tn\b"), 1e12),
    (re.compile(rf"\bbillions?\b|\bbn\b|{_CODE}\s*bn?\b"), 1e9),
    (
        re.compile(
            rf"\bmillions?\b|\bmn\b|\bmln\b|\bmio\b|\bmils?\b|{_CODE}\s*mm?\b|[(\[]mm?[)\]]|^mm?$|000,000"
        ),
        1e6,
    ),
    (
        re.compile(
            rf"\bthousands?\b|['’]\s*000|{_CODE}\s*(?:k|000s?)\b|[(\[](?:k|000s?)[)\]]|\b000s\b|^k$|^000$"
        ),
        1e3,
    ),
    (re.compile(r"\bcrores?\b"), 1e7),
    (re.compile(r"\blakhs?\b"), 1e5),
)
_WHOLE = re.compile(
    rf"单位\s*[::]?\s*\(?(?:人民币)?{_MONEY_ZH}|[(\[]{_MONEY_ZH}[)\]]|\bin (?:whole )?(?:dollars|yuan)\b|^元$|^ones?$"
)
_CURRENCIES: tuple[tuple[str, str], ...] = (
    ("USD", r"us\s?\$|\busd\b|美元|美金|u\.?s\.? dollars?"),
    ("HKD", r"hk\s?\$|\bhkd\b|港元|港币|hong kong dollars?"),
    ("TWD", r"nt\s?\$|\btwd\b|新台币|新臺幣"),
    ("CNY", r"\brmb|\bcny\b|人民币|renminbi|cn¥|\byuan\b"),
    ("EUR", r"€|\beur\b|欧元|\beuros?\b"),
    ("GBP", r"£|\bgbp\b|英镑|pounds? sterling"),
    ("JPY", r"\bjpy\b|日元|日圆|\byen\b|円"),
    ("KRW", r"₩|\bkrw\b|韩元"),
    ("INR", r"₹|\binr\b|卢比"),
    ("CHF", r"\bchf\b|瑞士法郎"),
    ("CAD", r"(?<![a-z])ca?\$|\bcad\b|加元"),
    ("AUD", r"(?<![a-z])a\$|\baud\b|澳元"),
    ("SGD", r"(?<![a-z])s\$|\bsgd\b|新加坡元"),
    ("SEK", r"\bsek\b"),
    ("NOK", r"\bnok\b"),
    ("DKK", r"\bdkk\b"),
    ("BRL", r"(?<![a-z])r\$|\bbrl\b"),
    ("MXN", r"\bmxn\b"),
    ("ZAR", r"\bzar\b"),
    ("ILS", r"\bils\b"),
    ("RUB", r"\brub\b"),
    ("THB", r"\bthb\b"),
    ("MYR", r"\bmyr\b"),
    ("IDR", r"\bidr\b"),
    ("PLN", r"\bpln\b"),
    ("TRY", r"\btry\b"),
)
_STRONG = tuple((code, re.compile(pattern)) for code, pattern in _CURRENCIES)


_SHARES = re.compile(r"\bshares? in (?:thousands?|millions?|billions?)")
"""What the title cell of a filing says of its share counts: ``shares in Thousands, $ in Millions``."""


def _folded(text: str) -> str:
    return re.sub(r"[_\s]+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()


@lru_cache(maxsize=5_000)
def unit_of(text: str) -> float | None:
    """The unit that a title, header or label names (1000 for "in thousands", 1e8 for 亿元); None if it names none.

    What follows "except" is about shares or amounts per share and is not read.
    """
    folded = _SHARES.sub(" ", re.split(r"\bexcept|另有说明|除.{0,12}外", _folded(text))[0])
    if match := _CHINESE.search(folded):
        return _CHINESE_SIZE[next(group for group in match.groups() if group)]
    for pattern, size in _ENGLISH:
        if pattern.search(folded):
            return size
    return 1.0 if _WHOLE.search(folded) else None


def unit_named(unit: float | str) -> float:
    """A unit given by a person: a number, or a word such as ``thousand``, ``USD m``, ``万元``."""
    if isinstance(unit, str):
        try:
            size = float(unit.replace(",", "").replace("_", ""))
        except ValueError:
            size = unit_of(unit) or {"亿": 1e8, "万": 1e4, "千": 1e3, "百万": 1e6}.get(unit.strip(), 0.0)
    else:
        size = float(unit)
    if not 0 < size <= 1e12:
        raise StatementError(
            _(
                "“{unit}” is not a unit. Use a number such as 1000, or thousand, million, billion, 千元, 万元, 百万元, 亿元."
            ).format(unit=str(unit)[:40])
        )
    return size


@lru_cache(maxsize=5_000)
def currencies_of(text: str) -> tuple[str, ...]:
    """The currencies that a text names beyond doubt, in the order of the list above."""
    folded = _folded(text)
    return tuple(code for code, pattern in _STRONG if pattern.search(folded))


def currency_hint(text: str) -> str | None:
    """The currency that a text only suggests: a plain ``$``, 元 without a country."""
    folded = _folded(text)
    if "$" in folded:
        return "USD"
    if re.search(r"(?<![美港日欧])元", folded) or ("¥" in folded and re.search(r"[\u4e00-\u9fff]", folded)):
        return "CNY"
    return "JPY" if "¥" in folded else None


def currency_named(currency: str) -> str:
    """A currency given by a person, as its code of three letters."""
    code = currency.strip().upper()
    if re.fullmatch(r"[A-Z]{3}", code) and code != "RMB":
        return code
    named = currencies_of(currency)
    if len(named) != 1:
        raise StatementError(
            _("“{currency}” is not a currency. Use its three-letter code, for example USD or CNY.").format(
                currency=currency[:40]
            )
        )
    return named[0]
