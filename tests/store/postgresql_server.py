"""A PostgreSQL server of the tests' own: started from Debian's binaries, on a socket in a temporary
folder.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL that is installed, as on Debian or on the path; None where there is
    none.
    """
    installed = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if installed:
        return installed[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server on a socket in `folder`; gives its URL. It refuses to run as root, so there it runs as
    ``postgres``.
    """
    if os.geteuid() == 0:
        shutil.chown(folder, _user())
    data = str(folder / "data")
    _run(folder, "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    start(folder)
    try:
        yield f"postgresql://tests@/postgres?host={folder}"
    finally:
        stop(folder)


def start(folder: Path) -> None:
    """Start the server of a folder, also again."""
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=60"
    _run(
        folder, "pg_ctl", "-D", str(folder / "data"), "-o", options, "-l", str(folder / "log"), "-w", "start"
    )


def stop(folder: Path) -> None:
    """Stop the server of a folder at once."""
    _run(folder, "pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")


def _user() -> str:
    return "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def _run(folder: Path, program: str, *arguments: str) -> None:
    command = [str(binaries() / program), *arguments]
    user = _user() if os.geteuid() == 0 else None
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"


def processes(url: str) -> list[int]:
    """The processes of a server that `running` began, by its URL: the first of them and its children."""
    data = Path(url.split("host=", 1)[1]) / "data"
    first = (data / "postmaster.pid").read_text().split("\n", 1)[0]
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    return [int(first), *map(int, children)]
