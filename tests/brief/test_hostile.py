"""Whatever people write stays text: no markup, no formula, no field, no script, in any format."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache

import pytest
from docx import Document
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

from accountkit.brief import FORMATS, Brief, compose, write
from accountkit.brief.markdown import _text
from accountkit.model import Account
from tests.brief.accounts import new_oriental
from tests.brief.conftest import LANGUAGES
from tests.brief.opened import everything

HOSTILE = {
    "html": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "formula": '=HYPERLINK("http://evil.example","click")',
    "plus": "+1+cmd|' /C calc'!A0",
    "field": '{ INCLUDETEXT "c:\\\\secret.txt" } \\* MERGEFORMAT',
    "typst": '#read("/etc/passwd") $x$ *bold* _it_ @ref <label> [x](y)',
    "markdown": "](javascript:alert(1)) ![x](http://evil.example/x.png) | a | b\n# head\n```",
    "long": "x" * 10_000,
    "turning": "abc\u202egnp.exe\u202c \u2067def\u2069",
    "control": "a\x00b\x0bc\x1fd\ufffe",
    "template": "{{title}} {brief} {0} %s {% raw %}",
    "json": '</script><script>"\\u0000',
}
GROUPS = {
    "formula first": ("formula", "html", "json", "field", "template"),
    "plus first": ("plus", "typst", "markdown"),
    "unprintable and long": ("control", "turning", "long"),
}
"""The texts one under the other, so that each format is written three times and not eleven; what begins a cell comes first."""


def hostile(text: str) -> Account:
    """The account with `text` wherever a person may write."""
    account = new_oriental()
    line, one = text[:500], text[:20_000]
    updates = {
        "profile": account.profile.model_copy(
            update={"name": line, "name_zh": line, "industry": line, "country": line, "summary": one}
        ),
        "evidence": {
            key: item.model_copy(update={"source": line, "who": line, "note": one})
            for key, item in account.evidence.items()
        },
        "findings": {
            key: item.model_copy(update={"statement": one, "change": one, "factor": line})
            for key, item in account.findings.items()
        },
        "problems": {
            key: item.model_copy(
                update={
                    "statement": one,
                    "metric": line,
                    "unit": line,
                    "nodes": {
                        name: node.model_copy(update={"text": one}) for name, node in item.nodes.items()
                    },
                }
            )
            for key, item in account.problems.items()
        },
        "needs": {
            key: item.model_copy(update={"statement": one, "indicators": one})
            for key, item in account.needs.items()
        },
        "levers": {key: item.model_copy(update={"statement": one}) for key, item in account.levers.items()},
        "stakeholders": {
            key: item.model_copy(update={"role_title": line}) for key, item in account.stakeholders.items()
        },
        "commitments": {
            key: item.model_copy(update={"action": one}) for key, item in account.commitments.items()
        },
        "opportunities": {"o1": account.objective.model_copy(update={"who": line, "what": line})},
        "peers": {
            key: item.model_copy(update={"name": line, "name_zh": line})
            for key, item in account.peers.items()
        },
    }
    return account.model_copy(update=updates)


def texts(group: str) -> str:
    return "\n".join(HOSTILE[name] for name in GROUPS[group])


@cache
def told(text: str, lang: str) -> Brief:
    return compose(hostile(text), lang=lang)


def written(text: str, kind: str, lang: str = "en") -> bytes:
    """A file, written once for all tests that look into it."""
    return _written(text, kind, lang)


@cache
def _written(text: str, kind: str, lang: str) -> bytes:
    out = io.BytesIO()
    write(told(text, lang), out, kind, draw=False)
    return out.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("group", GROUPS)
def test_every_format_is_written_and_shows_the_text(group, kind):
    found = everything(written(texts(group), kind, LANGUAGES[len(group) % 2]), kind).replace("\u200b", "")
    for shown in {
        "formula first": ("HYPERLINK",),
        "plus first": ("cmd",),
        "unprintable and long": ("abcd", "xxxxxxxx"),
    }[group]:
        assert shown in found


@pytest.mark.parametrize("group", GROUPS)
def test_html_gains_no_element_and_no_handler(group):
    page = written(texts(group), "html").decode()
    tree = etree.HTML(re.sub(r'(<script id="plotly"[^>]*>)[^<]*', r"\1", page))
    assert len(tree.xpath("//script")) == 3, "plotly, the figures, and our own lines"
    assert not tree.xpath(
        "//@onerror | //@onclick | //iframe | //object | //*[starts-with(@href, 'javascript')]"
    )
    assert all(not link.get("href").startswith(("javascript", "data")) for link in tree.xpath("//a"))
    json.loads(tree.xpath("//script[@id='figures']")[0].text)


@pytest.mark.parametrize("group", GROUPS)
def test_word_reads_it_without_a_field_of_theirs(group):
    document = Document(io.BytesIO(written(texts(group), "docx")))
    codes = [
        code.text
        for code in document.element.body.iter(
            "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instrText"
        )
    ]
    ours = re.compile(r"TOC \\o \"1-1\" \\h \\z|SEQ (Table|Figure) \\\* ARABIC|PAGEREF _\w+ \\h")
    assert all(ours.fullmatch(code.strip()) for code in codes)
    assert not [rel for rel in document.part.rels.values() if rel.is_external]


@pytest.mark.parametrize("group", GROUPS)
def test_excel_holds_no_formula_but_ours(group):
    book = load_workbook(io.BytesIO(written(texts(group), "xlsx")))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert re.match(r"=(IF\(|INDEX\(|\"\"|\(?[A-G]\d+|[\d.]+\*)", cell.value), cell.value
                    assert not any(text in cell.value for text in HOSTILE.values()), cell.value
                assert cell.hyperlink is None


@pytest.mark.parametrize("group", GROUPS)
def test_slides_stay_readable(group):
    deck = Presentation(io.BytesIO(written(texts(group), "pptx")))
    assert 8 <= len(deck.slides) <= 12
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                assert len(shape.text_frame.text) < 4_000


@pytest.mark.parametrize("kind", ["docx", "pptx", "xlsx"])
def test_every_part_is_well_formed_xml(kind):
    text = "".join(HOSTILE.values())[:9_000]
    with zipfile.ZipFile(io.BytesIO(written(text, kind))) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_markdown_has_no_link_picture_or_html_of_theirs():
    from markdown_it import MarkdownIt

    said = (
        MarkdownIt("commonmark", {"html": True})
        .enable("table")
        .render(written("".join(HOSTILE[k] for k in ("html", "markdown", "typst")), "md").decode())
    )
    tree = etree.HTML(said)
    assert not tree.xpath("//script | //img")
    assert all(link.get("href").startswith("https://example.org") for link in tree.xpath("//a"))


OPENINGS = (
    "- a",
    "+ a",
    "-",
    "---",
    "1. a",
    "12) a",
    "# a",
    "=== ",
    "> a",
    "* a",
    "1.\n2.",
    "a\n---",
    "a\n===",
    "    a",
)
PLAIN = (
    "10.2 %",
    "+0.8 points",
    "-5",
    "cash_flow",
    "C# and F#",
    "R&D",
    "a: b",
    "1.2.3",
    "2025年",
    "−1.5",
)


@pytest.mark.parametrize("text", OPENINGS)
def test_no_text_begins_a_block_of_markdown(text):
    from markdown_it import MarkdownIt

    for written_so in (_text(text), f"- {_text(text)}", f"> {_text(text)}"):
        tree = etree.HTML(MarkdownIt("commonmark").enable("table").render(written_so))
        assert not tree.xpath(
            "//h1 | //h2 | //hr | //ol | //pre | //em | //table | //ul//ul | //blockquote//blockquote"
        )


def test_a_formula_is_none():
    assert _text("US$ 1.2 m to US$ 3 m") == r"US\$ 1.2 m to US\$ 3 m"


def test_an_entity_stays_as_it_is_written():
    assert _text("&lt;b&gt; &#60;") == "&amp;lt;b&amp;gt; &amp;#60;"


@pytest.mark.parametrize("text", PLAIN)
def test_what_markdown_reads_as_text_is_written_as_it_is(text):
    assert _text(text) == text


def test_a_long_text_is_cut_with_its_length():
    assert "10,000 characters in all" in written(HOSTILE["long"], "md").decode()


def test_a_sign_that_no_font_has_keeps_no_pdf_from_being_written():
    assert "before" in everything(written("before \U0001f469\u200d\U0001f467 after", "pdf"), "pdf")


def test_the_pdf_shows_markup_as_written():
    shown = everything(written(HOSTILE["typst"], "pdf"), "pdf").replace("\u200b", "")
    assert "/etc/passwd" in shown and "root:x:0" not in shown
