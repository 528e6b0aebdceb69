"""A real JupyterHub with its proxy on this machine, and accountkit as its service; both installed in a folder of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.e2e.conftest import free_port

WITHIN = 180
CONFIGURATION = """
c.JupyterHub.bind_url = "http://127.0.0.1:{port}/"
c.JupyterHub.hub_port = {hub}
c.JupyterHub.db_url = "sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = "{folder}/cookie_secret"
c.ConfigurableHTTPProxy.command = ["{proxy}"]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{api}"
c.ConfigurableHTTPProxy.pid_file = "{folder}/proxy.pid"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = "a long password"
c.Authenticator.allow_all = True
c.Authenticator.admin_users = {{"boss"}}
c.JupyterHub.services = [{{
    "name": "accountkit",
    "url": "http://127.0.0.1:{service}",
    "command": ["{python}", "-m", "accountkit", "serve", "--sign-in", "jupyterhub", "--no-browser"],
    "environment": {{"ACCOUNTKIT_DB": "sqlite:///{folder}/accounts.sqlite", "HOME": "{folder}"}},
    "oauth_no_confirm": True,
}}]
c.JupyterHub.load_roles = [{{
    "name": "user", "scopes": ["self", "access:services!service=accountkit"],
}}]
"""


def installed(folder: Path) -> tuple[Path, Path]:
    """JupyterHub and its proxy, from the package registries: the two commands."""
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    subprocess.run(
        [environment / "bin" / "python", "-m", "pip", "install", "-q", "jupyterhub>=5,<7"], check=True
    )
    subprocess.run(
        ["npm", "install", "--silent", "--prefix", str(folder / "proxy"), "configurable-http-proxy@5"],
        check=True,
    )
    return environment / "bin" / "jupyterhub", folder / "proxy/node_modules/.bin/configurable-http-proxy"


@contextmanager
def running(folder: Path, hub: Path, proxy: Path) -> Iterator[str]:
    """The hub with the service: its address. Its log is ``hub.log`` in the folder."""
    ports = dict(zip(("port", "hub", "api", "service"), (free_port() for _one in range(4)), strict=True))
    configuration = folder / "jupyterhub_config.py"
    configuration.write_text(
        CONFIGURATION.format(folder=folder, proxy=proxy, python=sys.executable, **ports), encoding="utf-8"
    )
    address = f"http://127.0.0.1:{ports['port']}"
    with (folder / "hub.log").open("wb") as log:
        process = subprocess.Popen(
            [hub, "-f", str(configuration)],
            cwd=folder,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=_environment(hub),
        )
        try:
            _until_it_answers(process, f"{address}/services/accountkit/healthz", folder / "hub.log")
            yield address
        finally:
            process.terminate()
            process.wait(60)


def _environment(hub: Path) -> dict[str, str]:
    return os.environ | {"PATH": f"{hub.parent}{os.pathsep}{os.environ['PATH']}"}


def _until_it_answers(process: subprocess.Popen, address: str, log: Path) -> None:
    until = time.monotonic() + WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text("utf-8", "replace")[-4000:]
        try:
            if httpx.get(address, timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.5)
    raise AssertionError(log.read_text("utf-8", "replace")[-4000:])
