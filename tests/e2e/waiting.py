"""Wait for something in a page that is under a policy without `eval`, through which Playwright's own waiting runs its text."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Page, TimeoutError

PATIENCE = 60_000
"""Milliseconds that a page may take on a loaded machine; nothing here is a measurement."""
LEAVING = ("Execution context was destroyed", "Cannot find context", "because of a navigation")
UNTIL = """([arg, timeout, polling]) => new Promise((resolve, reject) => {
  setTimeout(() => resolve(false), timeout);
  const look = async () => {
    try {
      let found = (%s);
      if (typeof found === "function") found = found(arg);
      if (await found) resolve(true); else setTimeout(look, polling);
    } catch (error) { reject(error); } };
  look(); })"""


def wait_for_function(
    page: Page, expression: str, *, arg: Any = None, timeout: float = PATIENCE, polling: float = 40
) -> None:
    """Like Playwright's: until the expression, or the function that it is, says true. `polling`: milliseconds between two
    looks; a look at each frame would have the browser paint without end. A page that is left meanwhile is asked again when
    the next is there.
    """
    end = time.monotonic() + timeout / 1000
    while (left := end - time.monotonic()) > 0:
        try:
            if page.evaluate(UNTIL % expression, [arg, left * 1000, polling]):
                return
        except Error as error:
            if not any(part in str(error) for part in LEAVING):
                raise
            page.wait_for_timeout(50)
    raise TimeoutError(f"Timeout {timeout:.0f}ms exceeded waiting for {expression}")
