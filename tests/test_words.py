"""The rules of wording that a machine can check, on every sentence of the catalogues.

`PARTS` lists the parts of the package whose sentences are written by these rules; a new part is added when its sentences
are. What needs judgement (the right term, the order of a sentence) is not tested here.
"""

from __future__ import annotations

import re

import pytest

from tools.catalogues import LOCALE, kept

PARTS = ("finance", "figures", "brief", "sources", "store", "core", "panels", "methods", "server")

BANNED_ENGLISH = re.compile(
    r"\b(practically|nobody|somebody|whoever|any more|of ours|rests? on|stands? (?:there|here|still|ready|on)"
    r"|is no|dear|meanwhile|admit(?:s|ted)?|own money|borrowing|wanted|usable peers?|given up"
    r"|unpaid invoices|told|every 100)\b",
    re.IGNORECASE,
)
BANNED_CHINESE = [
    "抓手",
    "杠杆点",
    "干系人",
    "眼下",
    "账户",
    "同业",
    "答复",
    "应对方案",
    "改编读法",
    "自有资金",
    "股东每投入",
    "驱动项",
    "已否定",
    "已证实",
    "已过时",
    "谈不上",
    "只是缩小",
    "掉在哪里",
    "坏年景",
    "大路货",
    "某人",
    "你们",
    "承认",
    "论断",
    "陈述",
    "方案抓手",
    "深思熟虑者",
    "问题型",
    "分摊到",
    "预算关闭",
    "持续经营活动",
    "次下一题",
]
NEVER_ENGLISH = re.compile(
    r"\b(customer's edition|seen by us|pursue[- ]ideal|owners' money|adapted reading|the lever they can move|shared out"
    r"|what is left of a sale|rival offers?|in tune|counts now|take the next customer|by itself|unharmed|look into"
    r"|(?:3|5|three|five) steps|deliberate|stood still|once [0-9{])\b",
    re.IGNORECASE,
)
"""The glossary's *never* column, and what the generators said before: words that one rule or another forbids."""
NEVER_CHINESE = re.compile(
    r"证据|产品或方案|型问题|(?<!投资)(?<!再投资)回报(?!率)|抓手|拍板|不值一提|头等大事|不会要|冬眠"
    r"|三步|五步|“数字”页|读法|有多大分量|巧做|索取(?:时机|失败|事项|一项)|黑名单"
)
NUMBERS = (
    "n|all|limit|size|revision|row|days|months|most|least|version|port|day|start|end|when|total|seconds|max_length"
    "|gt|ge|lt|le|share|rate|roe|score|rated|met|filled|multiple|needed|stale|confirmed|heavy|usable|far|fewest"
)
"""Placeholders that hold a number or a date: nothing parts them from the Chinese beside them."""
BLANK = re.compile(
    rf"[\u3400-\u9fff] (?=\d|\{{(?:{NUMBERS})\}})|(?<![A-Za-z\-=])(?:\d[\d,.\-]*%?|\{{(?:{NUMBERS})\}}) (?=[\u3400-\u9fff])"
)
PLACEHOLDER = re.compile(r"\{\w+\}")
HALF_WIDTH = re.compile(r"[\u3400-\u9fff][,;:?!()]|[,;:?!()][\u3400-\u9fff]")
SPACED_NUMBER = re.compile(r"[0-9}] [\u3400-\u9fff]|[\u3400-\u9fff] [0-9]")
HYPHEN_AS_MINUS = re.compile(r"(?:^|[\s(（])-[0-9{]")
STRAIGHT_QUOTES = re.compile(r"(?:^|[\s(])'[^' ]*'|[\u3400-\u9fff]['\"]")
UNIT = re.compile(r"\{(?:n|all|days|months)\} [个家项条处年天月]")


def sentences(part: str) -> list[tuple[str, str]]:
    return list(kept(LOCALE / "zh_CN" / f"{part}.po").items())


@pytest.mark.parametrize("part", PARTS)
def test_english_has_no_banned_word(part):
    assert [
        (english, found[0])
        for english, _zh in sentences(part)
        if (found := BANNED_ENGLISH.search(PLACEHOLDER.sub("", english)))
    ] == []


@pytest.mark.parametrize("part", PARTS)
def test_chinese_keeps_to_the_glossary(part):
    assert [(zh, word) for _english, zh in sentences(part) for word in BANNED_CHINESE if word in zh] == []


@pytest.mark.parametrize("part", PARTS)
def test_the_never_column_of_the_glossary_stays_empty(part):
    found = [
        (text, m[0])
        for text, _zh in sentences(part)
        if (m := NEVER_ENGLISH.search(PLACEHOLDER.sub("", text)))
    ]
    found += [(zh, m[0]) for _text, zh in sentences(part) if (m := NEVER_CHINESE.search(zh))]
    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_no_blank_parts_a_digit_from_a_chinese_character(part):
    assert [zh for _english, zh in sentences(part) if BLANK.search(zh)] == []


@pytest.mark.parametrize("part", PARTS)
def test_chinese_has_no_square_brackets_of_the_other_script(part):
    assert [
        zh for _english, zh in sentences(part) if re.search(r"\[[\u3400-\u9fff]|[\u3400-\u9fff]\]", zh)
    ] == []


@pytest.mark.parametrize("part", PARTS)
def test_chinese_punctuation_is_full_width_on_both_sides(part):
    assert [zh for _english, zh in sentences(part) if HALF_WIDTH.search(zh)] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_space_parts_a_number_from_its_chinese_unit(part):
    """A placeholder of a count stands next to its unit; one of a Latin name (a file, a currency) keeps its space."""
    latin = re.compile(r"\{(?!n\}|all\}|days\}|months\}|row\}|limit\})[a-z_]+\} ")
    found = [zh for _english, zh in sentences(part) if UNIT.search(zh)]
    found += [
        zh
        for _english, zh in sentences(part)
        if re.search(r"[\u3400-\u9fff] ?[0-9]+ [个家项条处年天月]", latin.sub("", zh))
    ]
    assert found == []


@pytest.mark.parametrize("part", PARTS)
def test_a_minus_is_a_minus_and_quotes_are_typographic(part):
    found = [text for pair in sentences(part) for text in pair if HYPHEN_AS_MINUS.search(text)]
    found += [text for pair in sentences(part) for text in pair if STRAIGHT_QUOTES.search(text)]
    assert [text for text in found if "pip install" not in text] == []


@pytest.mark.parametrize("part", PARTS)
def test_a_counted_noun_has_its_own_sentence_for_one(part):
    """There are no plural forms: a sentence that begins with ``{n} things`` has a twin for one, or puts the number last."""
    assert without_one({english for english, _zh in sentences(part)}) == []


def without_one(written: set[str]) -> list[str]:
    """Sentences that begin with a count and its noun, of which there is none for one."""
    plural = [text for text in written if re.match(r"\{n\} (?:comparable )?(\w+s)\b", text)]
    missing = [
        text
        for text in plural
        if not {re.sub(r"(\w+?)(?:ies|s)\b", one, text, count=1) for one in (r"\1", r"\1y")} & written
    ]
    return [text for text in missing if text not in FROM_TWO_ON]


FROM_TWO_ON = {
    "{n} comparable peers; quartiles need 8.",
    "{n} rows, {usable} of them comparable.",
    "{n} times",
    "{n} factors",
    "{n} factors rated, {heavy} with priority 9 or more; highest: {factor} ({priority}).",
}
"""Sentences that are said from two on alone, or in which a fraction follows."""


def test_the_rules_find_what_they_forbid():
    """Each pattern matches the sentence that it was written for."""
    assert BANNED_ENGLISH.search("'{line}' is no line of a statement") and BANNED_ENGLISH.search(
        "Practically all of it"
    )
    assert HALF_WIDTH.search("首席财务官:") and HALF_WIDTH.search("385.4% (失真)")
    assert HYPHEN_AS_MINUS.search("fell by -{n}") and not HYPHEN_AS_MINUS.search("use --order")
    assert STRAIGHT_QUOTES.search("'{value}' is not known") and STRAIGHT_QUOTES.search("文件'{name}'")
    assert UNIT.search("共 {n} 家公司")
    assert NEVER_ENGLISH.search("our step is in tune") and NEVER_ENGLISH.search("in the customer's edition")
    assert NEVER_ENGLISH.search("It is tried again by itself.") and not NEVER_ENGLISH.search("Three factors")
    assert NEVER_CHINESE.search("提高回报") and not NEVER_CHINESE.search("投资回报率")
    assert BLANK.search("超过 50 MB") and BLANK.search("第 {n} 行") and BLANK.search("5 以下")
    assert not BLANK.search("另存为 UTF-8 编码") and not BLANK.search("请打开 {file} 后重试")
