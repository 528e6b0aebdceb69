"""Writes how long each file of tests takes, and which of its tests take long, into `tests/seconds.json`.

    make test ARGS=--junitxml=all.xml
    python -m tools.test_seconds all.xml [MORE.xml ...]

What the workers take first and what `make quick` leaves out is read from there (`tests/spread.py`). Of several runs the
longest time counts: where the first test that wants a shared fixture is left out, the next one pays for it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from tests.spread import LONG, RECORDED

BROWSER = "tests/e2e/"
"""Where all tests open a browser: none of them is quick, so their names need not be listed."""
ROOT = Path(__file__).resolve().parents[1]


def seconds_of(run: str) -> dict[str, dict[str, list[float]]]:
    """The seconds of each case: by file, and by the name of its test."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for case in ElementTree.parse(run).iter("testcase"):
        module = [part for part in case.get("classname", "").split(".") if not part.startswith("Test")]
        file = "/".join(module) + ".py"
        found[file][case.get("name", "").partition("[")[0]].append(float(case.get("time", 0)))
    return found


def table(runs: Iterable[str]) -> dict[str, dict[str, object]]:
    """Each file's seconds, rounded, and its tests of which a case takes long on average; files of a second or more."""
    seconds: dict[str, float] = defaultdict(float)
    long: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        for file, tests in seconds_of(run).items():
            seconds[file] = max(seconds[file], sum(map(sum, tests.values())))
            if not file.startswith(BROWSER):
                long[file] |= {name for name, cases in tests.items() if sum(cases) / len(cases) >= LONG}
    kept = sorted(file for file in seconds if long[file] or seconds[file] >= 1)
    return {file: {"seconds": round(seconds[file]), "long": sorted(long[file])} for file in kept}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    (ROOT / RECORDED).write_text(json.dumps(table(sys.argv[1:]), indent=1) + "\n")
