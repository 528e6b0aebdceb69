"""The built scripts are what their sources say, and draw what our figures are made of."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from accountkit.methods import REGISTRY, Analyses
from accountkit.panels import compiled, vue
from accountkit.panels.registry import PANELS, panel_class
from accountkit.panels.workbook import WorkbookPanel
from accountkit.samples import SLUGS, sample
from accountkit.server import first_paint
from accountkit.server.assets import NEEDED_EXTENSIONS, Assets

FRONTEND = Path(__file__).parents[2] / "frontend"
BUILT = files("accountkit.server") / "share" / "static"


def hash_of_frontend() -> str:
    names = [f"src/{path.name}" for path in sorted((FRONTEND / "src").iterdir())]
    digest = hashlib.sha256()
    for name in [*names, "package.json", "build.mjs"]:
        digest.update((FRONTEND / name).read_bytes())
    return digest.hexdigest()[:16]


@pytest.mark.parametrize("name", ["host.js", "whole.js", "whole.css", "charts.js", "shims.js"])
def test_what_is_served_was_built_from_the_sources(name):
    first = (BUILT / name).read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"/* accountkit {hash_of_frontend()} */", "run: make frontend"


@pytest.mark.parametrize("module", compiled.modules())
def test_each_compiled_module_was_built_from_its_own_files(module):
    text = (BUILT / "panels" / f"{module}.js").read_text(encoding="utf-8")
    assert compiled.outdated(module, text) == [], "run: make frontend"


def test_nothing_else_is_compiled():
    names = {file.name for file in (BUILT / "panels").iterdir()}
    assert names == {f"{module}.js" for module in compiled.modules()}
    assert {panel.VUE for panel in (WorkbookPanel, *map(panel_class, PANELS))} <= vue.panels().keys()


def test_each_file_has_lines_of_its_own_so_that_git_can_merge_two_that_changed():
    text = (BUILT / "panels" / "shared.js").read_text(encoding="utf-8")
    headings = list(re.finditer(r"^/\* accountkit .* \*/$", text, re.MULTILINE))
    assert len(headings) == len(compiled.modules()[compiled.SHARED])
    for heading in headings[1:]:
        assert text[: heading.start()].endswith("\n\n"), heading[0]


def test_the_styles_are_those_of_the_files():
    places = (*vue.components().values(), *vue.panels().values())
    styles = {place: re.findall(r"<style>(.*?)</style>", vue.source(place), re.DOTALL) for place in places}
    blocks = [
        f"/* {place} */\n" + "\n".join(map(str.strip, found)) + "\n"
        for place, found in styles.items()
        if found
    ]
    assert (BUILT / "panels.css").read_text(encoding="utf-8") == "\n".join(blocks), "run: make frontend"


def test_a_served_kernel_is_sent_no_source(monkeypatch):
    monkeypatch.setenv(*compiled.told({"pest": "/static/panels/pest.js"}).popitem())
    served = compiled.template_of("pest.vue")
    assert (served.template, served.esm_module, served.esm_export) == (None, "accountkit/pest", "default")
    assert "<template>" in compiled.template_of("brief.vue")  # it has no address
    monkeypatch.delenv(compiled.ADDRESSES)
    assert "<template>" in compiled.template_of("pest.vue")


def test_a_panel_older_than_its_file_is_not_named(monkeypatch):
    assert Assets("/").panels.keys() == compiled.modules().keys() - {compiled.SHARED}
    as_it_is = compiled.hash_of
    changed = {"own/pest.vue"}
    monkeypatch.setattr(compiled, "hash_of", lambda place: "0" * 16 if place in changed else as_it_is(place))
    text = (BUILT / "panels" / "pest.js").read_text(encoding="utf-8")
    assert compiled.outdated("pest", text) == ["own/pest.vue"]
    assert Assets("/").panels.keys() == compiled.modules().keys() - {compiled.SHARED, "pest"}
    changed.add("shared/dots.vue")
    assert Assets("/").panels == {}  # all of them use what they share


def test_a_page_asks_early_for_what_all_share_and_for_what_it_shows():
    assets = Assets("/")
    names = [address.rpartition("/")[2] for address in assets.modules("workbook", "pest")]
    assert names == ["shared.js", "workbook.js", "pest.js"]
    assert len(assets.modules("")) == len(compiled.modules())  # a notebook of one's own


def test_the_charts_are_of_the_plotly_that_the_package_brings():
    ours = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))["devDependencies"]["plotly.js"]
    head = (files("plotly") / "package_data" / "plotly.min.js").read_text(encoding="utf-8")[:200]
    theirs = re.search(r"plotly\.js v([\d.]+)", head)[1]
    assert ours == theirs


@pytest.mark.parametrize("slug", SLUGS)
def test_the_charts_draw_every_kind_of_trace_that_is_painted_first(slug):
    source = (FRONTEND / "src" / "charts.js").read_text(encoding="utf-8")
    kinds = {"scatter", *re.findall(r'from "plotly\.js/lib/(?!core)(\w+)"', source)}
    account = sample(slug)
    drawings = [drawing for key in REGISTRY for drawing in first_paint.paint(Analyses(account), key).drawings]
    drawn = {trace.get("type", "scatter") for drawing in drawings for trace in drawing.figure["data"]}
    assert drawn and drawn <= kinds


def test_a_page_names_the_container_of_each_extension():
    assets = Assets("/at/")
    assert [one["name"] for one in assets.containers] == list(NEEDED_EXTENSIONS)
    for one in assets.containers:
        assert one["address"].startswith(f"/at/static/accountkit/{assets.hash}/labextensions/{one['name']}/")
        assert one["address"].removeprefix(assets.url()) in assets.files
        assert one["extension"] == "./extension"
