"""One virtual environment per competitor, made once and kept in the cache folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.competitors import APPS, OWN_PYTHON, Competitor

START_TIMEOUT = 120.0


def cache_folder() -> Path:
    """``$ACCOUNTKIT_BENCH_CACHE``, else ``~/.cache/accountkit-bench``."""
    return Path(os.environ.get("ACCOUNTKIT_BENCH_CACHE", Path.home() / ".cache" / "accountkit-bench"))


def python_of(competitor: Competitor) -> str:
    """The interpreter with what a competitor needs; its environment is made where it is missing."""
    if not competitor.requirements:
        return OWN_PYTHON
    folder = cache_folder() / competitor.key
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *competitor.requirements], check=True)
        (folder / "complete").touch()
    return str(python)


def version(competitor: Competitor) -> str:
    """The installed version of what is measured."""
    code = f"import importlib.metadata as m; print(m.version({competitor.version_of!r}))"
    return subprocess.run(
        [python_of(competitor), "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def served(
    competitor: Competitor, work: Path, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[str, int]]:
    """The app running: its address and the number of its server's process. Its log is in `work`."""
    environment = environment or os.environ | {"PYTHONPATH": str(APPS)}
    apps = environment["PYTHONPATH"].split(os.pathsep)[-1]
    port, fill = free_port(), {"python": python_of(competitor), "apps": apps, "work": str(work)}
    command = [part.format(port=port, **fill) for part in competitor.command]
    with (work / f"{competitor.key}.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, start_new_session=True)
        try:
            wait_for(f"http://127.0.0.1:{port}/", process)
            yield f"http://127.0.0.1:{port}{competitor.path}", process.pid
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Wait until a server answers. Raises RuntimeError where it ends or is silent for too long."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer: {' '.join(map(str, process.args))}")
