"""The logic of the controls, without a browser: Node runs the panels' own scripts (`frontend/tests/`, `make test-scripts`)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2] / "frontend" / "tests"
FILES = sorted(path.name for path in TESTS.glob("*.test.mjs"))


def test_there_are_tests_of_the_scripts():
    assert FILES


@pytest.mark.parametrize("name", FILES)
def test_the_controls_do_as_they_should(name):
    done = subprocess.run(["node", "--test", TESTS / name], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
