"""Writing: formats by ending, in one step, with or without a browser, in a company's own look."""

from __future__ import annotations

import io
import os
import signal
import struct
import subprocess
import zlib

import pytest
from docx import Document
from pptx import Presentation
from pptx.util import Inches

from accountkit.brief import (
    FORMATS,
    InvalidLook,
    Look,
    UnknownFormat,
    compose,
    format_of,
    pictures,
    read_look,
    write,
)
from accountkit.brief import chromium as ready
from tests.brief.accounts import new_oriental


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\1\2" * 2))
    + chunk(b"IEND", b"")
)
"""A picture of four grey pixels."""


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_CHROMIUM", "none")
    pictures.forget()


def test_the_format_follows_from_the_ending():
    assert [format_of(f"a.{kind}") for kind in FORMATS] == list(FORMATS)
    assert format_of("A.DOCX") == "docx" and format_of("x.htm") == "html"
    with pytest.raises(UnknownFormat, match=r"html, docx, pptx, pdf, md, xlsx"):
        format_of("brief.odt")


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "pptx"])
def test_without_a_browser_tables_stand_in_and_a_note_says_so(no_browser, kind):
    out = io.BytesIO()
    written = write(compose(new_oriental()), out, kind)
    assert written.size == len(out.getvalue()) > 10_000
    if kind != "pptx":
        assert any("Chromium" in note and "ACCOUNTKIT_CHROMIUM" in note for note in written.notes)
    if kind == "docx":
        document = Document(io.BytesIO(out.getvalue()))
        assert not document.inline_shapes and any(
            "Figure 2" in paragraph.text for paragraph in document.paragraphs
        )


def test_a_browser_that_fails_is_no_error(monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_CHROMIUM", "false")
    pictures.forget()
    written = write(compose(new_oriental()), io.BytesIO(), "docx")
    assert any("could not draw" in note for note in written.notes)


def test_one_browser_draws_all_figures_and_none_twice(monkeypatch, chromium):
    """One is started; a further brief finds it ready, and what was drawn lately is not drawn again."""
    ready.close()
    pictures.forget()
    started, drawn = [], []
    spawned, of_one = ready._spawned, ready.Browser.drawn
    monkeypatch.setattr(ready, "_spawned", lambda *a: started.append(a) or spawned(*a))
    monkeypatch.setattr(
        ready.Browser, "drawn", lambda self, figures, **k: drawn.extend(figures) or of_one(self, figures, **k)
    )
    brief = compose(new_oriental())
    out = io.BytesIO()
    write(brief, out, "docx")
    count = len(brief.figures())
    assert len(started) == 1
    assert len(Document(io.BytesIO(out.getvalue())).inline_shapes) == count == len(drawn) >= 8
    write(brief, io.BytesIO(), "docx")
    assert len(started) == 1 and len(drawn) == count
    write(brief, io.BytesIO(), "pdf")
    assert len(started) == 1 and len(drawn) == 2 * count, "another form of picture, the same browser"


def test_a_browser_that_died_is_replaced(chromium):
    pictures.forget()
    write(compose(new_oriental()), io.BytesIO(), "docx")
    os.killpg(ready._kept.child, signal.SIGKILL)
    pictures.forget()
    assert not write(compose(new_oriental()), io.BytesIO(), "docx").notes


def test_a_browser_is_closed_and_leaves_nothing(chromium):
    pictures.forget()
    write(compose(new_oriental()), io.BytesIO(), "docx")
    kept = ready._kept
    ready.close()
    assert ready._kept is None and not os.path.exists(kept.folder)
    with pytest.raises(ProcessLookupError):
        os.kill(kept.child, 0)


def test_every_picture_in_word_has_a_text_alternative(chromium):
    out = io.BytesIO()
    write(compose(new_oriental()), out, "docx")
    for shape in Document(io.BytesIO(out.getvalue())).inline_shapes:
        assert shape._inline.docPr.get("descr")


def test_a_page_shows_its_pictures_without_script(chromium):
    out = io.BytesIO()
    write(compose(new_oriental()), out, "html", interactive=False)
    page = out.getvalue().decode()
    assert page.count("data:image/svg+xml") >= 8 and "<script" not in page and len(page) < 1_000_000


def test_charts_come_alive_in_a_browser(tmp_path, chromium):
    """A reader's browser unpacks plotly.js from the page and draws every figure; nothing is asked of any host."""
    place, brief = tmp_path / "brief.html", compose(new_oriental())
    write(brief, place, draw=False)
    command = [
        chromium,
        *pictures.FLAGS,
        *pictures.as_root(),
        f"--user-data-dir={tmp_path}/profile",
        *pictures.DUMP,
        place.as_uri(),
    ]
    shown = subprocess.run(command, capture_output=True, timeout=180, check=True).stdout.decode()
    assert shown.count('class="living"') == len(brief.figures()) >= 8


def test_tables_fit_a_wide_screen(tmp_path, chromium):
    """On a screen of 1280 pixels no table of a page needs to be scrolled."""
    place = tmp_path / "brief.html"
    write(compose(new_oriental()), place, interactive=False, draw=False)
    counted = (
        "[...document.querySelectorAll('.table')].filter((one) => one.scrollWidth > one.clientWidth + 1)"
    )
    script = f"<script>document.body.dataset.cut = {counted}.length</script></body>"
    place.write_text(place.read_text("utf-8").replace("</body>", script), "utf-8")
    flags = [*pictures.FLAGS, *pictures.as_root(), f"--user-data-dir={tmp_path}/profile", *pictures.DUMP]
    command = [chromium, *flags, "--window-size=1280,900", place.as_uri()]
    shown = subprocess.run(command, capture_output=True, timeout=180, check=True).stdout.decode()
    assert 'data-cut="0"' in shown and 'class="table short"' in shown


def test_a_page_asks_no_address(chromium):
    out = io.BytesIO()
    write(compose(new_oriental()), out, "html", interactive=False)
    page = out.getvalue().decode()
    assert "default-src 'none'" in page
    for attribute in (' src="http', "url(http", "@import", "<link"):
        assert attribute not in page


def test_a_file_is_replaced_in_one_step(tmp_path, monkeypatch):
    place = tmp_path / "brief.md"
    place.write_text("old")
    write(compose(new_oriental()), place)
    assert place.read_text("utf-8").startswith("# Account brief")
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_progress_is_told():
    steps = []
    write(compose(new_oriental()), io.BytesIO(), "md", progress=steps.append)
    assert steps == ["Writing md"]


def test_headings_styles_and_contents_are_real():
    out = io.BytesIO()
    write(compose(new_oriental(), lang="zh_CN"), out, "docx", draw=False)
    document = Document(io.BytesIO(out.getvalue()))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"][:2] == [
        "一页概览",
        "客户财务数据",
    ]
    fonts = document.styles["Normal"].element.rPr.rFonts
    assert (
        fonts.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia")
        == "Microsoft YaHei"
    )
    assert document.core_properties.author == "accountkit" and not document.core_properties.last_modified_by


def test_a_company_template_gives_styles_header_and_places(tmp_path):
    template = Document()
    template.add_paragraph("Prepared by {{company}} for {{customer}}")
    template.add_paragraph("{{title}}", style="Title")
    template.add_paragraph("{{brief}}")
    template.add_paragraph("Closing words")
    template.sections[0].footer.paragraphs[0].text = "Confidential, {{date}}"
    template.save(tmp_path / "template.docx")
    (tmp_path / "look.toml").write_text('company = "Example Ltd"\naccent = "#0a7d55"\n', "utf-8")
    (tmp_path / "logo.png").write_bytes(PNG)
    look = read_look(tmp_path)
    out = io.BytesIO()
    write(compose(new_oriental()), out, "docx", look=look, draw=False)
    document = Document(io.BytesIO(out.getvalue()))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert (
        texts[0] == "Prepared by Example Ltd for New Oriental" and texts[1] == "Account brief: New Oriental"
    )
    assert texts[-1] == "Closing words" and texts.count("Account brief: New Oriental") == 1
    assert document.sections[0].footer.paragraphs[0].text == "Confidential, 15 June 2023"
    assert len(document.inline_shapes) == 1, "the logo"


def test_a_company_deck_gives_master_and_size(tmp_path):
    template = Presentation()
    template.slide_width = Inches(12)
    template.slides.add_slide(template.slide_layouts[0])
    template.save(tmp_path / "corporate.pptx")
    out = io.BytesIO()
    write(compose(new_oriental()), out, "pptx", look=read_look(tmp_path / "corporate.pptx"), draw=False)
    deck = Presentation(io.BytesIO(out.getvalue()))
    assert deck.slide_width == Inches(12) and 8 <= len(deck.slides) <= 12
    assert deck.slides[0].shapes.title.text_frame.text == "Account brief: New Oriental"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("look.toml", 'accent = "blue"', "#1d4ed8"),
        ("look.toml", "colour = 3", "not a setting"),
        ("look.toml", "accent = ", "cannot be read"),
        ("logo.png", "<svg/>", "PNG or JPEG"),
        ("logo.png", "\x89PNG cut off", "PNG or JPEG"),
    ],
)
def test_a_wrong_look_says_what_is_wrong(tmp_path, name, content, said):
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(InvalidLook, match=said):
        read_look(tmp_path)


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_a_broken_template_says_so(tmp_path, kind):
    (tmp_path / f"template.{kind}").write_bytes(b"not an archive")
    with pytest.raises(InvalidLook, match="Save it as"):
        write(compose(new_oriental()), io.BytesIO(), kind, look=read_look(tmp_path), draw=False)


def test_a_look_that_is_not_there_is_named():
    with pytest.raises(InvalidLook, match="no-such-folder"):
        read_look("no-such-folder")
    assert Look().tone("bad") != Look().tone("good")


def test_who_asks_is_told_in_their_own_language_what_is_done_and_what_is_missing(monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_CHROMIUM", "none")
    steps: list[str] = []
    chinese = compose(new_oriental(), lang="zh_CN")
    written = write(chinese, io.BytesIO(), "docx", progress=steps.append)
    assert (
        steps[-1] == "Writing docx"
        and all(text.isascii() for text in (*steps, *written.notes))
        and written.notes
    )
