"""How the methods word what they found: the rules that a sentence of a method follows in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from accountkit import summaries
from accountkit.i18n import LANGUAGES, translated, use_language
from accountkit.methods import REGISTRY, labels
from accountkit.methods.chain.gaps import KINDS
from accountkit.methods.chain.questions import STAGES
from accountkit.methods.method import WORKSPACES
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.methods.sentences import mean
from accountkit.model import Account
from accountkit.samples import SLUGS, sample


def test_a_mean_has_one_decimal_everywhere():
    assert [mean(value)() for value in (4.0, 3.66, 2.5)] == ["4.0", "3.7", "2.5"]
    assert mean(None) is None


def test_a_kind_of_record_and_a_kind_of_question_have_their_own_words():
    """In Chinese a problem is 问题, a problem question 难点提问."""
    assert translated(KINDS["problems"], "zh_CN") == "问题"
    assert translated(STAGES["problem"], "zh_CN") == "难点提问"
    assert translated("open", "zh_CN") == "待定"


def test_a_method_of_analysis_is_a_noun_where_a_sentence_names_it():
    """“Need, found by path planning”: a name that begins with a verb would break the sentence."""
    assert not [m.name for m in METHODS.values() if m.name.split()[0] in ("Plan", "List", "Clarify", "Find")]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (
            "dupont_roe",
            r"ROE [\d.]+\u202f% \(valid\); on confirmed figures .*; years with an ROE: \d of \d \(\d+\u202f%\)\.",
        ),
        (
            "problem_types",
            r"Problems: \d \(\d acknowledged\); confirmed: \d; measured: \d of \d \(\d+\u202f%\)\.",
        ),
        ("pest", r"Score −[\d.]+ \(.*\); on confirmed claims −[\d.]+; \d of \d rated \(\d+\u202f%\)\."),
    ],
)
@pytest.mark.parametrize("slug", SLUGS)
def test_a_summary_says_what_it_counts(slug, key, line):
    """Years are not rated and problems are not a score."""
    lines = summaries.summary(sample(slug), key).split("\n")
    assert [text for text in lines if re.fullmatch(line, text)]


@pytest.mark.parametrize("slug", SLUGS)
def test_an_overview_names_the_customer_in_the_reader_s_language(slug):
    account = sample(slug)
    with use_language("zh_CN"):
        assert summaries.summary(account, "overview").split("\n")[0] == account.profile.name_zh
    assert summaries.summary(account, "overview").split("\n")[0] == account.profile.name


@pytest.mark.parametrize("key", REGISTRY)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_begun_says_the_first_step_and_nothing_else(key, lang):
    """No score of nothing: “0 of 0 rated” is not a result."""
    with use_language(lang):
        title, *rest = summaries.summary(Account(slug="new"), key).split("\n")
        assert title == translated(REGISTRY[key].name, lang)
        assert len(rest) == 1 and rest[0].endswith((".", "。", "？"))


def test_a_result_is_said_once_and_what_has_no_figure_not_at_all():
    lines = summaries.summary(sample("walmart"), "business_model_canvas").split("\n")
    assert "Result: 9 of 9 blocks filled." in lines
    lines = summaries.summary(sample("walmart"), "action_commitment").split("\n")
    assert [line for line in lines if line.endswith(": 2 entries")] and not [
        line for line in lines if "–" in line
    ]


def names() -> Iterator[tuple[str, str]]:
    """Every label that the definitions of the methods and the shared tables hold, with the place it is at."""
    for key, method in REGISTRY.items():
        yield key, method.name
        yield from ((key, name) for name in method.verdicts().values())
        yield from ((key, flag.name) for flag in method.known_flags().values())
        yield from ((f"{key}/{entry.key}", entry.name) for entry in method.entries())
        for parts in (
            "groups",
            "columns",
            "blocks",
            "cells",
            "results",
            "inputs",
            "series",
            "stages",
            "fields",
        ):
            yield from ((f"{key}/{parts}", part.name) for part in getattr(method, parts, ()))
        yield from ((key, name) for name in getattr(method, "total_names", {}).values())
    yield from (("field", name) for name in labels.FIELDS.values())
    yield from ((family, name) for family, words in labels.WORDS.items() for name in words.values())
    yield from (("workspace", name) for name in WORKSPACES.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_label_is_no_sentence(lang):
    found = [(place, translated(name, lang)) for place, name in names()]
    assert len(found) > 400
    assert [label for label in found if label[1].rstrip().endswith((".", "。", ":", "："))] == []
