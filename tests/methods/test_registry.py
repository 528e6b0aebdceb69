"""Every registered framework scores, draws, summarises, translates and appears in the brief."""

import importlib
import json
import pkgutil
import re
from dataclasses import is_dataclass

import plotly.graph_objects as go
import pytest

from accountkit import methods
from accountkit.brief import compose
from accountkit.brief.blocks import Table
from accountkit.errors import InvalidEdit
from accountkit.figures.cause_tree import cause_tree
from accountkit.figures.dupont_tree import dupont_tree
from accountkit.figures.forces_radar import forces_radar
from accountkit.figures.motive_balance import motive_balance
from accountkit.figures.pest_map import pest_map
from accountkit.i18n import use_language
from accountkit.model import Account, Edit, Figure, Statement, apply

DRAWN = {
    "pest": lambda account, detail: pest_map(detail),
    "five_forces": lambda account, detail: forces_radar(detail),
    "dupont_roe": lambda account, detail: dupont_tree(detail.dupont),
    "problem_types": lambda account, detail: cause_tree(account, detail.entries[0]),
    "motive_assessment": lambda account, detail: motive_balance(detail[0], account.currency),
}
KEYS = sorted(methods.core())


@pytest.fixture
def full(worked) -> Account:
    """The worked account with three years of hand-made figures: the first one opens the second."""
    for year, profit in (("2023-12-31", 60e6), ("2024-12-31", 60e6), ("2025-12-31", 42e6)):
        values = {"revenue": 1000e6, "net_income": profit, "total_assets": 800e6, "equity": 400e6}
        figures = {key: Figure(value=value) for key, value in values.items()}
        worked = apply(worked, [Edit(f"statements/{year}", Statement(period_end=year, figures=figures))])
    return worked


def test_the_registry_is_what_the_modules_define():
    modules = (
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(methods.__path__, "accountkit.methods.")
    )
    defined = {m.METHOD.key: m.METHOD for m in modules if hasattr(m, "METHOD")}
    assert defined == dict(methods.REGISTRY)
    assert all(key == defined[key].key for key in defined)


@pytest.mark.parametrize("key", KEYS)
def test_it_scores_and_explains_its_score(full, key):
    verdict = methods.assess(full, key)
    assert verdict.score is not None
    assert verdict.parts and all(part.label and part.value_text for part in verdict.parts)
    assert verdict.rule and verdict.question and verdict.sentence
    assert all(map(is_dataclass, verdict.detail if isinstance(verdict.detail, tuple) else [verdict.detail]))
    assert 0 <= verdict.rated <= verdict.total


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_it_draws(full, key, lang):
    with use_language(lang):
        figure = DRAWN[key](full, methods.assess(full, key).detail)
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


TOLD_BY = {
    "pest": "outside",
    "five_forces": "forces",
    "dupont_roe": "years",
    "problem_types": "problems",
    "motive_assessment": "motives",
}
"""The table of the composed brief that each framework fills."""


@pytest.mark.parametrize("key", KEYS)
def test_it_appears_in_the_brief(full, key):
    tables = [block for block in compose(full).blocks() if isinstance(block, Table)]
    assert any(table.key == TOLD_BY[key] and table.rows for table in tables)
    lines = methods.assess(full, key).brief
    assert lines
    for line in lines:
        assert line.status in ("confirmed", "assumed")
        assert not re.search(r"\{|\}|None|–", line.text)


@pytest.mark.parametrize("key", KEYS)
def test_it_speaks_chinese_throughout(full, key):
    """No English word of ours is left over where everything that a person wrote is in Chinese."""
    document = json.loads(json.dumps(full.model_dump(mode="json")))
    for group in ("findings", "problems", "needs", "stakeholders"):
        for record in document[group].values():
            for field in ("statement", "change", "metric", "role_title"):
                if record.get(field):
                    record[field] = "中文"
            for node in record.get("nodes", {}).values():
                node["text"] = "中文"
    account = Account.model_validate(document)
    with use_language("zh_CN"):
        verdict = methods.assess(account, key)
        texts = [
            verdict.name,
            verdict.question,
            verdict.rule,
            verdict.sentence,
            verdict.band_label,
            methods.summary(account, key),
        ]
        texts += [offer.text + offer.action for offer in verdict.suggestions]
    for text in texts:
        left = set(re.findall(r"[A-Za-z]{3,}", text)) - {"ROE", "Shapley"}
        assert not left, (left, text)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_its_summary_is_deterministic_plain_text(full, key, lang):
    with use_language(lang):
        text = methods.summary(full, key)
        assert text == methods.summary(full, key)
    assert len(text.splitlines()) >= 3
    assert "{" not in text and "<" not in text


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_account_is_no_error_and_says_what_to_do(key):
    verdict = methods.assess(Account(slug="empty"), key)
    assert (verdict.score, verdict.confirmed_score, verdict.coverage) == (None, None, 0)
    assert verdict.suggestions == () and verdict.brief == ()
    assert len(verdict.sentence) > 20


def test_a_scorecard_withholds_and_other_shapes_do_not():
    assert {key: f.shape for key, f in methods.core().items()} == {
        "pest": "register",
        "five_forces": "scorecard",
        "dupont_roe": "calculator",
        "problem_types": "register",
        "motive_assessment": "scorecard",
    }


def test_an_unknown_framework_is_named_with_the_known_ones():
    with pytest.raises(InvalidEdit, match=r"“swat”.*pest"):
        methods.assess(Account(slug="empty"), "swat")
