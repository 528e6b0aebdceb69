"""JupyterLab with our extension: plotly.js from one address that is kept, and uploads, both behind Lab's own
token.
"""

import json
import re
import socket
import subprocess
import sys
import time

import httpx
import pytest

from accountkit.server.lab import ENABLED

pytestmark = pytest.mark.slow

TOKEN = "a-token-of-the-lab"


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("workbooks")
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        ENABLED,
        "--allow-root",
        "--no-browser",
        f"--port={port}",
        "--ServerApp.ip=127.0.0.1",
        f"--IdentityProvider.token={TOKEN}",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.port_retries=0",
    ]
    with open(folder / "log", "wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30)
        try:
            wait_for(client, process)
            yield client
        finally:
            client.close()
            process.terminate()


def wait_for(client, process, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            client.get("/api")
            return
        except httpx.TransportError:
            time.sleep(0.3)
    raise AssertionError("JupyterLab did not start")


def test_the_page_names_plotly_and_the_upload(lab):
    page = lab.get("/lab", params={"token": TOKEN}).text
    config = json.loads(
        re.search(r'id="jupyter-config-data" type="application/json">(.*?)</script>', page, re.S).group(1)
    )
    assert config["accountkitUploadUrl"] == "/accountkit/upload"
    plotly = lab.get(
        config["accountkitPlotlyUrl"], params={"token": TOKEN}, headers={"Accept-Encoding": "gzip"}
    )
    assert plotly.status_code == 200 and "immutable" in plotly.headers["cache-control"]
    assert plotly.headers["content-encoding"] == "gzip" and plotly.text.lstrip().startswith(
        "/**\n* plotly.js"
    )


def test_an_upload_is_taken_with_the_token_only(lab):
    taken = lab.post(
        "/accountkit/upload",
        content=b"a,b",
        headers={"Authorization": f"token {TOKEN}", "X-File-Name": "a.csv"},
    )
    assert taken.status_code == 200 and taken.json()["name"] == "a.csv"
    assert lab.post("/accountkit/upload", content=b"a,b", cookies={}).status_code == 403


def test_what_is_too_large_is_refused_with_a_reason(lab):
    headers = {"Authorization": f"token {TOKEN}"}
    answer = lab.post("/accountkit/upload", content=b"x" * 50_000_001, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (413, "file_too_large")
