"""Forty briefs at once by a reader's link: everybody else is served meanwhile, who asks for too much is told when to come back."""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from accountkit.model import Edit
from accountkit.store import open_store

pytestmark = pytest.mark.soak
AT_ONCE = 40
ROUNDS = 4
SLOWEST = 0.2
"""Seconds within which `/healthz` answers 95 times in 100."""

WATCH = """
import http.client, select, sys, time
connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=30)
while not select.select([sys.stdin], [], [], 0.05)[0]:
    begun = time.perf_counter()
    connection.request("GET", "/healthz")
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status
    print(time.perf_counter() - begun)
"""
"""Asks in a process of its own, so that it waits for the server and for nothing else."""


@pytest.fixture
def served(tmp_path):
    """A server in a process of its own, so that those who ask take none of its processor's time."""
    database = f"sqlite:///{tmp_path / 'accounts.sqlite'}"
    command = [sys.executable, "-m", "accountkit", "serve", "--no-browser", "--port", "0", "--db", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tmp_path) as process:
        address = process.stdout.readline().split()[-1].split("?")[0].rstrip("/")
        store = open_store(database)
        yield address, store
        store.close()
        process.terminate()


def test_forty_briefs_by_a_link_hold_up_nobody(served, record_property):
    address, store = served
    expires = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    secrets = [
        store.create_link("walmart", edition=edition, by="ann", expires=expires)[0]
        for edition in ("internal", "customer")
    ]
    asked = [
        f"{address}/read/{secrets[n % 2]}/brief.{'docx' if n % 4 < 2 else 'pdf'}?lang={'en' if n % 8 < 4 else 'zh_CN'}"
        for n in range(AT_ONCE)
    ]
    watching = subprocess.Popen(
        [sys.executable, "-c", WATCH, address.rpartition(":")[2]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    answers: list[httpx.Response] = []
    limits = httpx.Limits(max_connections=AT_ONCE)
    with watching, httpx.Client(timeout=180, limits=limits) as client, ThreadPoolExecutor(AT_ONCE) as pool:
        for n in range(ROUNDS):
            # a changed account: nothing of the round before can be sent again
            store.apply("walmart", [Edit("profile/summary", f"Round {n}")], by="ann")
            answers += pool.map(client.get, asked)
        said, _nothing = watching.communicate("")
        waited = [float(one) for one in said.split()]
        again = client.get(asked[0])  # everything is as before
    refused = [answer for answer in answers if answer.status_code != 200]
    assert {answer.status_code for answer in refused} <= {503}
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in refused)
    assert all("try again" in answer.text.casefold() or "重试" in answer.text for answer in refused)
    assert len(answers) - len(refused) >= ROUNDS * 3
    slow = statistics.quantiles(waited, n=20)[-1]
    record_property("done", f"{AT_ONCE} briefs at once by a reader's link, {ROUNDS} times")
    record_property("times", len(answers))
    record_property("lost", 0)
    record_property(
        "said",
        f"/healthz p95 {slow * 1000:.0f} ms of {len(waited)}; {len(answers) - len(refused)} sent, "
        f"{len(refused)} asked to wait (503, Retry-After)",
    )
    assert again.status_code == 200 and slow < SLOWEST
