"""Figures of the environment, problems, motives and the chain: valid, honest about status, with table and sentence."""

import json
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accountkit import methods
from accountkit.figures import (
    cause_tree,
    chain,
    forces_radar,
    importance_urgency,
    motive_balance,
    names,
    pest_balance,
    pest_map,
    problem_gap,
)
from accountkit.figures.style import AMBER, GREEN, PAPER, RED, escaped, wrapped
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.environment.force_reading import five_forces
from accountkit.methods.environment.pest_prompts import DIMENSIONS
from accountkit.methods.environment.pest_reading import pest
from accountkit.methods.motives.reading import motives as motives_of
from accountkit.methods.problems import problem_types
from accountkit.model import (
    Account,
    Answer,
    Edit,
    Evidence,
    Finding,
    Motive,
    Need,
    Node,
    Problem,
    Rating,
    Stakeholder,
    apply,
)


@pytest.fixture
def account() -> Account:
    rated = {"rival_number": 5, "growth": 4, "sameness": 5, "fixed_cost": 3, "exit_barrier": 4}
    effects = {
        "vision": 3,
        "unsolved_long": 5,
        "unsolved_spread": 4,
        "solved_long": 4,
        "solved_spread": 3,
        "urgency": 4,
        "risk": 3,
        "obstacle": 4,
        "process_change": 2,
        "skill": 2,
    }
    return Account(
        slug="drawn",
        review_date="2026-01-15",
        evidence={
            "e": Evidence(grade="A", status="confirmed", date="2025-12-01"),
            "old": Evidence(grade="A", status="confirmed", date="2020-12-01"),
            "no": Evidence(grade="B", status="refuted", date="2025-12-01"),
        },
        findings={
            "sure": Finding(statement="Rules changed", impact=5, likelihood=5, evidence=("e",)),
            "guess": Finding(
                statement="Demand recovers",
                source_item="economic",
                effect="opportunity",
                impact=3,
                likelihood=4,
            ),
            "wrong": Finding(statement="Rumour", impact=4, likelihood=4, evidence=("no",)),
            "aged": Finding(
                statement="Old news", source_item="social", impact=2, likelihood=2, evidence=("old",)
            ),
            "blank": Finding(statement="Not rated"),
        },
        answers={"five_forces": Answer(ratings={k: Rating(value=v) for k, v in rated.items()})},
        stakeholders={"s": Stakeholder(role_title="Head of operations")},
        problems={
            "p": Problem(
                statement="Empty seats",
                metric="Seat use",
                unit="%",
                past_best=81,
                current=62,
                expected=75,
                admitted="yes",
                finding_ids=("sure",),
                felt_by=("s",),
                nodes={
                    "a": Node(text="Old centres"),
                    "b": Node(text="Plan by demand", parent="a", addressable="yes"),
                    "c": Node(text="Leases", parent="a", addressable="no"),
                    "d": Node(text="Mornings", move="what_else"),
                },
            )
        },
        needs={"n": Need(problem_id="p", node_id="b", statement="Plan by demand")},
        motives={
            "m": Motive(
                stakeholder_id="s",
                problem_id="p",
                need_id="n",
                gain=1.2e6,
                loss=0.6e6,
                years=3,
                outlay=1.2e6,
                appetite="normal",
                degree="fundamental",
                ratings={k: Rating(value=v) for k, v in effects.items()},
            )
        },
    )


def drawn(account) -> dict[str, tuple[dict, list[dict], str]]:
    """Every figure of this package's part with its table and its sentence."""
    factors = pest(Analyses(account))
    forces = five_forces(methods.Analyses(account))
    problems = problem_types.measure(account)
    motives = motives_of(methods.Analyses(account))
    picture = methods.picture(methods.Analyses(account))
    figures = {
        "pest_map": (
            pest_map.pest_map(factors),
            pest_map.pest_map_table(factors),
            pest_map.pest_map_text(factors),
        ),
        "pest_balance": (
            pest_balance.pest_balance(factors),
            pest_balance.pest_balance_table(factors),
            pest_balance.pest_balance_text(factors),
        ),
        "forces_radar": (
            forces_radar.forces_radar(forces),
            forces_radar.forces_radar_table(forces),
            forces_radar.forces_radar_text(forces),
        ),
        "importance_urgency": (
            importance_urgency.importance_urgency(motives),
            importance_urgency.importance_urgency_table(motives),
            importance_urgency.importance_urgency_text(motives),
        ),
        "chain": (chain.chain(picture), chain.chain_table(picture), chain.chain_text(picture)),
    }
    for entry in problems.entries[:1]:
        figures["problem_gap"] = (
            problem_gap.problem_gap(entry),
            problem_gap.problem_gap_table(entry),
            problem_gap.problem_gap_text(entry),
        )
        figures["cause_tree"] = (
            cause_tree.cause_tree(account, entry),
            cause_tree.cause_tree_table(account, entry),
            cause_tree.cause_tree_text(entry),
        )
    for motive in motives[:1]:
        figures["motive_balance"] = (
            motive_balance.motive_balance(motive, "USD"),
            motive_balance.motive_balance_table(motive, "USD"),
            motive_balance.motive_balance_text(motive, "USD"),
        )
    return figures


NAMES = (
    "pest_map",
    "pest_balance",
    "forces_radar",
    "problem_gap",
    "cause_tree",
    "motive_balance",
    "importance_urgency",
    "chain",
)


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_valid_json_with_a_table_and_a_sentence(account, name, lang):
    with use_language(lang):
        figure, table, text = drawn(account)[name]
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)
    assert figure["layout"]["height"] > 0
    assert table and len({tuple(row) for row in table}) == 1, "every row has the same columns"
    assert text.endswith("。" if lang == "zh_CN" else ".")


@pytest.mark.parametrize("name", ("pest_map", "pest_balance", "forces_radar", "importance_urgency", "chain"))
def test_an_empty_account_draws_an_empty_figure(name):
    figure, _table, text = drawn(Account(slug="empty"))[name]
    go.Figure(figure)
    assert text


def test_an_unmeasured_problem_and_motive_draw_without_figures(account):
    bare = apply(
        account,
        [
            Edit("problems/p", Problem(statement="?")),
            Edit("motives/m", Motive(stakeholder_id="s", problem_id="p")),
        ],
    )
    for name in ("problem_gap", "cause_tree", "motive_balance"):
        go.Figure(drawn(bare)[name][0])


def test_assumed_factors_are_hollow_confirmed_ones_filled_stale_ones_ringed_amber(account):
    trace = pest_map.pest_map(pest(Analyses(account)))["data"][0]
    by_path = {path: n for n, path in enumerate(trace["customdata"])}
    fill, ring = trace["marker"]["color"], trace["marker"]["line"]["color"]
    assert fill[by_path["findings/sure"]] == RED
    assert (fill[by_path["findings/guess"]], ring[by_path["findings/guess"]]) == (PAPER, GREEN)
    assert ring[by_path["findings/aged"]] == AMBER


def test_a_refuted_factor_is_crossed_out_and_an_unrated_one_is_not_drawn(account):
    trace = pest_map.pest_map(pest(Analyses(account)))["data"][0]
    symbols = dict(zip(trace["customdata"], trace["marker"]["symbol"], strict=True))
    assert symbols["findings/wrong"] == "x-thin"
    assert "findings/blank" not in symbols


def test_a_factor_stands_at_its_ratings_and_is_larger_the_more_it_weighs(account):
    trace = pest_map.pest_map(pest(Analyses(account)))["data"][0]
    place = {
        path: (x, y, s)
        for path, x, y, s in zip(
            trace["customdata"], trace["x"], trace["y"], trace["marker"]["size"], strict=True
        )
    }
    assert place["findings/guess"][:2] == (4, 3)
    assert place["findings/sure"][2] > place["findings/guess"][2] > place["findings/aged"][2]


def test_factors_of_the_same_ratings_stand_apart(account):
    twin = apply(account, [Edit("findings/twin", Finding(statement="Twin", impact=5, likelihood=5))])
    trace = pest_map.pest_map(pest(Analyses(twin)))["data"][0]
    places = list(zip(trace["x"], trace["y"], strict=True))
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("many", [2, 3, 4, 9, 12, 60])
def test_however_many_factors_have_the_same_ratings_each_stands_nearer_to_them_than_to_others(account, many):
    alike = {f"f{n}": Finding(statement=f"Factor {n}", impact=4, likelihood=2) for n in range(many)}
    crowd = account.model_copy(update={"findings": alike})
    trace = pest_map.pest_map(pest(Analyses(crowd)))["data"][0]
    places = list(zip(trace["x"], trace["y"], strict=True))
    assert len(set(places)) == len(places) == many
    assert all(abs(x - 2) < 0.5 and abs(y - 4) < 0.5 for x, y in places)
    # around the ratings, in the order of the list: from left to right, then the next line
    assert sum(x for x, _y in places) / many == pytest.approx(2)
    assert places == sorted(places, key=lambda place: (-place[1], place[0]))


def test_the_balance_adds_up_to_its_bars(account):
    factors = pest(Analyses(account))
    bars = [trace for trace in pest_balance.pest_balance(factors)["data"] if trace["type"] == "bar"]
    for row, dimension in enumerate(DIMENSIONS):
        assert sum(trace["x"][row] for trace in bars) == pytest.approx(factors.summed(dimension))


def test_the_expected_radar_appears_only_where_it_differs(account):
    now = forces_radar.forces_radar(five_forces(methods.Analyses(account)))
    assert len(now["data"]) == 1
    later = apply(account, [Edit("answers/five_forces/ratings/rivalry/expected", 5)])
    dashed = forces_radar.forces_radar(five_forces(methods.Analyses(later)))["data"][1]
    assert (dashed["line"]["dash"], dashed["r"][0]) == ("dash", 5)


def test_a_force_without_ratings_has_no_corner(account):
    trace = forces_radar.forces_radar(five_forces(methods.Analyses(account)))["data"][0]
    assert trace["r"] == [pytest.approx(4.2), pytest.approx(4.2)], (
        "(5 + 4 + 5 + 3 + 4) / 5, and back to close the ring"
    )


def test_a_force_with_too_few_ratings_has_no_corner_and_is_named(account):
    one = Edit("answers/five_forces/ratings/brand_loyalty/value", 5)
    reading = five_forces(methods.Analyses(apply(account, [one])))
    (begun,) = [f for f in reading.groups.values() if f.mean is not None and f.band is None]
    data = forces_radar.forces_radar(reading)["data"]
    assert [len(trace["r"]) for trace in data] == [2], "rivalry alone, and nothing dashed"
    row = forces_radar.forces_radar_table(reading)[list(reading.groups).index(begun.key)]
    assert row["Now"] == row["In 12 months"] == "–"
    said = forces_radar.forces_radar_text(reading)
    assert f"{begun.rated}/{begun.total}" in said and " 5.0" not in said
    alone = five_forces(methods.Analyses(apply(Account(slug="few", profile=account.profile), [one])))
    assert not forces_radar.forces_radar(alone)["data"]
    assert f"{begun.rated}/{begun.total}" in forces_radar.forces_radar_text(alone)


def test_the_mark_of_what_is_needed_stands_on_the_scale_of_the_money(account):
    motive = motives_of(methods.Analyses(account))[0]
    marks = [
        s for s in motive_balance.motive_balance(motive, "USD")["layout"]["shapes"] if s["line"]["width"] == 3
    ]
    assert [mark["x0"] for mark in marks] == [pytest.approx(6.0e6)], "5 × 1.2 m given up"
    assert marks[0]["line"]["color"] == RED, "5.4 m falls short"


def test_a_missing_link_is_dashed(account):
    figure = chain.chain(methods.picture(methods.Analyses(account)))
    dashes = [shape["line"]["dash"] for shape in figure["layout"]["shapes"]]
    assert dashes.count("dot") == 1 and dashes.count("dash") == 1, "nothing was asked of the motive yet"


def test_the_text_of_a_box_of_the_chain_stands_inside_it():
    """At the width of an overview: a title and a note of two lines each, at 11 pixels with 15 to a line."""
    deal = {"name": "涂装车间在线监测一期", "who": "设备部长", "customer_clear": "no"}
    with use_language("zh_CN"):
        figure = chain.chain(
            methods.picture(methods.Analyses(apply(Account(slug="a"), [Edit("opportunities/o", deal)])))
        )
    layout = figure["layout"]
    bottom, top = layout["yaxis"]["range"]
    row = (layout["height"] - 16) / (bottom - top)
    lines = [1 + text["text"].count("<br>") for text in layout["annotations"]]
    assert max(lines) == 4 and max(lines) * 15 <= 0.72 * row


def test_every_box_of_the_chain_leads_to_its_record(account):
    picture = methods.picture(methods.Analyses(account))
    figure = chain.chain(picture)
    assert figure["data"][0]["customdata"] == [box.path for box in picture.boxes]


def test_boxes_of_a_column_never_cover_each_other(account):
    for key in "qrstu":
        account = apply(
            account, [Edit(f"problems/{key}", Problem(statement=key, finding_ids=("sure", "guess")))]
        )
    for placed in (
        chain.placed(methods.picture(methods.Analyses(account))),
        cause_tree.placed(account, problem_types.measure(account).entry("p")),
    ):
        rows: dict[float, list[float]] = {}
        for box in placed:
            rows.setdefault(box.x, []).append(box.y)
        for ys in rows.values():
            ys.sort()
            assert all(b - a > 0.99 for a, b in pairwise(ys))


def test_what_a_person_wrote_is_never_markup(account):
    evil = "<img src=x onerror=alert(1)> & <b>bold</b>"
    hostile = apply(
        account,
        [
            Edit("findings/sure/statement", evil),
            Edit("problems/p/statement", evil),
            Edit("problems/p/nodes/a/text", evil),
            Edit("stakeholders/s/role_title", evil),
            Edit("needs/n/statement", evil),
            Edit("problems/p/metric", evil),
            Edit("problems/p/unit", evil),
        ],
    )
    for name, (figure, _table, _text) in drawn(hostile).items():
        assert "<img" not in json.dumps(figure), name


def test_names_beside_dots_do_not_cover_each_other():
    dots = [names.Dot("A long enough name", 4.0 + n * 0.2, 4.0, 10) for n in range(4)]
    covered = [_covered(dot, note) for dot, note in zip(dots, names.names(dots), strict=True)]
    overlaps = [_overlap(a, b) for n, a in enumerate(covered) for b in covered[n + 1 :]]
    assert max(overlaps) == 0


TEXTS = st.sampled_from(("Rents rise", "Double<br>reduction", "政策变化很大"))
DOTS = st.builds(names.Dot, TEXTS, st.floats(1, 5), st.floats(1, 5), st.floats(4, 15))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DOTS, min_size=1, max_size=8), st.lists(DOTS, max_size=4))
def test_each_name_stands_where_it_costs_least_of_all_places(dots, unnamed):
    taken, chosen_of = [], names._chosen(tuple(dots), names.PAGE, tuple(unnamed))
    for own, (dot, chosen) in enumerate(zip(dots, chosen_of, strict=True)):
        around = [
            names._wider(names._around(other, names.PAGE), 0 if n == own else names.NEAR)
            for n, other in enumerate([*dots, *unnamed])
        ]
        costs = {place: _cost(dot, place, [*around, *taken]) for place in names.PLACES}
        assert costs[chosen] == pytest.approx(min(costs.values()))
        taken.append(names.rectangle(dot, chosen))


def _cost(dot, place, taken) -> float:
    """What covers others, what sticks out of the page (60 a pixel), and how far the name is moved."""
    left, top, right, bottom = box = names.rectangle(dot, place)
    outside = sum(max(0.0, by) for by in (-left, right - names.PAGE - 4, -top, bottom - names.PAGE))
    covered = sum(_overlap(box, other) for other in taken)
    return covered + 60 * outside + abs(place.shift) + 3 * place.off


def _overlap(a, b) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)


def _covered(dot, note) -> tuple[float, float, float, float]:
    """What an annotation covers on the nominal page, from its anchors and shifts alone."""
    (x, y), (width, height) = names._pixels(dot), names._extent(dot.text)
    left = x + note["xshift"] - {"left": 0, "center": width / 2, "right": width}[note["xanchor"]]
    top = y - note["yshift"] - {"top": 0, "middle": height / 2, "bottom": height}[note["yanchor"]]
    return left, top, left + width, top + height


def test_wrapping_counts_a_chinese_character_as_two_and_escapes():
    assert wrapped("培训政策带走了利润", 8) == "培训政策<br>带走了利…"
    # no line begins with a comma, none ends with an opening bracket
    assert wrapped("超出计划，利润下降", 8, 3) == "超出计<br>划，利润<br>下降"
    assert wrapped("利润下降（估算）", 10, 3) == "利润下降<br>（估算）"
    assert wrapped("a <b> c", 20) == "a &lt;b&gt; c"
    assert escaped("R&D <x>") == "R&amp;D &lt;x&gt;"


def test_a_figure_is_a_dictionary_that_nothing_validates(account, monkeypatch):
    many = {
        f"f{n}": Finding(statement=f"Factor {n}", impact=1 + n % 5, likelihood=1 + n % 4) for n in range(50)
    }
    factors = pest(Analyses(account.model_copy(update={"findings": many})))
    monkeypatch.setattr(go.Figure, "__init__", lambda *_a, **_k: pytest.fail("validated by plotly"))
    assert type(pest_map.pest_map(factors)) is dict
