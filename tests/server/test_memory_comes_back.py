"""Sessions that were opened and closed leave nothing behind: no kernel, and no memory that grows from time to time."""

from __future__ import annotations

import pytest

from benchmarks.cycles import gained, measured
from benchmarks.environments import served
from benchmarks.ours import ours_with_templates

SESSIONS, CYCLES, MOST = 4, 3, 4.0
"""The benchmark opens a hundred, five times, and allows 10 MB; these few may leave 4 (megabytes), a tenth of what one takes."""


@pytest.mark.slow  # it starts a server for itself, and opens a dozen sessions
def test_the_server_is_as_large_after_the_last_cycle_as_after_the_first(tmp_path):
    with served(ours_with_templates(), tmp_path) as (address, server):
        rows = measured(address, server, SESSIONS, CYCLES, rest=1)
    assert [row["lost"] for row in rows] == [0] * CYCLES
    assert gained(rows) < MOST, rows
