"""The rule of methods.md, partner_agreement; worked by hand: six of six, but exclusive without a deposit: do not sign."""

from __future__ import annotations

import datetime as dt

import pytest

from accountkit.model.practice import Partner
from tests.methods.plant import answer
from tests.methods.team.house import house, read, sentence

KEY = "partner_agreement"
CONTENTS = ("qualification", "price", "performance", "service_split", "duties", "exit_renewal")
ALL = dict.fromkeys(CONTENTS, "met")
TERMS = {"joint_project": "yes", "quota": 1e6, "floor": 4e5, "deposit": 5e4}


def practice(
    kind: str | None = "exclusive", *, other: dict | None = None, scope: dict | None = None, **values
):
    made = house({f"{KEY}.big": answer(**values)}, partner={"agreement": kind, **(scope or {})})
    partners = {**made.partners, "small": Partner(name="Other", **(other or {}))}
    return made.model_copy(update={"partners": partners})


@pytest.mark.parametrize(
    ("kind", "values", "verdict", "flags"),
    [
        ("exclusive", ALL | TERMS, "pass", ()),
        ("exclusive", ALL | TERMS | {"deposit": 0}, "fail", ("deposit",)),
        ("exclusive", ALL | TERMS | {"joint_project": "no", "quota": 0}, "fail", ("joint_project", "quota")),
        ("exclusive", ALL | TERMS | {"floor": None}, "open", ()),
        ("exclusive", ALL | TERMS | {"duties": "not_met"}, "open", ()),
        ("registered", ALL, "pass", ()),
        ("bulk", ALL | {"price": "unknown"}, "open", ()),
        (None, ALL, "open", ()),
    ],
)
def test_what_may_be_signed(kind, values, verdict, flags):
    reading = read(practice(kind, **values), KEY, "big")
    assert (reading.verdict, reading.flags) == (verdict, flags)


@pytest.mark.parametrize(
    ("mine", "other", "overlap"),
    [
        ({"segment_ids": ("groups",)}, {"segment_ids": ("groups", "city")}, True),
        ({"segment_ids": ("groups",)}, {"segment_ids": ("city",)}, False),
        (
            {"segment_ids": ("groups",), "region": "north"},
            {"segment_ids": ("groups",), "region": "south"},
            False,
        ),
        ({"segment_ids": ("groups",)}, {"segment_ids": ("groups",), "agreement": "registered"}, False),
        (
            {"segment_ids": ("groups",)},
            {"segment_ids": ("groups",), "agreed_until": dt.date(2026, 5, 10)},
            False,
        ),
        (
            {"segment_ids": ("groups",)},
            {"segment_ids": ("groups",), "agreed_until": dt.date(2026, 5, 11)},
            True,
        ),
        ({}, {"segment_ids": ("city",)}, True),
    ],
)
def test_two_exclusive_scopes_may_not_overlap(mine, other, overlap):
    made = practice(scope=mine, other={"agreement": "exclusive", **other}, **ALL, **TERMS)
    reading = read(made, KEY, "big")
    assert ("overlap" in reading.flags) is overlap and reading.verdict == ("fail" if overlap else "pass")


def test_a_partner_whose_profile_is_not_accepted_is_flagged():
    rated = {"cash_flow": 4, "closeness": 4, "dedicated": 3, "integrity": 3}
    made = practice("registered", **ALL)
    profiled = made.model_copy(
        update={"answers": {**made.answers, "local_partner_profile.big": answer(rated=rated)}}
    )
    assert read(made, KEY, "big").flags == () and read(profiled, KEY, "big").flags == ("profile",)


@pytest.mark.parametrize(
    ("lang", "failing", "lacking"),
    [
        (
            "en",
            "Agreement with Campus integrator (exclusive): 6 of 6 contents; no deposit.",
            "Agreement with Campus integrator (bulk sale): 4 of 6 contents; missing: partner qualification and mutual duties.",
        ),
        (
            "zh_CN",
            "与校园集成商的协议（独家合作）：内容6/6；未约定保证金。",
            "与校园集成商的协议（统销合作）：内容4/6；缺：资格约定和双方义务。",
        ),
    ],
)
def test_the_sentence(lang, failing, lacking):
    assert sentence(practice(**ALL | TERMS | {"deposit": 0}), KEY, lang, "big") == failing
    part = {key: "met" for key in CONTENTS if key not in ("qualification", "duties")}
    assert sentence(practice("bulk", **part), KEY, lang, "big") == lacking


def test_a_type_that_is_not_chosen_is_said():
    found = sentence(practice(None, price="met"), KEY, "en", "big")
    assert found == "Agreement with Campus integrator, no type chosen: 1 of 6 contents."
