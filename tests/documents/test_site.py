"""The site is built without a warning, and a page of it asks nothing of another host."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.command_page import PAGE, ROOT, page

ASKS = (
    re.compile(r"<(?:script|img|iframe|source|video|audio)\b[^>]*\bsrc=[\"'](?:https?:)?//", re.IGNORECASE),
    re.compile(r"<link\b[^>]*\bhref=[\"'](?:https?:)?//", re.IGNORECASE),
    re.compile(r"@import\s+(?:url\()?[\"']?(?:https?:)?//", re.IGNORECASE),
    re.compile(r"url\(\s*[\"']?(?:https?:)?//", re.IGNORECASE),
)
LINKED = re.compile(r"""(?:href|src)=["']([^"'#?:]+)["'#?]""")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "docs", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.mark.slow
def test_no_page_asks_another_host(site):
    asking = [
        f"{file.relative_to(site)}: {found[0]}"
        for file in site.rglob("*")
        if file.suffix in (".html", ".css")
        for pattern in ASKS
        if (found := pattern.search(file.read_text("utf-8")))
    ]
    assert asking == [] and (site / "tutorial.zh_CN.html").is_file()


@pytest.mark.slow
def test_every_link_between_pages_leads_somewhere(site):
    broken = {
        f"{file.relative_to(site)} → {link}"
        for file in site.rglob("*.html")
        for link in LINKED.findall(re.sub(r"<(pre|code)\b.*?</\1>", "", file.read_text("utf-8"), flags=re.S))
        if not (file.parent / link).exists()
    }
    assert broken == set()


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js">',
        "<img alt='' src='//cdn.example/x.png'>",
        '<link rel="stylesheet" href="https://fonts.example/css">',
        "@import url(https://fonts.example/css)",
        "src: url('http://fonts.example/a.woff2')",
    ],
)
def test_what_asks_another_host_is_noticed(text):
    assert any(pattern.search(text) for pattern in ASKS)


def test_the_page_of_commands_is_what_the_command_line_gives():
    assert (ROOT / PAGE).read_text("utf-8") == page(), "run `python -m tools.command_page`"


def test_each_page_for_users_is_there_in_both_languages():
    pages = {*ROOT.glob("docs/how-to/*.md"), *ROOT.glob("docs/tutorial*.md"), *ROOT.glob("docs/index*.md")}
    for one in pages:
        other = one.with_name(
            one.name.replace(".zh_CN", "") if ".zh_CN" in one.name else f"{one.stem}.zh_CN.md"
        )
        assert other in pages, one
        both = [
            re.findall(r"^#+ |^```\w*|^\|", each.read_text("utf-8"), re.MULTILINE) for each in (one, other)
        ]
        assert both[0] == both[1], f"{one.name} and {other.name} differ in headings, blocks or tables"
