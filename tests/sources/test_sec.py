"""The SEC client against recorded answers on 127.0.0.1: it names a contact, keeps its pace, keeps answers, and says what is wrong."""

import gzip
import http.server
import json
import threading
import time

import pytest

from accountkit.errors import StatementError, Unavailable
from accountkit.sources.sec import client as sec
from tests.sources.tables import DATA, millions

TICKERS = {
    "0": {"cik_str": 320193, "ticker": "AAPL", "title": "Apple Inc."},
    "1": {"cik_str": 1067983, "ticker": "BRK-B", "title": "Berkshire"},
}


class Recorded(http.server.BaseHTTPRequestHandler):
    """Answers from tests/data, and from `answers` where a test sets some (status, body, headers)."""

    def do_GET(self):
        self.server.seen.append((self.path, self.headers.get("User-Agent"), time.monotonic()))
        if self.server.answers:
            status, body, headers = self.server.answers.pop(0)
        else:
            status, body, headers = self.recorded()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def recorded(self):
        if self.path.split("?")[0] == sec.TICKERS:
            return 200, json.dumps(TICKERS).encode(), {}
        path = DATA / "companyfacts" / (self.path.rsplit("/", 1)[-1] + ".gz")
        return (200, path.read_bytes(), {"Content-Encoding": "gzip"}) if path.is_file() else (404, b"", {})

    def log_message(self, *args):
        """Nothing: the test says what it saw."""


@pytest.fixture
def server():
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorded)
    running.seen, running.answers = [], []
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def client(server, tmp_path):
    return sec.Client(
        "analyst@example.org",
        tmp_path,
        server=f"http://127.0.0.1:{server.server_port}",
        pause=lambda seconds: None,
    )


def test_a_ticker_becomes_statements(client, server):
    found = client.companyfacts("aapl")
    assert (found.entity, found.ticker, found.currency) == ("Apple Inc.", "AAPL", "USD")
    assert millions(found, "2024-09-28")["net_income"] == 93736
    assert [path for path, *_ in server.seen] == [sec.TICKERS, sec.FACTS.format(cik="0000320193")]


@pytest.mark.parametrize("asked", ["320193", "0000320193", "CIK0000320193"])
def test_a_cik_needs_no_list_of_tickers(client, server, asked):
    assert client.companyfacts(asked).entity == "Apple Inc."
    assert len(server.seen) == 1


def test_a_share_class_is_written_with_a_point_or_a_dash(client):
    assert client.company("BRK.B") == ("0001067983", "BRK-B")


def test_every_request_names_the_contact(client, server):
    client.companyfacts("AAPL")
    assert all("accountkit/" in agent and "analyst@example.org" in agent for _path, agent, _at in server.seen)


def test_without_a_contact_nothing_is_sent(server, tmp_path, monkeypatch):
    monkeypatch.delenv("ACCOUNTKIT_SEC_CONTACT", raising=False)
    monkeypatch.setenv("ACCOUNTKIT_SEC_URL", f"http://127.0.0.1:{server.server_port}")
    with pytest.raises(Unavailable, match="ACCOUNTKIT_SEC_CONTACT"):
        sec.fetch("AAPL", cache=tmp_path)
    assert not server.seen


def test_the_environment_gives_contact_and_server(server, tmp_path, monkeypatch):
    monkeypatch.setenv("ACCOUNTKIT_SEC_CONTACT", "analyst@example.org")
    monkeypatch.setenv("ACCOUNTKIT_SEC_URL", f"http://127.0.0.1:{server.server_port}/")
    monkeypatch.setenv("ACCOUNTKIT_CACHE", str(tmp_path))
    assert sec.fetch("1640147").entity == "SNOWFLAKE INC."
    assert list((tmp_path / "sec").iterdir())


def test_an_answer_is_kept_for_a_day_and_refreshed_on_request(client, server):
    client.companyfacts("320193")
    client.companyfacts("320193")
    assert len(server.seen) == 1
    client.companyfacts("320193", refresh=True)
    assert len(server.seen) == 2


def test_an_old_answer_is_used_with_a_warning_when_the_sec_is_away(client, server):
    client.companyfacts("320193")
    server.answers = [(503, b"", {})] * sec.ATTEMPTS
    found = client.companyfacts("320193", refresh=True)
    assert found.statements
    assert any("503" in w and "cache" in w for w in found.warnings)


def test_progress_is_told_while_the_answer_arrives(client):
    told = []
    client.progress = lambda received, expected: told.append((received, expected))
    client.companyfacts("320193")
    size = (DATA / "companyfacts" / "CIK0000320193.json.gz").stat().st_size
    assert told[-1] == (size, size)
    assert [received for received, _e in told] == sorted(received for received, _e in told)


def test_the_wait_that_the_sec_asks_for_is_kept(client, server):
    waits = []
    client.pause = waits.append
    server.answers = [(429, b"", {"Retry-After": "7"}), (500, b"", {})]
    assert client.companyfacts("320193").statements
    assert 7 in waits and 2.0 in waits


def test_requests_are_spaced_below_ten_a_second(server, tmp_path):
    client = sec.Client("analyst@example.org", tmp_path, server=f"http://127.0.0.1:{server.server_port}")
    threads = [
        threading.Thread(target=lambda n=n: client._requested(f"{client.server}{sec.TICKERS}?{n}", "x"))
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(at for _path, _agent, at in server.seen)
    assert times[-1] - times[0] >= 5 * 0.1 * 0.9


@pytest.mark.parametrize(
    ("answer", "kind", "word"),
    [
        ((404, b"", {}), StatementError, "no figures for “320193”"),
        ((403, b"", {}), Unavailable, "refused"),
        ((302, b"", {"Location": "/x"}), Unavailable, "302"),
        ((200, b"<html>maintenance</html>", {}), StatementError, "JSON"),
    ],
)
def test_each_wrong_answer_says_what_to_do(client, server, answer, kind, word):
    server.answers = [answer]
    with pytest.raises(kind, match=word):
        client.companyfacts("320193")
    assert len(server.seen) == 1


def test_after_three_attempts_it_gives_up(client, server):
    server.answers = [(500, b"", {})] * 5
    with pytest.raises(Unavailable, match=r"500.*3 attempts"):
        client.companyfacts("320193")
    assert len(server.seen) == sec.ATTEMPTS


def test_nobody_there_is_said(tmp_path):
    client = sec.Client("a@example.org", tmp_path, server="http://127.0.0.1:9", pause=lambda seconds: None)
    with pytest.raises(Unavailable, match="could not be reached"):
        client.companyfacts("320193")


def test_an_unknown_ticker_is_named(client):
    with pytest.raises(StatementError, match="“XYZZY”"):
        client.companyfacts("xyzzy")


def test_a_broken_list_of_tickers_is_said(client, server):
    server.answers = [(200, b"[1]", {})]
    with pytest.raises(Unavailable, match="CIK"):
        client.companyfacts("AAPL")


def test_an_endless_answer_is_stopped(client, server, monkeypatch):
    monkeypatch.setattr(sec, "LARGEST_EXPANSION", 1_000_000)
    server.answers = [(200, gzip.compress(bytes(20_000_000)), {"Content-Encoding": "gzip"})]
    with pytest.raises(StatementError, match="not read"):
        client.companyfacts("320193")
