"""A Chromium that stays ready for a minute: figures go in through a pipe, pictures come out of it.

The browser is told what to do over two pipes that only this process holds (``--remote-debugging-pipe``): no port is
opened, and when this process ends, so does the browser. The page has plotly.js loaded and may fetch nothing else. A
second brief finds it ready and pays for the drawing alone.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

if sys.platform != "win32":
    import fcntl

IDLE = 60.0
"""Seconds without a figure to draw after which the browser is closed."""
PATIENCE = 120.0
"""Seconds after which a browser that does not answer is given up."""
FIRST_FREE = 10
"""Descriptors from here on: 3 and 4 are what Chromium reads from and writes to."""

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src file: 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
<script src="{plotly}"></script></head><body><script>
async function drawn(figures, options) {{
  const made = [];
  for (const figure of figures) {{
    const one = {{ key: figure.key }};
    try {{
      one.image = await Plotly.toImage(figure.plotly, {{ ...options, height: figure.height }});
    }} catch (error) {{ one.error = String(error); }}
    made.push(one);
  }}
  return made;
}}
</script></body></html>"""
"""The page that draws; it may load plotly's own file and nothing else."""


class BrowserFailed(OSError):
    """The browser did not start, did not answer, or ended."""


class Browser:
    """One Chromium with one page. Use `draw`, which keeps one for all callers."""

    def __init__(self, chromium: str, flags: Sequence[str], script: Path) -> None:
        self.folder = tempfile.mkdtemp(prefix="accountkit-")
        place = Path(self.folder) / "figures.html"
        place.write_text(PAGE.format(plotly=script.as_uri()), "utf-8")
        self.chromium, self.process, self.asked, self.rest = chromium, os.getpid(), 0, b""
        self.child, self.to, self.back = _spawned(
            chromium,
            [*flags, "--remote-debugging-pipe", f"--user-data-dir={self.folder}/profile", "about:blank"],
        )
        try:
            target = self._call("Target.createTarget", url=place.as_uri())["targetId"]
            self.session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            self._until("typeof Plotly === 'object' && typeof drawn === 'function'")
        except BaseException:
            self.close()
            raise

    def drawn(self, figures: list[dict[str, Any]], **options: Any) -> list[dict[str, str]]:
        """Each figure's key with its ``image``, a data URL, or with an ``error``."""
        told = ", ".join(json.dumps(value, default=str) for value in (figures, options))
        return self._evaluated(f"drawn({told})", awaitPromise=True)

    def close(self) -> None:
        """End the browser and remove what it kept."""
        for end in (self.to, self.back):
            with contextlib.suppress(OSError):
                os.close(end)
        with contextlib.suppress(OSError):
            os.killpg(self.child, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.child, 0)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _until(self, condition: str) -> None:
        end = time.monotonic() + PATIENCE
        while not self._evaluated(condition):
            if time.monotonic() > end:
                raise BrowserFailed(condition)
            time.sleep(0.02)

    def _evaluated(self, expression: str, **options: Any) -> Any:
        answer = self._call(
            "Runtime.evaluate", self.session, expression=expression, returnByValue=True, **options
        )
        if "exceptionDetails" in answer:
            raise BrowserFailed(str(answer["exceptionDetails"])[:300])
        return answer["result"].get("value")

    def _call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self.asked += 1
        message: dict[str, Any] = {"id": self.asked, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        end = time.monotonic() + PATIENCE
        self._sent(json.dumps(message).encode("utf-8", "replace") + b"\0", end)
        while True:
            answer = json.loads(self._received(end))
            if answer.get("id") == self.asked:
                if "error" in answer:
                    raise BrowserFailed(str(answer["error"]))
                return answer["result"]

    def _sent(self, content: bytes, end: float) -> None:
        view = memoryview(content)
        while view:
            _ready(self.to, selectors.EVENT_WRITE, end)
            with contextlib.suppress(BlockingIOError):
                view = view[os.write(self.to, view) :]

    def _received(self, end: float) -> bytes:
        """The next message; events of the page are among them."""
        parts = [self.rest]
        while b"\0" not in parts[-1]:
            _ready(self.back, selectors.EVENT_READ, end)
            part = os.read(self.back, 1 << 20)
            if not part:
                raise BrowserFailed("the browser ended")
            parts.append(part)
        message, _nul, self.rest = b"".join(parts).partition(b"\0")
        return message


def _ready(descriptor: int, event: int, end: float) -> None:
    with selectors.DefaultSelector() as waiting:
        waiting.register(descriptor, event)
        if not waiting.select(max(0.0, end - time.monotonic())):
            raise BrowserFailed("the browser does not answer")


def _spawned(chromium: str, options: Sequence[str]) -> tuple[int, int, int]:
    """Start the browser in a group of its own: its process, the end to write to, the end to read from."""
    ours: list[int] = []
    theirs: list[int] = []
    for mine, other in ((1, 0), (0, 1)):
        pair = os.pipe()
        for end, kept in ((pair[mine], ours), (pair[other], theirs)):
            kept.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE))
            os.close(end)
    nowhere = [(os.POSIX_SPAWN_OPEN, end, os.devnull, os.O_RDWR, 0) for end in (0, 1, 2)]
    placed = [(os.POSIX_SPAWN_DUP2, end, number) for end, number in zip(theirs, (3, 4), strict=True)]
    try:
        child = os.posix_spawn(
            chromium, [chromium, *options], os.environ, file_actions=[*nowhere, *placed], setpgroup=0
        )
    except OSError:
        for end in ours:
            os.close(end)
        raise
    finally:
        for end in theirs:
            os.close(end)
    os.set_blocking(ours[0], False)
    return child, ours[0], ours[1]


_lock = threading.Lock()
_kept: Browser | None = None
_closing: threading.Timer | None = None


def draw(
    chromium: str, flags: Sequence[str], script: Path, figures: list[dict[str, Any]], **options: Any
) -> list[dict[str, str]]:
    """The figures as pictures, by the browser that is ready, else by a new one. Raises `BrowserFailed` and `OSError`."""
    global _kept, _closing
    with _lock:
        if _closing:
            _closing.cancel()
        browser = _kept if _kept and _kept.process == os.getpid() and _kept.chromium == chromium else None
        _kept = None
        for attempt in (browser, None) if browser else (None,):
            one = attempt
            try:
                one = one or Browser(chromium, flags, script)
                made = one.drawn(figures, **options)
            except OSError:
                if one:
                    one.close()
                if attempt is None:
                    raise  # a new one failed; one that was kept may only have died meanwhile
                continue
            _kept = one
            _closing = threading.Timer(IDLE, close)
            _closing.daemon = True
            _closing.start()
            return made
    raise AssertionError("unreachable")


def close() -> None:
    """Close the browser that is ready, if there is one of this process."""
    global _kept
    with _lock:
        browser, _kept = _kept, None
    if browser and browser.process == os.getpid():
        browser.close()


atexit.register(close)
