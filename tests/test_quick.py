"""`make quick` leaves out what takes long, by the seconds that a run has recorded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.spread import RECORDED
from tools.test_seconds import table

ROOT = Path(__file__).parents[1]
RUN = """<testsuites><testsuite name="pytest">
<testcase classname="tests.finance.test_a" name="test_fast[one]" time="0.15"/>
<testcase classname="tests.finance.test_a" name="test_fast[two]" time="0.01"/>
<testcase classname="tests.finance.test_a" name="test_long" time="2.4"/>
<testcase classname="tests.finance.test_b" name="test_fast" time="0.09"/>
<testcase classname="tests.server.test_c.TestOfAClass" name="test_long" time="0.3"/>
<testcase classname="tests.e2e.test_d" name="test_a_browser" time="40"/>
</testsuite></testsuites>"""
LATER = """<testsuites><testsuite><testcase classname="tests.finance.test_b" name="test_fast" time="0.2"/></testsuite></testsuites>"""


def test_the_table_names_what_took_long_in_any_run(tmp_path):
    first, later = tmp_path / "a.xml", tmp_path / "b.xml"
    first.write_text(RUN)
    later.write_text(LATER)
    assert table([str(first)]) == {
        "tests/e2e/test_d.py": {"seconds": 40, "long": []},  # none of a browser's tests is quick
        "tests/finance/test_a.py": {"seconds": 3, "long": ["test_long"]},
        "tests/server/test_c.py": {"seconds": 0, "long": ["test_long"]},
    }
    assert table([str(first), str(later)])["tests/finance/test_b.py"] == {
        "seconds": 0,
        "long": ["test_fast"],
    }


def test_the_quick_tests_of_a_file_are_those_without_a_long_time():
    recorded = json.loads((ROOT / RECORDED).read_text())
    file = next(file for file, record in recorded.items() if record["long"] and (ROOT / file).is_file())
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:nbval",
        "-p",
        "no:xdist",
        "--collect-only",
        "-q",
        "-m",
        "",
        file,
    ]
    names = {quick: _names([*asked, *["--quick"] * quick]) for quick in (False, True)}
    assert names[False] - names[True] == set(recorded[file]["long"]) & names[False] != set()


def _names(asked: list[str]) -> set[str]:
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert said.returncode in (0, 5), said.stdout + said.stderr
    return {line.partition("::")[2].partition("[")[0] for line in said.stdout.splitlines() if "::" in line}
