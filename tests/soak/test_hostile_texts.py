"""Every text field of every kind of record with every text that would be more than text if anything took it for that: through the
app's own edits and a reader's comment; shown on the pages and in each format of the brief, and exported."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from docx import Document
from openpyxl import load_workbook

from accountkit.brief import FORMATS
from accountkit.model import from_json, to_json
from accountkit.samples import sample
from accountkit.workbook import open_account
from tests.brief.opened import everything
from tests.e2e.conftest import app, chromium, read, visit  # noqa: F401
from tests.e2e.pages import TABS, open_workbook, show_tab
from tests.soak.conftest import option
from tests.soak.texts import GROUPS, at, places
from tests.soaking import soaked

pytestmark = pytest.mark.browser
MADE = """() => [...document.querySelectorAll("*")].filter((one) => [...one.attributes].some(({ name, value }) =>
  (/^on/.test(name) && /ran *=/.test(value)) || name === "srcdoc"
  || (/^(href|xlink:href|src|action|formaction|data)$/.test(name) && /^(javascript:|data:text)/.test(value.trim())))
  ).map((one) => one.outerHTML.slice(0, 200))"""


def is_harmless(page) -> None:
    """Nothing ran, and no element was made of a text."""
    assert page.evaluate("window.ran") is None
    assert page.evaluate(MADE) == []


def plain(text: str) -> str:
    """The letters and digits of a text, which no format changes."""
    return re.sub(r"[\W_]+", "", text)


def in_lines(text: str) -> str:
    """A text as a form sends it."""
    return "\n".join(text.splitlines()).strip()


def test_every_text_field_with_every_hostile_text(app, visit, read, tmp_path, record_property):  # noqa: F811
    groups = GROUPS[: option("groups", len(GROUPS))]
    paths, lost, files = tuple(places(sample("walmart"))), 0, 0
    page = visit(app, "/")
    for number, group in enumerate(groups):
        slug = f"text-{number}"
        app.store.create(sample("walmart").model_copy(update={"slug": slug}), by="ann")
        for text in (*group, "\n".join(group)):
            lost += typed(app.store, slug, paths, text)
        open_workbook(page, app.base, slug)
        for tab in TABS:
            show_tab(page, tab)
            is_harmless(page)
        lost += commented(app, read, slug, group)
        for kind in FORMATS:
            answer = page.request.get(f"{app.base}/brief/{slug}.{kind}?lang={('en', 'zh_CN')[number % 2]}")
            assert answer.ok, (slug, kind, answer.status)
            lost += sum(not shows(answer.body(), kind, text) for text in group)
            files += 1
            if kind == "html":
                file = tmp_path / "brief.html"
                file.write_bytes(answer.body())
                page.goto(file.as_uri())
                is_harmless(page)
        app.store.delete(slug)
    texts = sum(map(len, groups))
    soaked(
        record_property,
        f"{texts} hostile texts in each of {len(paths)} text fields, and as a reader's comment",
        texts * (len(paths) + 1),
        lost,
        f"nothing executed: {len(TABS)} tabs, readers' pages and {files} briefs in {len(FORMATS)} formats show text",
    )


def typed(store, slug: str, paths: tuple[str, ...], text: str) -> int:
    """Put a text into each field; how many of them are not stored, or not exported, as they were typed."""
    book = open_account(slug, db=store.url)
    for path in paths:
        book.edit(path, text)
    stored = store.load(slug)
    exported = from_json(to_json(stored, with_private=True))
    return sum(at(account, path) != text for path in paths for account in (stored, exported))


def commented(app, read, slug: str, texts: tuple[str, ...]) -> int:  # noqa: F811
    """A reader opens a link, sees nothing run, and comments with each text; how many are not stored."""
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secret, _link = app.store.create_link(slug, by="ann", edition="internal", expires=expires)
    page = read(app, f"/read/{secret}")
    for text in texts:
        page.locator(".claims summary").first.click()
        page.locator(".claims textarea").first.fill(text)
        page.locator(".claims input[name=name]").first.fill("A reader")
        page.locator(".claims form button").first.click()
        page.locator(".claims [role=status]").first.wait_for()
        is_harmless(page)
        page.goto(f"{app.base}/read/{secret}")
    page.context.close()
    stored = [in_lines(one.text) for one in app.store.load(slug).comments.values()]
    return sum(in_lines(text) not in stored for text in texts)


def shows(content: bytes, kind: str, text: str) -> bool:
    """Whether a file shows the text; a formula of it, or a link out of it, there is none."""
    if kind == "xlsx":
        cells = [
            one for sheet in load_workbook(io.BytesIO(content)) for row in sheet.iter_rows() for one in row
        ]
        assert not [one.value for one in cells if one.data_type == "f" and text.strip() in str(one.value)]
        assert not [one.hyperlink for one in cells if one.hyperlink and "evil" in str(one.hyperlink.target)]
    if kind == "docx":
        assert not [
            rel
            for rel in Document(io.BytesIO(content)).part.rels.values()
            if rel.is_external and "evil" in rel.target_ref
        ]
    return plain(text)[:40] in plain(everything(content, kind))
