"""The application: Voilà, with addresses of its own, behind one door.

    server(port=8866).start()        one's own machine: the printed link opens it
    server("0.0.0.0", db="postgresql://…", token="…").start()

Voilà's own addresses for files, the tree, contents, templates and static files are not there; a page is made
of the notebook templates alone.
"""

from __future__ import annotations

import logging
import threading
import time
import webbrowser
from importlib.resources import files
from pathlib import Path
from socket import gaierror
from tempfile import mkdtemp
from types import FrameType

from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.log import app_log
from tornado.netutil import bind_sockets
from traitlets import Bool, Instance, Integer, Unicode, default
from voila.app import Voila
from voila.paths import collect_template_paths

from accountkit.errors import StoreUnavailable, Unavailable
from accountkit.i18n import _, known_language
from accountkit.samples import load_into
from accountkit.server import kernels
from accountkit.server.access import BY_TOKEN, Access, chosen_token, demand_possible
from accountkit.server.addresses import addresses
from accountkit.server.assets import Assets
from accountkit.server.configuration import configuration
from accountkit.server.door import Door, is_loopback, noted
from accountkit.server.identity import cookie_secret
from accountkit.server.kept_briefs import KeptBriefs
from accountkit.server.kernels.template import Template
from accountkit.server.landing import MOST_FOR_ONE, MOST_WAITING
from accountkit.server.limits import allow_files
from accountkit.server.log import ONCE, UNKNOWN
from accountkit.server.metrics import Metrics
from accountkit.server.news import News
from accountkit.server.notebooks import templates_folder
from accountkit.server.openid import demand_installed
from accountkit.server.own_notebooks import OwnNotebooks
from accountkit.server.page import NotFound
from accountkit.server.places import Places
from accountkit.server.rights_watch import RightsWatch
from accountkit.server.sessions import Sessions
from accountkit.server.sign_in import first_steps
from accountkit.server.spool import Spool
from accountkit.store import Store, open_store

PING_MILLISECONDS = 20_000
LARGEST_BODY = 1_000_000
HEADER_SECONDS = 30.0
"""For the head of a request to arrive, from the moment when a connection waits for it; one that sends it slowly is cut."""
BODY_SECONDS = 60.0
"""For the body of one, which is small; a file that is uploaded has more (`spool`)."""
REST_SECONDS = 0.2
"""Between the lines that are made at the start, so that others come to their turn."""


class Server(Voila):
    """The server of accountkit."""

    name = "accountkit"

    port: int
    store = Instance(Store)
    ioloop: IOLoop | None = None
    kernel_template: Template | None = None
    """The process that kernels are forked from; None where they are ordinary."""
    lang = Unicode("", help="The language of who has chosen none; empty: the browser's.")
    needs_token = Bool(True)
    access = Instance(Access, help="How people reach the server and are known to it.")
    shows_token = Bool(
        True, help="Whether the printed link holds the token: one that was made, not one that was given."
    )
    max_sessions = Integer(60, help="How many notebooks may be live at once.")
    notebooks = Instance(Path, help="The folder of the notebook templates.")
    folder = Instance(Path, allow_none=True, help="The folder with the accounts' own notebooks.")

    @default("notebooks")
    def _packaged_notebooks(self) -> Path:
        return templates_folder()

    @default("config_file_paths")
    def _no_files_that_could_open_it(self) -> list[str]:
        # a voila.json in the directory it was started from must not change what is served, or to whom
        return []

    def setup_template_dirs(self) -> None:
        """Our page template, then Voilà's own for what it inherits."""
        share = str(files("accountkit.server") / "share" / "accountkit")
        self.template_paths = [share, *collect_template_paths(["voila", "nbconvert"], "lab", prune=True)]
        self.static_paths: list[str] = []

    def init_settings(self) -> dict:
        self.root_dir = str(self.notebooks)
        settings = super().init_settings()
        self.contents_manager.log = logging.getLogger("accountkit.notebooks")
        self.contents_manager.log.setLevel(
            logging.ERROR
        )  # that a template of ours is not signed concerns nobody
        for log in (self.log, app_log):
            log.addFilter(ONCE)
            log.addFilter(UNKNOWN)
        allow_files(self.max_sessions)
        self.sessions = Sessions(self.kernel_manager, self.max_sessions)
        self.watch = RightsWatch(self.store, self.sessions, by_cookie=self.access.way.by_cookie)
        self.kernel_manager.sessions = self.sessions
        self.kernel_manager.news = self.news = News(Path(self.connection_dir) / "news")
        metrics = Metrics(self.sessions, self.log)
        self.sessions.on_open, self.news.heard = metrics.opened, metrics.heard
        self.spool, self.assets = Spool(), Assets(self.base_url)
        return {
            **settings,
            "own_machine_only": not self.needs_token and not self.access.sign_in,
            "accountkit_access": self.access,
            "log_function": noted,
            "xsrf_cookies": True,
            "xsrf_cookie_kwargs": self.access.cookie_terms(self.base_url),
            "allow_origin": self.access.origin,  # a proxy may send another Host than the one that people see
            "allow_unauthenticated_access": False,
            "allow_remote_access": True,  # the door looks at the Host where it matters
            "default_handler_class": NotFound,
            "ws_ping_interval": PING_MILLISECONDS,
            "websocket_compression_options": {"compression_level": 1},
            "accountkit_store": self.store,
            "accountkit_lang": self.lang,
            "accountkit_sessions": self.sessions,
            "accountkit_metrics": metrics,
            "accountkit_briefs": KeptBriefs(),
            "accountkit_imports": Places(MOST_FOR_ONE, MOST_WAITING),
            "accountkit_spool": self.spool,
            "accountkit_assets": self.assets,
            "accountkit_templates": self.notebooks,
            "accountkit_own": OwnNotebooks(self.folder),
            "accountkit_private": Path(self.connection_dir),
        }

    def init_handlers(self) -> list:
        live = {
            "voila_configuration": self.voila_configuration,
            "template_paths": self.template_paths,
            "config": self.config,
        }
        found = addresses(live, self.access.sign_in)
        return [(url_path_join(self.base_url, path), *rest) for path, *rest in found]

    def build(self) -> Door:
        """The application with all its addresses, not listening yet."""
        self.connection_dir = mkdtemp(prefix="accountkit-", dir=self.connection_dir_root)
        self.app = Door(**{**self.init_settings(), **self.tornado_settings})
        self.app.add_handlers(".*$", self.init_handlers())
        return self.app

    def open_port(self) -> None:
        """Listen on the port, or on the next that is free, inside a running loop. Raises `Unavailable` where
        none is.
        """
        for port in self.random_ports(self.port, self.port_retries + 1):
            try:
                sockets = bind_sockets(port, self.ip)
            except gaierror as error:  # no other port would help
                raise Unavailable(
                    _(
                        "“{host}” is not an address of this machine ({reason}). Use 127.0.0.1, or 0.0.0.0 to serve other "
                        "machines."
                    ).format(host=self.ip, reason=error.strerror)
                ) from error
            except OSError as error:
                self.log.warning("Port %s: %s", port, error)
                continue
            self.http_server = HTTPServer(
                self.app,
                max_body_size=LARGEST_BODY,
                idle_connection_timeout=HEADER_SECONDS,
                body_timeout=BODY_SECONDS,
            )
            self.http_server.add_sockets(sockets)
            self.port = sockets[0].getsockname()[1]
            self.sessions.watch()
            self.news.begin(self.store, IOLoop.current())
            if self.kernel_template is not None:  # ordinary kernels cost too much to wait for nobody
                self.kernel_manager.reserve.begin()
            if self.access.sign_in:
                self.watch.start()
            return
        raise Unavailable(
            _("No port from {port} upwards is free. Choose another with --port.").format(port=self.port)
        )

    def start(self) -> None:
        """Serve until stopped."""
        self.build()
        threading.Thread(target=self.assets.warm, name="compressing assets", daemon=True).start()
        threading.Thread(target=self._catch_up, name="lines of accounts", daemon=True).start()
        self.ioloop = IOLoop.current()
        self.open_port()
        self.opening_address = self.display_url + first_steps(self.store, self.access)
        print(_("accountkit is at {address}").format(address=self.opening_address), flush=True)
        if self.open_browser:
            self.launch_browser()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Stopping")
        finally:
            self.stop()

    def _catch_up(self) -> None:
        """Make what an earlier version has not written of each account, a few at a time, while pages are served already."""
        after: int | None = 0
        try:
            while after is not None:
                after = self.store.catch_up(after)
                time.sleep(REST_SECONDS)
        except StoreUnavailable as error:
            self.log.warning("The lines of accounts: %s", error)  # each is made when a page shows it

    def _handle_signal_stop(self, sig: int, frame: FrameType | None) -> None:
        if self.ioloop is None:  # told to stop before it began to serve
            raise SystemExit(0)
        super()._handle_signal_stop(sig, frame)

    def launch_browser(self) -> None:
        threading.Thread(target=webbrowser.open, args=(self.opening_address,), daemon=True).start()

    @property
    def display_url(self) -> str:
        """The address to open, with the token if it was made: one that was given is known, and logs are kept."""
        host = "localhost" if self.ip in ("", "0.0.0.0", "::", "127.0.0.1", "::1") else self.ip
        token = f"?token={self.token}" if self.token and self.shows_token else ""
        return f"{self.access.origin or f'http://{host}:{self.port}'}{self.base_url}{token}"

    def stop(self) -> None:
        self.watch.stop()
        self.sessions.stop()
        self.kernel_manager.reserve.stop()
        self.news.close()
        super().stop()
        if self.kernel_template is not None:
            self.kernel_template.close()
        self.spool.close()
        self.app.settings["accountkit_briefs"].close()
        self.store.close()


def server(
    host: str = "127.0.0.1",
    port: int = 8866,
    db: str | None = None,
    lang: str | None = None,
    *,
    browser: bool = False,
    token: str | bool | None = True,
    kernels_mode: str = "forked",
    max_sessions: int = 60,
    base_url: str = "/",
    folder: Path | None = None,
    access: Access = BY_TOKEN,
) -> Server:
    """A server that is set up but does not listen. `token`: True makes one, a text is one, False or None is
    none. `folder` holds the accounts' own notebooks. Where people sign in (`access`), no token opens anything.

    Raises `Forbidden` where it would be without a token for more than this machine, or with one that is short.
    """
    own_machine = is_loopback(host)
    demand_possible(access)
    if access.way.elsewhere:
        demand_installed()
    secret, made = chosen_token(token, access, host, own_machine)
    app = Server(
        config=configuration(own_machine, access, base_url),
        store=open_store(db),
        lang=known_language(lang) if lang else "",
        needs_token=bool(secret),
        access=access,
        token=secret,
        shows_token=made,
        cookie_secret=cookie_secret(secret),
        ip=host,
        port=port,
        open_browser=browser,
        max_sessions=max_sessions,
        base_url=base_url,
        folder=folder,
    )
    app.store.sign_ins.idle = access.idle
    load_into(app.store)
    app.initialize([])
    app.kernel_template = kernels.install(app, kernels_mode)
    return app
