"""What a file of an account or of our own side may not say, though it is JSON."""

from __future__ import annotations

import json
import random

import pytest

from accountkit.errors import InvalidAccount
from accountkit.i18n import use_language
from accountkit.model import document_from_json, from_json
from accountkit.model.people import Pair, reports_to_itself, rings_of_reporting
from accountkit.samples import sample


def of(**fields):
    return json.dumps({"slug": "plant", "schema_version": 2, **fields})


@pytest.mark.parametrize("version", [0, -1, None, "2", 2.0, True])
def test_a_version_that_is_none_is_not_said_to_be_newer(version):
    with pytest.raises(InvalidAccount, match=r"schema_version.*from 1 to 2") as error:
        from_json(of(schema_version=version))
    assert "newer" not in str(error.value)


@pytest.mark.parametrize(
    "text, key, place",
    [
        ('{"slug": "walmart", "slug": "dupkeys"}', "“slug”", "at /"),
        (
            '{"slug": "a", "findings": {"f1": {"statement": "x"}, "f1": {"statement": "y"}}}',
            "“f1”",
            "findings",
        ),
        ('{"slug": "a", "findings": {"f1": {"impact": 1, "impact": 2}}}', "“impact”", "findings/f1"),
        ('{"document": "practice", "offers": {"o1": {}, "o1": {}}}', "“o1”", "offers"),
        ('{"slug": "a", "findings": {"f1": {"a": 1, "a": 2}}, "findings": {}}', "“findings”", "at /"),
    ],
)
def test_a_key_that_stands_twice_is_named_with_its_place(text, key, place):
    with pytest.raises(InvalidAccount) as error:
        document_from_json(text)
    assert key in str(error.value) and place in str(error.value)


def test_half_of_a_sign_is_refused_in_the_readers_language():
    with use_language("zh_CN"), pytest.raises(InvalidAccount) as error:
        from_json('{"slug": "a", "profile": {"name": "x\\ud800"}}')
    assert "Input should" not in str(error.value) and "profile/name" in str(error.value)


def tie(one, other):
    return {"from_id": one, "to_id": other, "tie": "reports_to"}


def test_what_can_be_shown_and_mended_comes_in():
    pairs = {"p1": tie("a", "b"), "p2": tie("b", "a")}
    needs = {key: {"statement": key, "rank": 1, "problem_id": "p1"} for key in ("n1", "n2")}
    account = from_json(of(pairs=pairs, needs=needs))
    assert set(account.pairs) == {"p1", "p2"} and set(account.needs) == {"n1", "n2"}
    assert account.contradiction("pairs/p1") and account.contradiction("needs/n1")


@pytest.mark.parametrize("seed", range(40))
def test_without_the_ties_that_close_a_ring_nobody_reports_to_themselves(seed):
    chance = random.Random(seed)
    pairs = {
        f"p{n}": Pair(**tie(chance.choice("abcdef"), chance.choice("abcdef")))
        for n in range(chance.randrange(13))
    }
    found = dict(rings_of_reporting(pairs))
    for key, people in found.items():
        assert reports_to_itself(pairs, key)
        assert (pairs[key].to_id, pairs[key].from_id) == (people[0], people[-1])
    left = {key: pair for key, pair in pairs.items() if key not in found}
    assert not any(reports_to_itself(left, key) for key in left)


def test_a_statement_stands_under_the_day_on_which_it_ends():
    plain = json.loads(sample("walmart").model_dump_json())
    plain["statements"]["9999-12-31"] = plain["statements"].pop("2026-01-31")
    with pytest.raises(InvalidAccount, match=r"statements/9999-12-31/period_end.*2026-01-31"):
        from_json(json.dumps(plain))
