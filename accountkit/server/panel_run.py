"""A notebook of ours run for its page: one panel, and the state of its widgets, in as few steps as there can be.

Nothing of it is shown but the panel; the cells that print a summary are for tests and for readers in JupyterLab, and are left
out. Notebooks of one's own show everything: `notebook_run`.
"""

from __future__ import annotations

import html
import json
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from jupyter_core.utils import ensure_async
from voila.handler import VoilaHandler

from accountkit.server.kernels.run import STATE
from accountkit.server.notebook_run import request, soon
from accountkit.shipped import CHECKED

VIEW = "application/vnd.jupyter.widget-view+json"
OUTPUT = "application/vnd.voila.cell-output+json"


def pieces(page: VoilaHandler, folder: Path) -> AsyncGenerator[str, None]:
    """The second half of a page: the kernel's name, the panel, and the state of all widgets."""
    return soon(_pieces(page, folder / page.notebook_path), page.voila_configuration.http_keep_alive_timeout)


async def _pieces(page: VoilaHandler, path: Path) -> AsyncGenerator[str, None]:
    kernel_id: str = await ensure_async(
        page.kernel_manager.start_kernel(path="", env={**os.environ, **request(page)})
    )
    yield f'<template data-kernel="{html.escape(kernel_id)}"></template>'
    line = await page.kernel_manager.line(kernel_id)
    state = ""
    async with aclosing(line.run(source(path, path.stat().st_mtime_ns))) as shown:
        async for output in shown:
            if STATE in output.get("data", ()):
                state = output["data"][STATE]
            elif output["output_type"] == "error":
                page.log.error("A cell of %s failed: %s", page.notebook_path, "\n".join(output["traceback"]))
                yield '<div class="ak-output ak-failed"></div>'
            elif VIEW in output.get("data", ()):
                yield f'<div class="ak-output">{_script(OUTPUT, json.dumps(output))}</div>'
    yield f"</div></main>{_script(STATE, state) if state else ''}<template data-complete></template></body></html>"


@lru_cache(64)
def source(path: Path, _changed: int) -> str:
    """What of a notebook is run for its page."""
    cells: list[Any] = nbformat.read(path, as_version=4).cells
    return "\n".join(
        cell.source for cell in cells if cell.cell_type == "code" and not cell.source.startswith(CHECKED)
    )


def _script(kind: str, value: str) -> str:
    """A script element with a JSON text, whose words cannot end it."""
    escaped = value.replace("<", "\\u003c")
    return f'<script type="{kind}">{escaped}</script>'
