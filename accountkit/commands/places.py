"""Commands that open places to work in: serve, lab; and refresh, which keeps the notebooks' outputs true."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from accountkit.commands.options import WEEK_OF_HOURS, Db, IdleHours, Lang
from accountkit.commands.terminal import BadInput, one_of, say, tell
from accountkit.i18n import N_, _

NOTEBOOKS = Path("workbooks")
Folder = Annotated[Path, typer.Option("--folder", help=N_("Folder with the accounts' notebooks."))]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help=N_("Port; 0 chooses a free one."))]
Browser = Annotated[bool, typer.Option("--browser/--no-browser", help=N_("Open the browser."))]


def serve(
    host: Annotated[
        str, typer.Option("--host", help=N_("Address to listen on; 0.0.0.0 for other machines."))
    ] = "127.0.0.1",
    port: Port = 8866,
    db: Db = None,
    browser: Browser = True,
    token: Annotated[
        bool,
        typer.Option(
            "--token/--no-token",
            help=N_("Require the token of the printed link; --no-token is limited to this machine."),
        ),
    ] = True,
    kernels: Annotated[
        str, typer.Option("--kernels", help=N_("forked (from a warm process) or ordinary."))
    ] = "forked",
    max_sessions: Annotated[
        int, typer.Option("--max-sessions", min=1, help=N_("Maximum number of live sessions."))
    ] = 60,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--folder",
            help=N_(
                "Folder with the accounts' notebooks, which are served too. Default: workbooks, if it exists."
            ),
        ),
    ] = None,
    sign_in: Annotated[
        str,
        typer.Option(
            "--sign-in",
            help=N_(
                "token: the printed link opens everything. invite: people with roles, by personal link. oidc: people with roles, by OpenID Connect. header: people with roles, as a trusted proxy names them. jupyterhub: people with roles, as a service of JupyterHub, which says where to listen."
            ),
        ),
    ] = "token",
    public_url: Annotated[
        str,
        typer.Option(
            "--public-url", help=N_("Address that people use, if a proxy is in front: https://NAME/.")
        ),
    ] = "",
    trusted_proxy: Annotated[
        list[str] | None,
        typer.Option(
            "--trusted-proxy", help=N_("Address or network of a proxy that is trusted; repeatable.")
        ),
    ] = None,
    header_name: Annotated[
        str, typer.Option("--header-name", help=N_("Header in which the proxy names the person."))
    ] = "X-Forwarded-User",
    oidc_issuer: Annotated[
        str, typer.Option("--oidc-issuer", help=N_("Address of the OpenID Connect provider."))
    ] = "",
    oidc_client: Annotated[
        str,
        typer.Option(
            "--oidc-client",
            help=N_("Name of this server at the provider; its secret is in ACCOUNTKIT_OIDC_SECRET."),
        ),
    ] = "",
    idle_hours: IdleHours = WEEK_OF_HOURS,
    administrator: Annotated[
        str,
        typer.Option(
            "--administrator",
            help=N_(
                "Name of the first administrator, with --sign-in invite; by default the personal link asks for it."
            ),
            metavar="NAME",
        ),
    ] = "",
    lang: Lang = None,
) -> None:
    from accountkit.server.access import HUB, WAYS, Access, networks
    from accountkit.server.app import server

    if folder is not None:
        _demand_folder(folder)
    one_of(kernels, ("forked", "ordinary"), "--kernels")
    one_of(sign_in, ("token", *WAYS), "--sign-in")
    access = Access(
        sign_in="" if sign_in == "token" else sign_in,
        public_url=public_url,
        proxies=networks(trusted_proxy or []),
        header=header_name,
        issuer=oidc_issuer,
        client_id=oidc_client,
        client_secret=os.environ.get("ACCOUNTKIT_OIDC_SECRET", ""),
        idle=dt.timedelta(hours=idle_hours),
        administrator=administrator or os.environ.get("ACCOUNTKIT_USER", ""),
    )
    base_url = "/"
    if sign_in == HUB:
        from accountkit.server.hub import place

        found = place()
        host, port, base_url, access = (
            found.host,
            found.port,
            found.prefix,
            replace(found.access, idle=access.idle),
        )
    server(
        host=host,
        port=port,
        db=db,
        lang=lang,
        browser=browser,
        token=token,
        kernels_mode=kernels,
        max_sessions=max_sessions,
        base_url=base_url,
        folder=folder or (NOTEBOOKS if NOTEBOOKS.is_dir() else None),
        access=access,
    ).start()


def lab(
    folder: Folder = NOTEBOOKS,
    port: Port = 8888,
    browser: Browser = True,
    db: Db = None,
    lang: Lang = None,
) -> None:
    _demand_folder(folder)
    from accountkit.server.lab import ENABLED

    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        ENABLED,
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--port={port}",
    ]
    command += [] if browser else ["--no-browser"]
    # in a container one is root and JupyterLab would refuse; whoever is root may do so here as everywhere
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    tell(_("JupyterLab opens in {folder}; stop it with Ctrl-C.").format(folder=folder))
    if os.name == "posix":
        os.execve(
            command[0], command, _environment(db, lang)
        )  # one process, so that a signal stops JupyterLab itself
    raise typer.Exit(subprocess.call(command, env=_environment(db, lang)))


def refresh(
    slugs: Annotated[
        list[str] | None,
        typer.Argument(help=N_("Accounts to refresh; by default all that have a folder."), metavar="SLUG"),
    ] = None,
    folder: Folder = NOTEBOOKS,
    samples: Annotated[
        bool,
        typer.Option("--samples", help=N_("Use the sample accounts as shipped, not those of the store.")),
    ] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.commands import notebooks
    from accountkit.commands.stores import opened
    from accountkit.samples import SLUGS, sample
    from accountkit.store import origins
    from accountkit.store.folder import OURS

    there = notebooks.slugs(folder)
    wanted = [
        one_of(slug, there, "SLUG") for slug in slugs or there if there and (not samples or slug in SLUGS)
    ]
    if not wanted:
        raise BadInput(
            _("{folder} has no notebooks of accounts. Create some with `accountkit new NAME`.").format(
                folder=folder
            )
        )
    store = None if samples else opened(db)
    for slug in wanted:
        tell(_("Running the notebooks of {slug} …").format(slug=slug))
        account = sample(slug) if store is None else store.load(slug)
        # what is private in a sample is invented
        notebooks.refresh(account, folder, with_private=store is None)
        if store is not None:
            origins.note(store, account)
        say(_("Refreshed {folder}.").format(folder=folder / slug))
    if samples and (folder / "practice" / OURS).is_file() and not slugs:
        notebooks.refresh_practice(folder / "practice")
        say(_("Refreshed {folder}.").format(folder=folder / "practice"))


def _environment(db: str | None, lang: str | None) -> dict[str, str]:
    import os

    given = {"ACCOUNTKIT_DB": db, "ACCOUNTKIT_LANG": lang}
    return {**os.environ, **{name: value for name, value in given.items() if value}}


def _demand_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise BadInput(
            _(
                "The folder {folder} does not exist. Create an account with `accountkit new NAME`, or choose a folder with --folder."
            ).format(folder=folder)
        )
