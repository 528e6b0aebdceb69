"""Pictures of a brief's figures, all from one browser.

A page with plotly.js and all figures is given to a headless Chromium, which draws them and prints the page it made
(``--dump-dom``); the pictures are in it. One process, no driver and no port, and nothing is fetched:
the page forbids every address but plotly's own file. Measured on two cores: 2.3 s for eight figures, against
4.8 s through kaleido (docs/decisions/0003).

Where no Chromium or no plotly.js is found, or it fails, there are no pictures and `Pictures.missing` says why; the
writers then show each figure's table.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Literal
from urllib.parse import unquote_to_bytes

from accountkit.brief.blocks import Figure
from accountkit.i18n import _

WIDTH = 720
SCALE = {"svg": 1, "png": 2.5}
PATIENCE = 120
"""Seconds after which a browser that does not answer is given up."""
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--allow-file-access-from-files",
    "--virtual-time-budget=60000",
)
FONT = "'Noto Sans CJK SC', 'Source Sans 3', 'Noto Sans', 'Microsoft YaHei', 'PingFang SC', sans-serif"

_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
<script src="{plotly}"></script></head><body><script type="application/json" id="figures">{figures}</script><script>
(async () => {{
  for (const figure of JSON.parse(document.getElementById("figures").textContent)) {{
    const made = {{key: figure.key}}, size = {{width: {width}, height: figure.height}};
    try {{
      made.image = await Plotly.toImage(figure.plotly, {{format: "{form}", scale: {scale}, ...size}});
    }} catch (error) {{ made.error = String(error); }}
    const place = document.createElement("script");
    place.type = "text/plain";
    place.className = "picture";
    place.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(made))));
    document.body.append(place);
  }}
}})();
</script></body></html>"""
_MADE = re.compile(r'<script type="text/plain" class="picture">([A-Za-z0-9+/=]*)</script>')


@dataclass(frozen=True)
class Picture:
    """One figure drawn, as the bytes of an SVG or a PNG file, and its size in CSS pixels."""

    image: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Pictures:
    """The pictures by the figures' keys, and, where some are missing, why."""

    of: Mapping[str, Picture] = field(default_factory=dict)
    missing: str = ""


Form = Literal["svg", "png"]
_drawn: OrderedDict[str, Picture] = OrderedDict()
_REMEMBERED = 60


def pictures(figures: Iterable[Figure], form: Form) -> Pictures:
    """The pictures of `figures`; those drawn lately are not drawn again, the others by one browser."""
    figures = tuple(figures)
    wanted = {figure.key: _signature(figure, form) for figure in figures}
    new = [figure for figure in figures if wanted[figure.key] not in _drawn]
    missing = _draw(new, wanted, form) if new else ""
    made = {key: _drawn[signature] for key, signature in wanted.items() if signature in _drawn}
    while len(_drawn) > _REMEMBERED:
        _drawn.popitem(last=False)
    return Pictures(made, missing)


def forget() -> None:
    """Draw everything anew from here on (for measuring, and for tests)."""
    _drawn.clear()


def plotly_script() -> Path | None:
    """The plotly.min.js of the installed plotly package (found without importing it)."""
    spec = find_spec("plotly")
    places = spec.submodule_search_locations if spec else None
    script = Path(next(iter(places))) / "package_data" / "plotly.min.js" if places else None
    return script if script and script.is_file() else None


def browser() -> str | None:
    """The Chromium to draw with: ``ACCOUNTKIT_CHROMIUM``, else one on the path; ``none`` in it turns drawing off."""
    named = os.environ.get("ACCOUNTKIT_CHROMIUM")
    if named:
        return None if named == "none" else shutil.which(named)
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _signature(figure: Figure, form: Form) -> str:
    drawn = json.dumps([form, figure.plotly, figure.height], sort_keys=True, default=str)
    return hashlib.sha256(drawn.encode("utf-8", "surrogatepass")).hexdigest()


def _draw(figures: list[Figure], signatures: dict[str, str], form: Form) -> str:
    chromium, script = browser(), plotly_script()
    if chromium is None:
        return _(
            "Chromium was not found, so figures are shown as tables. Install it, or set ACCOUNTKIT_CHROMIUM."
        )
    if script is None:
        return _("plotly.js was not found, so figures are shown as tables. Install the plotly package.")
    try:
        page = _dumped(chromium, _page(figures, script, form))
    except (OSError, subprocess.SubprocessError):
        return _(
            "Chromium could not draw the figures, so they are shown as tables. Run {path} manually to see why."
        ).format(path=chromium)
    heights = {figure.key: figure.height for figure in figures}
    for made in (json.loads(base64.b64decode(text)) for text in _MADE.findall(page)):
        if "image" in made:
            _drawn[signatures[made["key"]]] = Picture(_bytes(made["image"]), WIDTH, heights[made["key"]])
    if all(signatures[figure.key] in _drawn for figure in figures):
        return ""
    return _("Some figures could not be drawn and are shown as tables.")


def _page(figures: list[Figure], script: Path, form: Form) -> str:
    asked = [
        {"key": figure.key, "plotly": _in_one_font(figure.plotly), "height": figure.height}
        for figure in figures
    ]
    text = json.dumps(asked, default=str).replace("<", "\\u003c")
    return _PAGE.format(plotly=script.as_uri(), figures=text, width=WIDTH, form=form, scale=SCALE[form])


def _in_one_font(figure: dict) -> dict:
    """The figure in a font that has Chinese and Latin letters of one cut, on white, so that widths are as measured."""
    layout = dict(figure.get("layout", {}))
    layout["font"] = {**layout.get("font", {}), "family": FONT}
    layout.pop("autosize", None)
    return {"data": figure.get("data", []), "layout": layout}


def _dumped(chromium: str, page: str) -> str:
    """The page after its scripts ran. The profile is a fresh folder, removed with everything that the browser kept."""
    with tempfile.TemporaryDirectory(prefix="accountkit-", ignore_cleanup_errors=True) as folder:
        place = Path(folder) / "figures.html"
        place.write_text(page, "utf-8")
        command = [
            chromium,
            *FLAGS,
            f"--user-data-dir={folder}/profile",
            *as_root(),
            "--dump-dom",
            place.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True, cwd=folder)
    return done.stdout.decode("utf-8", "replace")


def as_root() -> tuple[str, ...]:
    """Chromium refuses to sandbox itself for root, as whom a container runs."""
    return ("--no-sandbox",) if sys.platform != "win32" and os.geteuid() == 0 else ()


def _bytes(url: str) -> bytes:
    head, _comma, content = url.partition(",")
    return base64.b64decode(content) if head.endswith(";base64") else unquote_to_bytes(content)
