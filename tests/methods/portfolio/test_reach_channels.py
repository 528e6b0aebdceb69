"""Reaching new customers, worked by hand from the rule: the best available channel by the size of the account."""

from __future__ import annotations

import pytest

from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.model import Account, Profile
from tests.methods.portfolio.ours import practice, rated

KEY = "reach_channels"


def account(size: str | None, *channels: str, **values: str) -> Account:
    known = dict.fromkeys(channels, "met") | values | ({"size": size} if size else {})
    return Account(slug="a", profile=Profile(owner="ann"), answers={KEY: rated(**known)})


@pytest.mark.parametrize(
    ("size", "channels", "best"),
    [
        ("large", ("event", "network", "referral"), "referral"),
        ("large", ("event", "network"), "network"),
        ("large", ("event", "inbound"), "event"),
        ("large", ("cold", "inbound"), "inbound"),
        ("large", ("cold",), None),
        ("small", ("referral", "event"), "event"),
        ("small", ("referral", "inbound"), "inbound"),
        ("small", ("cold",), "cold"),
        (None, ("event", "referral"), "referral"),
        (None, ("cold",), None),
    ],
)
def test_the_best_door(size, channels, best):
    reading = Analyses(account(size, *channels)).read(KEY)
    assert (reading.verdict, reading.flags) == (best, () if best else ("only_cold",))


def test_the_sentence():
    known = account("large", "network", contact_network="Former colleague", step_network="Call by Friday")
    ours = practice(offer={"cases": "Maker of housings\nMaker of pumps"})
    assert Analyses(known, ours).assess(KEY).sentence == (
        "Reach them by personal network: former colleague. Next: call by Friday (ann). "
        "Cases that open the door: maker of housings and maker of pumps."
    )
    with use_language("zh_CN"):
        assert (
            Analyses(known).assess(KEY).sentence
            == "触达方式：个人人脉，former colleague。下一步：call by Friday（ann）。"
        )
