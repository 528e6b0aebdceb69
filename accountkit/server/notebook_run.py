"""A notebook of one's own run for its page: what its cells show, in pieces of the page, as soon as it is there.

Voilà's own generator runs the notebook in a task that nobody looks after: a fault in it, and the page waits for ever. Here a
fault ends the pieces, and is raised where they are read.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, suppress

import nbformat
from jupyter_core.utils import ensure_async
from nbclient.exceptions import CellExecutionError, DeadKernelError
from tornado.httputil import split_host_and_port
from voila.handler import VoilaHandler
from voila.notebook_renderer import NotebookRenderer
from voila.utils import ENV_VARIABLE

from accountkit.i18n import _

HEARTBEAT = "<!-- still running -->\n"
"""Sent while a cell takes long, so that no proxy takes the connection for dead."""


class Renderer(NotebookRenderer):
    """Voilà's renderer of a notebook, whose run ends with its kernel."""

    async def _jinja_cell_generator(
        self, nb: nbformat.NotebookNode, kernel_id: str
    ) -> AsyncGenerator[nbformat.NotebookNode, None]:
        """Run one cell after another, up to the first that fails."""
        try:
            for number, cell in enumerate(nb.cells):
                if cell.cell_type == "code":
                    cell.outputs = []
                try:
                    yield await self.executor.execute_cell(cell, None, number, store_history=False)
                except CellExecutionError as error:
                    self._note(error)
                    yield cell
                    break
                except DeadKernelError:
                    cell.outputs.append(_death())
                    yield cell
                    raise
        finally:
            await self._cleanup_resources()

    def _note(self, error: CellExecutionError) -> None:
        """A fault of ours belongs in the log; in a notebook of one's own its author reads it on the page."""
        if not self.voila_configuration.show_tracebacks:
            self.request_handler.log.error("A cell of %s failed: %s", self.notebook_path, error)


def _death() -> nbformat.NotebookNode:
    words = _("The kernel stopped while this cell ran.")
    return nbformat.v4.new_output("error", ename="DeadKernelError", evalue=words, traceback=[words])


async def pieces(page: VoilaHandler) -> AsyncGenerator[str, None]:
    """Start a kernel for the notebook of a page, and run it."""
    renderer = Renderer(
        request_handler=page,
        voila_configuration=page.voila_configuration,
        traitlet_config=page.traitlet_config,
        notebook_path=page.notebook_path,
        template_paths=page.template_paths,
        config_manager=page.config_manager,
        contents_manager=page.contents_manager,
        base_url=page.base_url,
        kernel_spec_manager=page.kernel_spec_manager,
        page_config={},  # of JupyterLab's application, which our pages do without
    )
    await renderer.initialize()
    kernel_id = await ensure_async(
        page.kernel_manager.start_kernel(
            kernel_name=renderer.notebook.metadata.kernelspec.name,
            path=os.path.dirname(page.notebook_path),
            env={**os.environ, **request(page)},
        )
    )
    content = renderer.generate_content_generator(kernel_id, page.kernel_manager.get_kernel(kernel_id))
    texts = (piece async for piece, _resources in content)
    async with aclosing(soon(texts, page.voila_configuration.http_keep_alive_timeout)) as coming:
        async for piece in coming:
            yield piece


async def soon(content: AsyncIterator[str], patience: float) -> AsyncGenerator[str, None]:
    """The pieces while the notebook runs on; a heartbeat whenever none comes for `patience` seconds."""
    queue: asyncio.Queue[str | Exception | None] = asyncio.Queue()
    running = asyncio.ensure_future(_fill(queue, content))
    try:
        while True:
            piece: str | Exception | None = HEARTBEAT
            with suppress(TimeoutError):
                piece = await asyncio.wait_for(queue.get(), patience)
            if piece is None:
                return
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        running.cancel()


async def _fill(queue: asyncio.Queue[str | Exception | None], content: AsyncIterator[str]) -> None:
    try:
        async for piece in content:
            queue.put_nowait(piece)
        queue.put_nowait(None)
    except Exception as fault:
        queue.put_nowait(fault)


def request(page: VoilaHandler) -> dict[str, str]:
    """What a notebook may ask of the request that it is run for, in the variables that Voilà gives it."""
    host, port = split_host_and_port(page.request.host.lower())
    return {
        ENV_VARIABLE.SCRIPT_NAME: page.request.path,
        ENV_VARIABLE.PATH_INFO: "",
        ENV_VARIABLE.QUERY_STRING: page.request.query,
        ENV_VARIABLE.SERVER_SOFTWARE: "accountkit",
        ENV_VARIABLE.SERVER_PROTOCOL: page.request.version,
        ENV_VARIABLE.SERVER_NAME: host,
        ENV_VARIABLE.SERVER_PORT: str(port or ""),
        ENV_VARIABLE.VOILA_APP_PORT: str(port or ""),
        ENV_VARIABLE.VOILA_PREHEAT: "False",
        ENV_VARIABLE.VOILA_BASE_URL: page.base_url,
        ENV_VARIABLE.VOILA_SERVER_URL: page.settings.get("server_url", "/"),
        ENV_VARIABLE.VOILA_REQUEST_URL: page.request.full_url(),
    }
