"""A server where people sign in, and a browser of each role."""

from __future__ import annotations

from accountkit.store import PRACTICE
from accountkit.store.rights import ROLE_NAMES
from tests.server.conftest import Running

ROLES = ("administrator", *ROLE_NAMES, "nobody")
"""``nobody`` is signed in and has no role."""


def browsers(running: Running) -> dict:
    """A signed-in browser for each role on the account ``walmart``; owner and editor have it on our own side as well."""
    people = running.app.store.people
    found = {}
    for role in ROLES:
        person = people.add(f"the {role}", administrator=role == "administrator")
        if role in ROLE_NAMES:
            people.give(person, "walmart", role)
        if role in ("owner", "editor"):
            people.give(person, PRACTICE, role)
        found[role] = signed_in(running, person)
    return found


def signed_in(running: Running, person):
    """A browser that has opened a personal link of somebody."""
    client = running.stranger(follow_redirects=True)
    path = f"/invitation/{running.app.store.people.invite(person, '')}"
    client.get(path)
    answer = client.post(path, data={"_xsrf": client.cookies["_xsrf"]})
    assert answer.status_code == 200, answer.text
    return client
