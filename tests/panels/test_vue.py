"""The .vue files: nothing unescaped, no foreign host, every word known to the catalogue, every path in reach."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from accountkit.methods.workspaces import tabs
from accountkit.panels import vue
from accountkit.panels.events import SHARED
from accountkit.panels.registry import panel_class

SOURCES = {
    path.name: path.read_text(encoding="utf-8")
    for folder in (*vue.LISTS["panels"], *vue.LISTS["components"])
    for path in (files("accountkit.panels") / folder).iterdir()
    if path.name.endswith((".vue", ".js", ".css"))
}


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_of_a_user_is_put_into_markup(name):
    assert not re.search(r"v-html|innerHTML|insertAdjacentHTML|document\.write|\beval\(", SOURCES[name])


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_is_asked_of_another_host(name):
    assert not re.findall(r"https?://(?!\"|')[\w.]+", SOURCES[name])


@pytest.mark.parametrize("key", [*tabs(), "influence_score", "workbook"])
def test_every_event_the_page_sends_is_one_the_panel_takes(key):
    kind = (
        panel_class(key)
        if key != "workbook"
        else __import__("accountkit.panels.workbook", fromlist=["x"]).WorkbookPanel
    )
    known = {*SHARED, *kind.EVENTS}
    sent = {name for text in vue.used(kind.VUE) for name in re.findall(r"\bact\(\s*['\"](\w+)['\"]", text)}
    assert sent - known == set()


@pytest.mark.parametrize("key", [*tabs(), "influence_score"])
def test_every_tag_of_ours_is_a_component_that_exists(key):
    text = "\n".join(vue.used(panel_class(key).VUE))
    assert set(re.findall(r"<(ak-[a-z\-]+)", text)) <= vue.components().keys()


def test_texts_in_either_quotes_are_found():
    assert {"Evidence", "B Customer's words"} <= set(vue.texts("pest.vue"))


@pytest.mark.parametrize("key", tabs())
def test_each_tab_has_a_panel(key):
    assert panel_class(key).VUE in vue.panels()


@pytest.mark.parametrize("script", vue.LISTS["scripts"])
def test_what_the_shared_scripts_say_is_among_the_words_of_every_panel(script):
    said = set(re.findall(r'this\.t\("([^"]+)"', vue.source(script)))
    assert said or "this.t(" not in vue.source(script)
    assert all(said <= set(vue.texts(name)) for name in vue.panels())
