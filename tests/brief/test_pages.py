"""Documents as a reader sees them: pages counted, nothing cut or over the edge, fonts embedded, Chinese there.

LibreOffice turns documents into PDF (about 5 s each), so one test looks at one document from all sides.
"""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from accountkit.brief import compose, write
from accountkit.samples import SLUGS
from tests.brief.accounts import new_oriental
from tests.brief.conftest import LANGUAGES, brief_of

CHINESE = "净资产收益率"
SEEN = (("new-oriental", "zh_CN"), ("walmart", "en"))
"""What is turned into PDF by LibreOffice: each sample and each language once."""


def text(document: Path, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, str(document), "-"], capture_output=True, check=True
    ).stdout.decode()


def pages(document: Path) -> list[str]:
    return text(document, "-layout").split("\f")[:-1]


def fonts(document: Path) -> list[list[str]]:
    listed = (
        subprocess.run(["pdffonts", str(document)], capture_output=True, check=True)
        .stdout.decode()
        .splitlines()[2:]
    )
    return [line.split() for line in listed]


def outside(document: Path, margin: float = 4.0) -> list[str]:
    """Words whose box is not wholly on their page, `margin` points from its edge."""
    found, width, height = [], 0.0, 0.0
    for line in text(document, "-bbox").splitlines():
        if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            width, height = map(float, page.groups())
        elif word := re.search(
            r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>', line
        ):
            left, top, right, bottom = map(float, word.groups()[:4])
            if left < margin or top < margin or right > width - margin or bottom > height - margin:
                found.append(word[5])
    return found


def looked_at(document: Path, lang: str, least: int, most: int) -> list[str]:
    shown = pages(document)
    assert least <= len(shown) <= most, len(shown)
    assert outside(document) == []
    assert fonts(document) and all("yes" in row[-5:-2] for row in fonts(document)), fonts(document)
    assert all(page.strip() for page in shown), "no page is empty"
    if lang == "zh_CN":
        assert CHINESE in text(document).replace(" ", "")
    return shown


def file(folder: Path, kind: str, lang: str, slug: str, **options) -> Path:
    place = folder / f"brief.{kind}"
    write(brief_of(slug, lang=lang), place, **options)
    return place


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pdf(tmp_path, lang, slug):
    shown = looked_at(
        file(tmp_path, "pdf", lang, slug, draw=False), lang, 8, 26
    )  # with the appendix; short tables stay whole
    assert {"en": "Sales objective:", "zh_CN": "目标："}[lang] in shown[0], "the first page is whole"
    assert {"en": "Contents", "zh_CN": "目录"}[lang] in shown[1]


@pytest.mark.parametrize(("slug", "lang"), SEEN)
def test_the_word_document(tmp_path, office, chromium, lang, slug):
    shown = looked_at(office(file(tmp_path, "docx", lang, slug), "pdf"), lang, 8, 30)
    assert {"en": "Sales objective:", "zh_CN": "目标："}[lang] in shown[0], "the first page is whole"
    assert {"en": "Contents", "zh_CN": "目录"}[lang] in shown[1]


@pytest.mark.parametrize(("slug", "lang"), SEEN)
def test_the_slides(tmp_path, office, lang, slug):
    shown = looked_at(office(file(tmp_path, "pptx", lang, slug, draw=False), "pdf"), lang, 8, 12)
    for number, page in enumerate(shown[1:], 2):
        assert str(number) in page.split()[-1], "the slide's number is its last word: nothing runs below it"


@pytest.mark.parametrize(("lang", "said"), [("en", "en-GB"), ("zh_CN", "zh-CN")])
def test_a_pdf_is_tagged_titled_and_says_its_language(tmp_path, lang, said):
    """What PDF/UA asks for and a screen reader needs; typst refuses to write a file that claims it and lacks it."""
    place = file(tmp_path, "pdf", lang, "walmart", draw=False)
    reader = PdfReader(place)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and root["/Lang"] == said
    assert (
        root["/ViewerPreferences"]["/DisplayDocTitle"]
        and reader.metadata.title == brief_of("walmart", lang=lang).title
    )
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_long_text_runs_over_no_edge(tmp_path):
    long = new_oriental()
    problems = {
        key: item.model_copy(update={"statement": "W" * 10_000, "metric": "M" * 500})
        for key, item in long.problems.items()
    }
    place = tmp_path / "long.pdf"
    write(compose(long.model_copy(update={"problems": problems})), place, draw=False)
    assert outside(place) == []


def test_a_chinese_pdf_without_a_chinese_font_says_so(monkeypatch):
    from accountkit.brief import typeset

    monkeypatch.setattr(typeset, "_families", lambda: ("Libertinus Serif",))
    out = io.BytesIO()
    written = write(compose(new_oriental(), lang="zh_CN"), out, "pdf", draw=False)
    assert any("fonts-noto-cjk" in note for note in written.notes)
    assert out.getvalue().startswith(b"%PDF")
