"""Write the tables of addresses in SECURITY.md: ``python -m tools.routes``.

Who may ask for what is the table to which `tests/server/test_routes_and_roles.py` holds the running application; what a secret
opens is taken from the handlers themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from inspect import getdoc
from pathlib import Path

from tornado.web import RequestHandler

from accountkit.server.page import SECRET
from accountkit.server.readers import READER_ROUTES
from accountkit.server.sign_in_elsewhere import SIGN_IN_ROUTES
from tests.server.people import ROLES
from tests.server.test_routes_and_roles import TABLE

PAGE = Path(__file__).parents[1] / "SECURITY.md"
BEGIN, END = "<!-- routes: made by tools/routes.py -->\n", "<!-- end of routes -->\n"
METHODS = ("GET", "POST")
NAMES = {
    "000000000000/plotly.min.js": "HASH/FILE",
    "0000000000000000": "LINK",
    "walmart/walmart": "SLUG/NAME",
    "walmart": "SLUG",
    "/pest": "/METHOD",
    ".md": ".FORMAT",
    "/K": "/KERNEL",
    SECRET: "SECRET",
    "([0-9a-f]+)": "HASH",
    "([A-Za-z._]+)": "FILE",
    "([a-z]+)": "FORMAT",
    "\\": "",
}
"""What stands in an address for each part that varies."""


def address(path: str) -> str:
    """An address as a person writes it, out of an example of it or of its pattern."""
    path = path.partition("?")[0]
    for part, name in NAMES.items():
        path = path.replace(part, name)
    return f"`{path}`"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    lines = [heads := list(heads), ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def by_secret() -> list[tuple[str, str, str]]:
    """What is answered to who holds a secret and is not signed in: the methods, the address, and what it is."""
    routes = [*READER_ROUTES, *(route for routes in SIGN_IN_ROUTES.values() for route in routes)]
    found = {}
    for pattern, handler, *_rest in routes:
        said = getdoc(handler) or ""
        about = re.sub(r"\s+", " ", said.partition("\n\n")[0]).replace("``", "`")
        found[pattern] = (
            ", ".join(filter(lambda one: is_open(handler, one), METHODS)),
            address(pattern),
            about,
        )
    return [row for row in found.values() if row[0]]


def is_open(handler: type[RequestHandler], method: str) -> bool:
    """True if a method of a handler is answered without a sign-in."""
    return bool(getattr(getattr(handler, method.lower()), "__allow_unauthenticated", False))


def tables() -> str:
    """Both tables."""
    of_roles = [
        (method, address(path), *(allowed[role] for role in ROLES))
        for (method, path), allowed in TABLE.items()
    ]
    return "\n".join(
        (
            table(("", "Address", *ROLES), of_roles),
            "What a secret opens, and what is open to everybody:\n",
            table(
                ("", "Address", "What"),
                [*by_secret(), ("GET", "`/healthz`", "whether the server and its database answer")],
            ),
        )
    )


def written(text: str) -> str:
    """The page with the tables as they are now."""
    before, _begin, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{tables()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
