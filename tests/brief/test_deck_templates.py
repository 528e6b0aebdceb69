"""A deck in two companies' templates, slide by slide as a reader sees it: titles in their boxes, nothing cut, their fonts."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from accountkit.brief import InvalidLook, compose, read_look, write
from accountkit.brief.deck_template import Setting, staged
from accountkit.brief.deck_text import Fitted, fitted
from tests.brief.accounts import new_oriental
from tests.brief.conftest import brief_of
from tests.brief.templates import dark_title, four_by_three

POINT = 12_700
TEMPLATES = {"dark": (dark_title, "walmart", "en"), "narrow": (four_by_three, "new-oriental", "zh_CN")}
ROOM = Setting(44, "Times New Roman", False, False, 840, 84)
"""A title of 44 points in a box of 840 by 84 points: one line at that size."""


def words(document: Path) -> list[list[tuple[float, float, float, float, str]]]:
    """The words of each page with their boxes, in points from the top left."""
    shown = subprocess.run(["pdftotext", "-bbox", str(document), "-"], capture_output=True, check=True)
    pages: list[list[tuple[float, float, float, float, str]]] = []
    for text in shown.stdout.decode().splitlines():
        if "<page " in text:
            pages.append([])
        if found := re.search(
            r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', text
        ):
            left, top, right, bottom = map(float, found.groups()[:4])
            pages[-1].append((left, top, right, bottom, found[5]))
    return pages


def hanging(word: str) -> float:
    """A Chinese stop may stand beyond the end of its line, in the margin."""
    return 28.0 if word[-1] in "，。：；" else 0.0


def bare(text: str) -> str:
    return re.sub(r"\s|&\w+;|[“”\"'’&]", "", text).casefold()


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_title_is_in_its_box(tmp_path, office, name):
    made, slug, lang = TEMPLATES[name]
    place = tmp_path / "brief.pptx"
    write(brief_of(slug, lang=lang), place, look=read_look(made(tmp_path)), draw=False)
    deck = Presentation(str(place))
    pages = words(office(place, "pdf"))
    assert len(pages) == len(deck.slides) <= 12
    for slide, page in zip(deck.slides, pages, strict=True):
        title = slide.shapes.title
        left, top = title.left / POINT - 1, title.top / POINT - 1
        right, bottom = left + title.width / POINT + 2, top + title.height / POINT + 2
        inside = [
            word
            for x0, y0, x1, y1, word in page
            if x0 >= left and x1 <= right + hanging(word) and y0 >= top and y1 <= bottom
        ]
        assert bare("".join(inside)) == bare(title.text_frame.text), (
            "the title, and nothing else, is in its box"
        )
        height, width = deck.slide_height / POINT, deck.slide_width / POINT
        assert not [word for word in page if word[0] < 0 or word[2] > width or word[3] > height]


def test_titles_keep_the_templates_size_where_they_fit(tmp_path):
    place = tmp_path / "brief.pptx"
    write(brief_of("walmart"), place, look=read_look(dark_title(tmp_path)), draw=False)
    sizes = [
        run.font.size.pt if run.font.size else 44
        for slide in Presentation(str(place)).slides
        for run in slide.shapes.title.text_frame.paragraphs[0].runs
    ]
    assert 44 in sizes and min(sizes) >= 0.6 * 44


def test_a_title_is_whole_then_its_first_sentence_then_smaller_then_cut():
    assert fitted("Short and clear.", ROOM) == Fitted("Short and clear.", None)
    two = fitted("Costs rose by a tenth. And much more is told after that sentence here.", ROOM)
    assert (two.text, two.size) == ("Costs rose by a tenth.", None)
    long = fitted("Return on equity recovered to 4.9 % in the year from a loss of 27.6 % a year before", ROOM)
    assert long.text.endswith("before") and long.size is not None and long.size < 44
    cut = fitted("word " * 80, ROOM)
    assert cut.text.endswith("…") and cut.size == pytest.approx(26.4)
    assert fitted("净资产" * 80, ROOM).text.endswith("…")


def test_text_is_light_on_a_dark_ground(tmp_path):
    narrow = staged(read_look(four_by_three(tmp_path)))
    assert narrow.dark and narrow.ink == "tx1", "the theme's text colour is the light one there"
    assert not staged(read_look(dark_title(tmp_path))).dark, "a dark title alone makes no dark ground"


def test_the_outline_holds_the_text(tmp_path):
    """Title, text, footer and number stand in placeholders; a placeholder that nothing fills is taken out."""
    place = tmp_path / "brief.pptx"
    write(brief_of("walmart"), place, draw=False)
    texts = 0
    for number, slide in enumerate(Presentation(str(place)).slides, 1):
        kinds = {shape.placeholder_format.type: shape for shape in slide.placeholders}
        assert all(shape.text_frame.text.strip() for shape in kinds.values())
        texts += PP_PLACEHOLDER.OBJECT in kinds
        if number > 1:
            assert kinds[PP_PLACEHOLDER.SLIDE_NUMBER].text_frame.text == str(number)
            assert "Walmart" in kinds[PP_PLACEHOLDER.FOOTER].text_frame.text
    assert texts >= 4


def test_a_template_of_the_wrong_kind_is_refused(tmp_path):
    deck, disguised = dark_title(tmp_path), tmp_path / "template.docx"
    shutil.copyfile(deck, disguised)
    with pytest.raises(InvalidLook, match="Word template"):
        write(compose(new_oriental()), tmp_path / "a.docx", look=read_look(disguised), draw=False)
    with pytest.raises(InvalidLook, match="for pptx, not for docx"):
        write(compose(new_oriental()), tmp_path / "a.docx", look=read_look(deck), draw=False)


def test_a_template_without_the_layouts_says_which(tmp_path):
    deck = Presentation()
    for layout in list(deck.slide_layouts)[1:]:
        deck.slide_layouts.remove(layout)
    deck.save(tmp_path / "bare.pptx")
    with pytest.raises(InvalidLook, match="one content"):
        write(
            compose(new_oriental()), tmp_path / "a.pptx", look=read_look(tmp_path / "bare.pptx"), draw=False
        )
