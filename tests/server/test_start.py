"""What the server does without when it starts."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def test_the_server_has_jupyters_validators_without_their_grammars():
    code = "import sys, accountkit.server.app; print('jsonschema' in sys.modules, 'lark' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"
