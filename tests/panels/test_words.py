"""What a person reads in the app and in the samples: modern words, one term per concept, Chinese set as Chinese is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from accountkit.samples import SLUGS, sample

LOCALE = Path(__file__).parents[2] / "accountkit" / "locale" / "zh_CN"
PARTS = ("methods", "panels", "server")
ENGLISH = re.compile(
    r"\b(dear(er|est)?|whoever|nobody|somebody|anybody|any ?more|meanwhile|of ours|stands?|stood|told|wanted|"
    r"begins? with|rests? on|is no(?! longer)|are no|admit(s|ted)?|squeez\w+|usable|weigh(s|ed)?|touched|"
    r"own money|on every 100|taken apart|read(s|ing)? .* aloud)\b|'\{",
    re.IGNORECASE,
)
CHINESE = re.compile(
    r"[\u4e00-\u9fff][,;!?]|[\u4e00-\u9fff]:(?!//)|\([\u4e00-\u9fff]|[\u4e00-\u9fff]\)|"
    r"\d [\u4e00-\u9fff]|[\u4e00-\u9fff] \d|\} (?=[个项家倍年天秒条])|"
    r"同业|抓手|证实|否定|过时|承认|读法|驱动项|大路货|你|某人|论断|自有资金|深思熟虑|掉在|坏年景|答复"
)
PLACEHOLDERS_AS_WORDS = {"{wanted} by {date}"}
"""The names of placeholders are code."""


def sentences(part: str) -> list[tuple[str, str]]:
    with (LOCALE / f"{part}.po").open("rb") as stream:
        return [(str(m.id), str(m.string)) for m in read_po(stream) if m.id]


@pytest.mark.parametrize("part", PARTS)
def test_english_sentences_use_modern_words(part):
    found = [text for text, _chinese in sentences(part) if ENGLISH.search(text)]
    assert not set(found) - PLACEHOLDERS_AS_WORDS


@pytest.mark.parametrize("part", PARTS)
def test_chinese_sentences_use_the_glossary_and_full_width_punctuation(part):
    assert not [text for _english, text in sentences(part) if CHINESE.search(text)]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_samples_are_written_by_the_same_rules(slug):
    chinese = sample(slug).wording["zh_CN"]
    assert len(chinese) > 100
    assert not [text for text in chinese if ENGLISH.search(text)]
    assert not [text for text in chinese.values() if CHINESE.search(text)]


@pytest.mark.parametrize(
    "text",
    ["Dear food", "“x” rests on no finding", "'{line}' is no line", "Nobody admits it", "It squeezes you"],
)
def test_an_archaic_sentence_is_found(text):
    assert ENGLISH.search(text)


@pytest.mark.parametrize("text", ["首席财务官:", "(失真)", "3.1 亿美元", "同业中位数", "{n} 家", "好,坏"])
def test_badly_set_chinese_is_found(text):
    assert CHINESE.search(text)
