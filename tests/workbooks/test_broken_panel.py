"""The suite notices a panel whose event does nothing: its tests are run once with one event broken."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.workbooks.notebook_facts import ROOT

BROKEN = '''
"""Loaded before the tests: the panel of outside factors accepts "add a factor" and does nothing."""
from accountkit.panels.own.pest import Pest

Pest.on_add = lambda self, event: None
'''
WHOLE = '"""Loaded before the tests, and changes nothing."""\n'
PROTECTED_BY = "tests/panels/test_analyses.py::test_a_prompt_starts_a_factor_that_two_clicks_rate"


@pytest.mark.slow
@pytest.mark.parametrize(("plugin", "outcome"), [(WHOLE, 0), (BROKEN, 1)], ids=["whole", "broken"])
def test_a_broken_event_fails_the_suite(tmp_path, plugin, outcome):
    (tmp_path / "loaded_first.py").write_text(plugin, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "loaded_first",
        "-p",
        "no:cacheprovider",
        PROTECTED_BY,
    ]
    paths = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True
    )
    assert done.returncode == outcome, done.stdout[-3000:] + done.stderr[-1000:]
