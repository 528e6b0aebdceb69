"""delivered_value, worked by hand from its rule: us 4+4+4+3 − (3+3+3+4) = 2, the rival 4+3+3+4 − 12 = 2; less worry leads."""

from __future__ import annotations

from typing import Any

import pytest

from accountkit.methods import Analyses
from accountkit.methods.care.promise_rules import behind, promises
from accountkit.methods.care.value_rules import COSTS, VALUES, best_move
from accountkit.model import Account, Answer, Lever, Need, Problem, Row
from tests.methods.plant import plant, sentence

KEY = "delivered_value"
US = (4, 4, 4, 3, 3, 3, 3, 4)
RIVAL = (4, 3, 3, 4, 3, 3, 3, 3)


def row(party: str, ratings: tuple[Any, ...], order: int) -> Row:
    rated = dict(zip((*VALUES, *COSTS), ratings, strict=True))
    return Row(cells={"party": party, **{key: value for key, value in rated.items() if value}}, order=order)


def account(us=US, *rivals: tuple[Any, ...]) -> Account:
    rows = {"us": row("us", us, 0)} if us else {}
    rows |= {f"r{n}": row("rival", one, n) for n, one in enumerate(rivals, 1)}
    return plant().model_copy(update={"answers": {KEY: Answer(rows=rows)}})


def read(us=US, *rivals):
    return Analyses(account(us, *rivals)).read(KEY)


def test_value_less_cost_of_us_and_of_the_rival():
    us, rival = read(US, RIVAL).rows
    assert (us["value"], us["cost"], us["left"]) == (15, 13, 2)
    assert (rival["value"], rival["cost"], rival["left"]) == (14, 12, 2)


def test_we_lead_by_nothing_and_one_less_worry_makes_us_lead():
    reading = read(US, RIVAL)
    assert reading.totals == {"ours": 2, "rival": 2, "lead": 0}
    assert (best_move(reading), reading.alarms) == ("psychic", ("level",))


def test_another_answer_has_another_lead_and_another_move():
    behind = read((3, 3, 3, 3, 3, 3, 3, 3), RIVAL)
    assert (behind.totals["lead"], behind.alarms) == (-2, ("behind",))
    assert best_move(behind) is None, "three steps are more than any one of them has room for"
    image = read((4, 4, 4, 2, 3, 3, 3, 3), RIVAL)
    assert (image.totals["lead"], best_move(image)) == (0, "image")
    ahead = read((5, 5, 5, 5, 1, 1, 1, 1), RIVAL)
    assert (ahead.totals["lead"], best_move(ahead), ahead.alarms) == (14, None, ())


def test_the_best_of_the_rivals_is_compared_with():
    assert read(US, RIVAL, (5, 3, 3, 4, 3, 3, 3, 3)).totals["rival"] == 3


def test_what_our_levers_promise_is_compared_with_the_measures_of_today():
    """Scrap: 6 % promised, 8 % today, 2/6 behind; on time: 95 % promised, 96 % today; a third has no lever of ours."""
    scrap = Problem(metric="Scrap", unit="%", direction="lower", current=8, expected=6)
    late = Problem(metric="On time", unit="%", direction="higher", current=96, expected=95, order=1)
    other = Problem(metric="Orders", direction="higher", current=1, expected=9, order=2)
    fields = {
        "problems": {"p1": scrap, "p2": late, "p3": other},
        "needs": {"n2": Need(problem_id="p2")},
        "levers": {"l1": Lever(problem_id="p1"), "l2": Lever(need_id="n2")},
    }
    kept = account(US, RIVAL).model_copy(update=fields)
    assert promises(kept) == (scrap, late)
    assert [behind(one) for one in (scrap, late)] == [pytest.approx(1 / 3), 0]
    said = "Promised measures reached: 1 of 2; furthest behind: scrap, 8\u202f% against 6\u202f%."
    assert Analyses(kept).assess(KEY).sentence.endswith(said)
    better = {**fields["problems"], "p1": scrap.model_copy(update={"current": 6})}
    after = Analyses(kept.model_copy(update={"problems": better})).assess(KEY)
    assert after.sentence.endswith("Promised measures reached: 2 of 2.")


def test_what_is_not_wholly_rated_compares_with_nothing():
    reading = read((4, 4, 4, None, 3, 3, 3, 4), RIVAL)
    assert reading.totals == {"ours": None, "rival": 2, "lead": None}
    assert reading.rows[0].flags == ("incomplete",)
    assert read((), RIVAL).totals["lead"] is None


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Delivered value: 2, best rival 2; best move: less worry."),
        ("zh_CN", "让渡价值：2；对手最高：2；首选动作：减少精神成本。"),
    ],
)
def test_the_sentence(lang, said):
    assert sentence(account(US, RIVAL), KEY, lang, None) == said


def test_the_sentence_without_a_rival_and_with_more_value():
    assert sentence(account(), KEY, "en", None) == "Delivered value: 2."
    more = account((4, 4, 4, 2, 3, 3, 3, 3), RIVAL)
    assert sentence(more, KEY, "en", None) == "Delivered value: 2, best rival 2; best move: more image value."
