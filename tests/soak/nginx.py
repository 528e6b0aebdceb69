"""nginx before several servers: whoever was sent to one is sent there again, and elsewhere when it is gone."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.conftest import free_port

CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  map $http_upgrade $connection_upgrade {{ default upgrade; '' ''; }}
  upstream accountkit {{
    hash $cookie__xsrf consistent;
    {servers}
  }}
  server {{
    listen 127.0.0.1:{port};
    client_max_body_size 30m;
    location / {{
      proxy_pass http://accountkit;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_buffering off;
      proxy_read_timeout 1h;
      proxy_next_upstream error timeout;
      proxy_connect_timeout 2s;
    }}
  }}
}}
"""
"""What docs/guide.md shows, with places of its own."""


@contextmanager
def before(ports: list[int], folder: Path) -> Iterator[int]:
    """nginx before the servers on these ports; gives its own."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert program, "No nginx found: run `make soak`, which installs it."
    folder.mkdir()
    port, servers = (
        free_port(),
        " ".join(f"server 127.0.0.1:{one} max_fails=1 fail_timeout=5s;" for one in ports),
    )
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(folder=folder, servers=servers, port=port))
    running = subprocess.Popen([program, "-e", str(folder / "error.log"), "-c", str(file)])
    try:
        yield port
    finally:
        running.terminate()
        running.wait(15)
