"""The built scripts are what their sources say, and draw what our figures are made of."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from accountkit.methods import REGISTRY
from accountkit.panels.compiled import ADDRESS, hash_of_sources, template_of
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
    for name in [*names, "package.json", "build.mjs", "vue-files.mjs"]:
        digest.update((FRONTEND / name).read_bytes())
    return digest.hexdigest()[:16]


@pytest.mark.parametrize("name", ["host.js", "whole.js", "whole.css", "charts.js", "shims.js", "panels.js"])
def test_what_is_served_was_built_from_the_sources(name):
    first = (BUILT / name).read_text(encoding="utf-8").partition("\n")[0]
    expected = hash_of_sources() if name == "panels.js" else hash_of_frontend()
    assert first == f"/* accountkit {expected} */", "run: make frontend"


def test_every_panel_is_in_the_compiled_module():
    exported = re.search(r"export\{([^}]*)\}", (BUILT / "panels.js").read_text(encoding="utf-8"))[1]
    names = {part.rpartition(" as ")[2].strip() for part in exported.split(",")}
    assert names == {panel.VUE.removesuffix(".vue") for panel in (WorkbookPanel, *map(panel_class, PANELS))}


def test_a_served_kernel_is_sent_no_source(monkeypatch):
    monkeypatch.setenv(ADDRESS, "/static/panels.js")
    served = template_of("pest.vue")
    assert (served.template, served.esm_module, served.esm_export) == (None, "accountkit", "pest")
    monkeypatch.delenv(ADDRESS)
    assert "<template>" in template_of("pest.vue")


def test_panels_older_than_their_sources_are_not_named(monkeypatch):
    assert Assets("/").panels.endswith("/panels.js")
    monkeypatch.setattr("accountkit.server.assets.hash_of_sources", lambda: "0" * 16)
    assert Assets("/").panels == ""


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
    drawings = [drawing for key in REGISTRY for drawing in first_paint.paint(account, key).drawings]
    drawn = {trace.get("type", "scatter") for drawing in drawings for trace in drawing.figure["data"]}
    assert drawn and drawn <= kinds


def test_a_page_names_the_container_of_each_extension():
    assets = Assets("/at/")
    assert [one["name"] for one in assets.containers] == list(NEEDED_EXTENSIONS)
    for one in assets.containers:
        assert one["address"].startswith(f"/at/static/accountkit/{assets.hash}/labextensions/{one['name']}/")
        assert one["address"].removeprefix(assets.url()) in assets.files
        assert one["extension"] == "./extension"
