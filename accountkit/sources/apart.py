"""Work on a file of somebody else's, done in a process of its own with limits of time and memory.

A file of 90 KB can be made so that reading it takes a minute or all memory. What is read here can hold up nobody: the system
ends the process, and what is said names the limit. The process knows neither the store's address nor a token.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from accountkit.errors import AccountkitError, FileTooLarge, Unavailable
from accountkit.i18n import _, language, number, set_language

Result = TypeVar("Result")
MEGABYTE = 1_000_000
BEGIN = "from accountkit.sources.apart import answer; answer()"


@dataclass(frozen=True)
class Limits:
    """Seconds of the processor, seconds altogether (a busy machine gives a process little of its processor), and bytes of
    memory."""

    processor: int = 30
    seconds: float = 90.0
    memory: int = 1_500 * MEGABYTE


LIMITS = Limits()
OURS = ("ACCOUNTKIT_", "JPY_", "JUPYTER", "PG")
"""How the names begin in which an environment may hold a secret of the server's (`store.handed.WITHHELD`)."""


def apart(
    work: Callable[..., Result], *arguments: Any, name: str, limits: Limits = LIMITS, **named: Any
) -> Result:
    """What `work` returns, a function of a module, for these arguments; `name` is the file's.

    Raises what `work` raises, `FileTooLarge` where a limit is exceeded, `Unavailable` where the process ends otherwise.
    """
    asked = pickle.dumps((language(), limits, work, arguments, named))
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(os.environ),
        cwd=Path(__file__).parents[2],
    )
    with process:
        try:
            answered, _nothing = process.communicate(asked, timeout=limits.seconds)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise _too_slow(name, limits.seconds) from error
    if process.returncode == -signal.SIGXCPU:
        raise _too_slow(name, limits.processor)
    if process.returncode == -signal.SIGKILL:
        raise _too_big(name, limits)
    if process.returncode or not answered:
        raise Unavailable(
            _("{name} was not read: the process that reads files ended. Try again.").format(name=name)
        )
    kind, result = pickle.loads(answered)
    if kind == "memory":
        raise _too_big(name, limits)
    if kind == "error":
        raise result
    return result


def answer() -> None:
    """What the process does: read from its input what is asked, and write the answer."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no part of the answer
    lang, limits, work, arguments, named = pickle.load(sys.stdin.buffer)
    set_language(lang)
    _limit(limits)
    try:
        result: tuple[str, Any] = ("result", work(*arguments, **named))
    except MemoryError:
        result = ("memory", None)
    except AccountkitError as error:
        result = ("error", error)
    with out:
        pickle.dump(result, out)


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits: the time is kept from outside
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor, hard))
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _environment(known: Mapping[str, str]) -> dict[str, str]:
    """This process's environment without what a reader of files has no use for: an address with a password, tokens."""
    kept = {name: value for name, value in known.items() if not name.startswith(OURS)}
    return {**kept, "OPENBLAS_NUM_THREADS": "1"}


def _too_slow(name: str, seconds: float) -> FileTooLarge:
    return FileTooLarge(
        _(
            "{name} takes more than {n} s to read, so it was not imported. Save the sheet with the annual figures alone, "
            "without formats and formulas."
        ).format(name=name, n=number(seconds, 0))
    )


def _too_big(name: str, limits: Limits) -> FileTooLarge:
    return FileTooLarge(
        _(
            "{name} needs more than {n} MB of memory to read, so it was not imported. Save the sheet with the annual "
            "figures alone."
        ).format(name=name, n=number(limits.memory / MEGABYTE, 0))
    )
