"""The Word document: what Word itself counts, keeps together and reads aloud."""

from __future__ import annotations

import io
import re
import subprocess

import pytest
from docx import Document
from docx.oxml.ns import qn

from accountkit.brief import Look, compose, read_look, write
from tests.brief.accounts import new_oriental
from tests.brief.conftest import brief_of


def document(brief=None, **options):
    out = io.BytesIO()
    write(brief or compose(new_oriental()), out, "docx", draw=False, **options)
    return Document(io.BytesIO(out.getvalue()))


@pytest.mark.parametrize(("lang", "table"), [("en", "Table"), ("zh_CN", "表")])
def test_captions_are_counted_by_word(lang, table):
    """Each number is a field, and the fields stand in order with the results that the brief gave."""
    brief = compose(new_oriental(), lang=lang)
    captions = [p for p in document(brief).paragraphs if p.style.name == "Caption"]
    fields = [found for p in captions for found in re.findall(r"SEQ (\w+)", p._p.xml)]
    assert fields.count("Table") + fields.count("Figure") == len(captions)
    numbers = [int(re.search(r"\d+", p.text)[0]) for p in captions if p.text.startswith(table)]
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 5


def test_tables_repeat_their_head_divide_no_row_and_leave_none_alone():
    for table in document().tables:
        rows = table._tbl.findall(qn("w:tr"))
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        if len(rows) == 1:
            continue  # key figures
        assert rows[0].trPr.find(qn("w:tblHeader")) is not None
        kept = [bool(row.findall(f".//{qn('w:keepNext')}")) for row in rows]
        assert kept[0] and kept[-1] is False
        assert len(rows) < 3 or (kept[1] and kept[-2]), "neither the first nor the last row stands alone"


def test_tables_and_the_logo_have_a_text_alternative():
    from tests.brief.test_writing import PNG

    made = document(look=Look(company="Example Ltd", logo=PNG))
    assert all(table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for table in made.tables)
    assert made.inline_shapes[0]._inline.docPr.get("descr") == "Example Ltd"


def test_our_words_stand_beside_a_templates_header(tmp_path):
    template = Document()
    template.sections[0].header.paragraphs[0].text = "Example Ltd, Shanghai"
    template.save(tmp_path / "template.docx")
    header = document(look=read_look(tmp_path)).sections[0].header
    texts = [paragraph.text for paragraph in header.paragraphs]
    assert texts[0] == "Example Ltd, Shanghai" and texts[1].startswith("New Oriental ·")


@pytest.mark.parametrize(("slug", "lang"), [("walmart", "en"), ("new-oriental", "zh_CN")])
def test_the_table_of_contents_has_the_pages_that_a_reader_sees(tmp_path, office, chromium, slug, lang):
    """Word's own layout cannot be asked here; LibreOffice's is, which may differ from it by a page."""
    place = tmp_path / "brief.docx"
    write(brief_of(slug, lang=lang), place)
    said = [
        p.text.split("\t") for p in Document(str(place)).paragraphs if p.style.name == "Brief Contents Line"
    ]
    shown = subprocess.run(
        ["pdftotext", "-layout", str(office(place, "pdf")), "-"], capture_output=True, check=True
    )
    pages = shown.stdout.decode().split("\f")
    assert len(said) > 5
    for title, page in said:
        near = [
            number
            for number, text in enumerate(pages, 1)
            if abs(number - int(page)) <= 1 and any(bare(row) == bare(title) for row in text.splitlines())
        ]
        assert near, f"{title} is said to be on page {page}"


def bare(text: str) -> str:
    return "".join(text.split())
