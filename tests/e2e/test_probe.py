"""The benchmark counts what a person sees and can use, and nothing that only stands in the page."""

from __future__ import annotations

import pytest

from benchmarks.browser import PROBE, usable
from benchmarks.competitors import BY_KEY

pytestmark = pytest.mark.browser
PAGE = """<div id="app"><div class="js-plotly-plot"><svg width="90" height="90"><g class="barlayer"><g class="point">
<path d="M0,90V10H30V90Z"></path></g></g></svg></div><div class="box"><span role="slider" tabindex="0"
style="display:block;width:20px;height:20px"></span></div></div>"""
READY = usable(BY_KEY["dash"])
UNSEEN = {
    "hidden": "app.style.visibility = 'hidden'",
    "not displayed": "app.style.display = 'none'",
    "transparent": "app.style.opacity = 0",
    "without an area": "document.querySelector('[role=slider]').style.width = 0",
    "disabled": "document.querySelector('[role=slider]').setAttribute('aria-disabled', 'true')",
    "inert": "app.inert = true",
    "without bars": "document.querySelector('path').remove()",
}


@pytest.mark.parametrize("how", UNSEEN)
def test_what_cannot_be_seen_or_used_does_not_count(chromium, how):
    page = chromium.new_page()
    page.set_content(PAGE)
    page.evaluate(PROBE)
    assert page.evaluate(f"Boolean({READY})")
    page.evaluate(f"const app = document.getElementById('app'); {UNSEEN[how]}")
    assert not page.evaluate(f"Boolean({READY})")
    page.close()


def test_a_transparent_input_over_its_own_drawing_counts_and_so_does_what_stands_in_a_shadow(chromium):
    page = chromium.new_page()
    page.set_content(PAGE)
    page.evaluate(PROBE)
    page.evaluate("document.querySelector('[role=slider]').style.opacity = 0")
    assert page.evaluate(f"Boolean({READY})")
    page.evaluate(
        "const app = document.getElementById('app'), host = document.createElement('div'); document.body.append(host);"
        "host.attachShadow({ mode: 'open' }).append(app)"
    )
    assert page.evaluate(f"Boolean({READY})")
    page.close()
