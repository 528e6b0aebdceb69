"""Files on their way in: streamed to a folder of the server, under a random id, for an hour.

A file's name comes with it and is only shown: nothing is ever opened by it. The id is what a panel or the
import is told.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import tempfile
import time
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from tornado.http1connection import HTTP1Connection
from tornado.web import HTTPError, RequestHandler, stream_request_body

from accountkit.errors import Busy, FileTooLarge, UnreadableFile
from accountkit.i18n import _, number
from accountkit.server.admission import EDITORS_ONLY
from accountkit.server.page import STATUS, Page
from accountkit.sources import LARGEST_FILE

KEPT_SECONDS = 3600
UPLOAD_SECONDS = 900.0
"""For a file to arrive: the largest one at half a megabit a second."""
LEFT_SECONDS = 600
"""After so long a file that nobody has taken makes room for another of the same person."""
MOST_FILES = 200
MOST_FOR_ONE = 10
ID = re.compile(r"[0-9a-f]{32}")


class Spool:
    """The folder; its own user alone may read it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="accountkit-spool-")
        self.folder = Path(self._folder.name)
        self._whose: dict[str, str] = {}

    def place(self, who: str) -> Path:
        """Where a new file of somebody goes; what is older than an hour goes away. Raises `Busy` where they have too many, or
        all together.
        """
        files = {path.name: time.time() - path.stat().st_mtime for path in self.folder.iterdir()}
        mine = [name for name in files if self._whose.get(name) == who]
        for name, age in tuple(files.items()):
            # what somebody put there and left makes room for what they send now
            if age > (LEFT_SECONDS if name in mine and len(mine) >= MOST_FOR_ONE else KEPT_SECONDS):
                (self.folder / name).unlink(missing_ok=True)
                del files[name]
        self._whose = {name: whose for name, whose in self._whose.items() if name in files}
        if sum(whose == who for whose in self._whose.values()) >= MOST_FOR_ONE:
            raise Busy(_("Several files of yours are being read. Wait for them, then try again."))
        if len(files) >= MOST_FILES:
            raise Busy(_("Many files are being read just now. Try again in a minute."))
        name = secrets.token_hex(16)
        self._whose[name] = who
        return self.folder / name

    def path(self, upload: str, who: str) -> Path:
        """Somebody's file of an id. Raises `UnreadableFile` where there is none of theirs (any more)."""
        mine = ID.fullmatch(upload) and self._whose.get(upload) == who
        if mine and (path := self.folder / upload).is_file():
            return path
        raise UnreadableFile(_("The uploaded file has expired. Choose it again."))

    def close(self) -> None:
        self._folder.cleanup()


class Arrival(RequestHandler):
    """POST, the file as the body, its name in ``X-File-Name``: ``{"upload": id, "name": …, "size": …}``.

    A handler of Jupyter takes this before itself. The body is written as it comes, and what is not complete
    is deleted.
    """

    size = 0
    arriving: tuple[Path, BinaryIO] | None = None

    async def prepare(self, **_more: Any) -> None:
        if waited := super().prepare():
            await waited
        if self.request.method != "POST":
            raise HTTPError(405)
        connection = cast(HTTP1Connection, self.request.connection)
        connection.set_max_body_size(LARGEST_FILE)
        connection.set_body_timeout(UPLOAD_SECONDS)
        if int(self.request.headers.get("Content-Length") or 0) > LARGEST_FILE:
            raise _too_large()
        path: Path = self.settings["accountkit_spool"].place(self.current_user.username)
        self.arriving = path, open(path, "xb", opener=_of_its_owner)  # noqa: SIM115  # a Path has no opener; it is closed when all has come

    def data_received(self, chunk: bytes) -> None:
        self.size += len(chunk)
        if self.size > LARGEST_FILE:
            raise _too_large()
        if self.arriving:
            self.arriving[1].write(chunk)

    async def post(self) -> None:
        if self.arriving is None:
            raise HTTPError(400)
        path, target = self.arriving
        target.close()
        self.arriving = None  # it has arrived, and stays
        name = unquote(self.request.headers.get("X-File-Name", ""))[:200]
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"upload": path.name, "name": name, "size": self.size}))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None, None))[1]
        self.set_status(STATUS.get(type(error), status_code))
        self.set_header("Content-Type", "application/json")
        message = (
            str(error)
            if isinstance(error, FileTooLarge | Busy)
            else _("The file was not saved. Reload the page and try again.")
        )
        self.finish(json.dumps({"error": getattr(error, "code", "error"), "message": message}))

    def on_finish(self) -> None:
        self._give_up()
        super().on_finish()

    def on_connection_close(self) -> None:
        self._give_up()
        super().on_connection_close()

    def _give_up(self) -> None:
        if self.arriving:
            path, target = self.arriving
            target.close()
            path.unlink(missing_ok=True)


@stream_request_body
class Upload(Arrival, Page):
    """A file for the import or for a panel."""

    FOR_WORKERS = EDITORS_ONLY


def _of_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _too_large() -> FileTooLarge:
    return FileTooLarge(
        _("The file is larger than {n} MB. Upload only the sheet with the statements.").format(
            n=number(LARGEST_FILE / 1e6, 0)
        )
    )
