"""Finds all controls of a page and compares them with a table that names the expected effect of each.

A table is a list of `Control`: a CSS selector, the effect it is expected to have, and whether a reader has it too. It is
in the order of use, so that a control which opens a dialog stands before those in it. A new control of a page is one more
line; a control without a line fails, and so does a line without a control.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playwright.sync_api import Error, Locator, Page

from accountkit.model import Account
from accountkit.store import Store

MOMENT = 30_000
"""Milliseconds for an effect to be seen; a limit for what is broken, on a loaded machine."""
# .ak-catcher holds keys that were typed before their row stood; nobody goes there
CONTROLS = (
    "a[href], button, input:not([type=hidden]), select, textarea:not(.ak-catcher), summary, [tabindex]:not([tabindex='-1']), "
    "[contenteditable=true], [role=button], [role=tab], [role=radio], [role=checkbox], [role=switch], [role=slider], "
    "[role=link], [role=menuitem], [role=option], [role=combobox], [role=textbox], [role=spinbutton]"
)
UNKNOWN = """([controls, known, part]) => [...document.querySelectorAll(controls)]
  .filter((one) => one.closest(part) && !known.some((selector) => one.matches(selector)))
  .map((one) => {
    const path = one.closest("[data-path]");
    const html = one.outerHTML.replace(/\\s+/g, " ").slice(0, 160);
    return (path ? path.dataset.path.replace(/\\/[a-z0-9-]*\\d[a-z0-9-]*|\\/[a-z]-[a-z0-9-]+/g, "/*") + " : " : "") + html;
  })"""


@dataclass(frozen=True)
class Control:
    """A kind of control, and what using it does. `reads`: it is there in the read-only form too."""

    selector: str
    effect: Callable[[Scene, Locator], None]
    reads: bool = False
    unseen: bool = False
    """It is used without being seen: a file field behind a button, what stands only when something has failed."""


@dataclass
class Scene:
    """A page under test, the account behind it, and what was found wrong."""

    page: Page
    store: Store
    slug: str
    wrong: list[str] = field(default_factory=list)

    @property
    def account(self) -> Account:
        return self.store.load(self.slug)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What an effect remembers for a later one."""
        return {}

    def until(self, true: Callable[[], Any], what: str | Callable[[], str]) -> None:
        """Wait until something is so; raises with `what` was expected where it never is."""
        for _moment in range(MOMENT // 50):
            if true():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"expected: {what if isinstance(what, str) else what()}")


def walk(scene: Scene, table: Sequence[Control], part: str = "body", passive: Sequence[str] = ()) -> None:
    """Use each control of a table once, in order, and look after each for controls of that part of the page that the
    table does not name. `passive` selects what may be there and is not used.
    """
    selectors = [*(control.selector for control in table), *passive]
    scene.page.set_default_timeout(MOMENT)
    unnamed: dict[str, None] = {}
    look(scene, selectors, part, unnamed)
    for control in table:
        use(scene, control)
        look(scene, selectors, part, unnamed)
    scene.wrong += [f"a control without an entry: {html}" for html in unnamed]


def look(scene: Scene, selectors: list[str], part: str, unnamed: dict[str, None]) -> None:
    """Add the controls that no selector names."""
    unnamed |= dict.fromkeys(scene.page.evaluate(UNKNOWN, [CONTROLS, selectors, part]))


def use(scene: Scene, control: Control) -> None:
    """Use the first visible control of its kind as a person does; what does not follow is noted."""
    found = scene.page.locator(control.selector)
    found = found.first if control.unseen else found.locator("visible=true").first
    try:
        found.wait_for(timeout=MOMENT, state="attached")
    except Error:
        scene.wrong.append(f"an entry without a control: {control.selector}")
        return
    try:
        control.effect(scene, found)
    except (AssertionError, Error) as error:
        scene.wrong.append(f"{control.selector}: {' '.join(str(error).split())[:300]}")
