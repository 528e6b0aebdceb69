"""No page runs a script that was put into it: each works under a policy without inline scripts and without `eval`.

That panels go on working under it is seen by all tests here: a violation is an error on the console, which `visit` refuses.
"""

from __future__ import annotations

import re

import pytest

from tests.e2e.pages import reader_link

pytestmark = pytest.mark.browser
LISTEN = """window.refused = [];
addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));"""
INJECT_INLINE = """() => {
  document.body.append(Object.assign(document.createElement("script"), { text: "window.ran = 1" }));
  document.body.insertAdjacentHTML("beforeend", "<img src=x: onerror='window.ran = 2'><svg onload='window.ran = 3'></svg>");
  const link = Object.assign(document.createElement("a"), { href: "javascript:window.ran=4" });
  document.body.append(link);
  link.click();
  document.body.append(Object.assign(document.createElement("script"), { src: "data:text/javascript,window.ran=5" }));
  return new Promise((resolve) => setTimeout(() => resolve(window.ran ?? null), 300)); }"""
"""What an attacker would put into a page who found a way: all of it at once, then whether any of it ran."""
INJECT = INJECT_INLINE.replace(
    "return new Promise",
    """setTimeout(() => { try { new Function("window.ran = 6")(); } catch {} }, 0);
  return new Promise""",
)
"""The same with text that is run as code."""
STANDING = {
    "/": "#search",
    "/workbook?account=walmart": "body.ready .ak-workbook .ak-card:visible",
    "/analysis/five_forces?account=walmart": "body.ready #rendered_cells .ak-hero",
    "/analysis/influence_score?account=walmart": "body.ready #rendered_cells .ak-method",
    "/portfolio": "body.ready #rendered_cells .ak-card",
    "/team": "body.ready #rendered_cells .ak-card",
    "/week": "main",
    "/review?account=walmart": "main",
    "/nowhere": "h1",
    "/workbook?account=nobody": "h1",
}
"""The pages, and what stands on each when it is whole."""


def scripts_of(policy: str) -> set[str]:
    """The sources of scripts that a policy allows."""
    return set(re.search(r"script-src ([^;]*)", policy)[1].split())


def strict(answer) -> None:
    allowed = scripts_of(answer.headers["content-security-policy"])
    assert allowed <= {"'self'", "blob:"}, answer.url


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_each_page_works_under_its_policy_and_runs_nothing_else(app, visit, lang):
    page = visit(app, "/")
    page.add_init_script(LISTEN)
    link = reader_link(page, app.base, "walmart")
    for path, whole in {**STANDING, link.removeprefix(app.base): "main"}.items():
        strict(page.goto(f"{app.base}{path}{'&' if '?' in path else '?'}lang={lang}"))
        page.wait_for_selector(whole)
        assert page.evaluate("window.refused") == [], path
        visit.expected += ["Content Security Policy", "404", "x:"]
        assert page.evaluate(INJECT) is None, path
        assert len(page.evaluate("window.refused")) >= 6, path


def test_the_page_for_the_token_runs_nothing(app, read):
    page = read(app, "")
    read.expected += ["Content Security Policy", "403", "x:"]
    strict(page.goto(app.base + "/"))
    assert page.locator("h1").inner_text() == "Enter the token" and page.evaluate(INJECT) is None
