"""What holds for every registered method in both languages, generated from its own definition.

A definition needs no test of its own for any of this, only for its worked numbers.
"""

from __future__ import annotations

import ast
import datetime as dt
import io
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import accountkit
from accountkit.brief import compose, write
from accountkit.brief.blocks import Table
from accountkit.i18n import translated, use_language
from accountkit.methods import REGISTRY, Analyses, Method, registry
from accountkit.methods.own import Own
from accountkit.methods.subjects import COLLECTION, OURS
from accountkit.model import (
    Account,
    Edit,
    Practice,
    apply,
    document_from_json,
    in_language,
    shareable,
    to_json,
)
from accountkit.server.reader_parts import parts
from accountkit.store import ReaderLink
from accountkit.summaries import summary
from tests.brief.opened import everything
from tests.methods.generated import BRACES, OLD, SURE, WRONG, answered, blank_account, read, whole
from tests.methods.known_keys import KEYS

LANGUAGES = ("en", "zh_CN")
SHAPED = tuple(key for key, method in REGISTRY.items() if not isinstance(method, Own))
PACKAGE = Path(accountkit.__file__).parent
SECRET = "ZQXPRIVATE"
"""Stands in every text and every note of the answers of private methods."""

SEEDS = (0, 1, 7, 40, 365, 1009, 2718, 3141, 5040, 6174, 8128, 9999)
"""What answers at random are made of: each as good as another, and the same in every run."""
every_method = pytest.mark.parametrize("key", SHAPED)
both_languages = pytest.mark.parametrize("lang", LANGUAGES)


# -- it reads ------------------------------------------------------------------------------------------------------


@every_method
@both_languages
def test_it_never_raises_on_any_answers(key, lang):
    for seed in SEEDS:
        analyses = read(answered(REGISTRY[key], random.Random(seed)))
        with use_language(lang):
            for one in (None, *filter(None, analyses.ids(key))):
                said = analyses.assess(key, one)
                assert said.sentence and said.name and said.rule, seed
                ours = said.sentence.replace(BRACES, "")  # a person may write braces
                assert not re.search(r"[{}]|\bNone\b|\bnan\b", ours), (seed, said.sentence)
                assert 0 <= said.rated <= said.total and 0 <= said.coverage <= 1, seed
                assert all(line.text for line in said.brief) and list(said.parts) is not None, seed


@every_method
def test_an_empty_document_has_no_score_and_no_sentence_for_the_brief(key):
    analyses = Analyses(Practice() if REGISTRY[key].subject in OURS else Account(slug="empty"))
    said = analyses.assess(key)
    assert (said.rated, said.brief) == (0, ())
    assert said.sentence, "it says what to do first"


@every_method
def test_what_is_refuted_counts_as_little_as_what_is_blank(key):
    method = REGISTRY[key]
    refuted = read(whole(method, evidence=(WRONG,)))
    for reading in refuted.readings(key):
        beside = "accounts" in (
            REGISTRY[key].uses or ()
        )  # what accounts say is not refuted by our own entries
        assert beside or reading.rated == sum(mark.derived for mark in reading.known)
        assert reading.confirmed is None
        assert all(mark.value is None or mark.derived for mark in reading.marks.values())
    lines = [line for line in refuted.assess(key).brief if line.status == "confirmed"]
    assert not lines


@pytest.mark.parametrize("key", [key for key in SHAPED if REGISTRY[key].withholds])
def test_the_verdict_is_withheld_while_too_little_is_assessed(key):
    method = REGISTRY[key]
    counting = [entry for entry in method.entries() if entry.counts]
    for kept in range(len(counting) + 1):
        account = whole(method, only={entry.key for entry in counting[:kept]})
        for reading in read(account).readings(key):
            if reading.total and reading.rated / reading.total < 0.6:
                assert reading.verdict is None, kept


# -- it speaks -----------------------------------------------------------------------------------------------------


def composed(document: Account | Practice, **edition: Any) -> Any:
    """The brief of an account, or of one beside our own side."""
    ours = isinstance(document, Practice)
    return compose(blank_account() if ours else document, practice=document if ours else None, **edition)


def told(brief: Any) -> set[str]:
    """The sentences of all methods in a composed brief."""
    return {
        row[1].text
        for block in brief.blocks()
        if isinstance(block, Table) and block.key == "results"
        for row in block.rows
    }


def plain(brief: Any) -> str:
    """The whole of a brief as text."""
    out = io.BytesIO()
    write(brief, out, "md", draw=False)
    return out.getvalue().decode().replace("\\", "")


@pytest.mark.parametrize("key", [key for key in SHAPED if not REGISTRY[key].core])
@both_languages
def test_a_complete_answer_puts_its_sentence_into_the_brief(key, lang):
    """A core analysis has a section of its own there (`tests/brief/test_compose.py`)."""
    method, account = REGISTRY[key], whole(REGISTRY[key])
    with use_language(lang):
        analyses = read(in_language(account, lang))
        lines = method.brief(analyses.readings(key))
        expected = {line.text for line in lines}
        silent = bool(method.on_screen) and not (method.says or method.says_of_all)
        assert bool(expected) is not silent, (
            "a complete answer says something, unless it speaks on the screen alone"
        )
        summed = summary(analyses, key)
    found = told(composed(account, edition="internal", lang=lang))
    if silent:
        assert not any(spoken in said for spoken in _spoken(method, account, lang) for said in found)
        return
    if method.subject in OURS:
        assert not found & expected, "what we say of ourselves is in no account's brief"
        found = {summed}
    assert any(text in said for text in expected for said in found), (expected, found)


def _spoken(method: Method, account: Account, lang: str) -> list[str]:
    with use_language(lang):
        return [method.sentence(one) for one in read(in_language(account, lang)).readings(method.key)]


@every_method
def test_the_customers_edition_has_no_internal_sentence(key):
    method, account = REGISTRY[key], whole(REGISTRY[key])
    lines = tuple(method.brief(read(account).readings(key)))
    ours = method.private or method.subject in OURS
    kept = {line.text for line in lines if line.internal or ours}
    said = plain(composed(account, edition="customer"))
    assert not [text for text in kept if text in said]


@pytest.mark.parametrize("key", [key for key in SHAPED if REGISTRY[key].private])
def test_nothing_private_is_in_a_shared_view_a_readers_page_or_a_file(key):
    method = REGISTRY[key]
    account = whole(method, mark=SECRET)
    bare = "".join(one.text for one in method.brief(read(account).readings(key)) if one.internal)
    seen = blank_account() if method.subject in OURS else account
    assert SECRET not in shareable(account).model_dump_json()
    internal = [line.text for line in method.brief(read(account).readings(key)) if line.internal]
    neutral = _neutral_prints_it(method, account)
    for lang in LANGUAGES:
        for edition in ("internal", "customer"):
            for view in ("brief", key):
                with use_language(lang):
                    page = repr(parts(seen, reader(view, edition)))
                assert SECRET not in page and (not bare or bare not in page)
            brief = composed(account, edition=edition, lang=lang)
            for kind in ("md", "html", "xlsx"):
                out = io.BytesIO()
                write(brief, out, kind, draw=False)
                found = everything(out.getvalue(), kind)
                assert not [text for text in internal if text in found]
                assert SECRET not in found or neutral


@pytest.mark.parametrize("key", [key for key, method in REGISTRY.items() if method.private])
def test_an_answer_of_a_private_method_stays_private_wherever_it_is_written(key):
    answer = {"notes": {"any": SECRET}}
    kind = Practice if REGISTRY[key].subject in OURS else Account
    for about in ("", ".s1"):
        blank = kind() if kind is Practice else kind(slug="plant")
        written = apply(blank, [Edit(f"answers/{key}{about}", answer)])
        assert not written.answers and f"{key}{about}" in written.private_answers
        plain = {**json.loads(to_json(blank)), "answers": {f"{key}{about}": answer}}
        filed = document_from_json(json.dumps(plain))
        assert filed.private_answers == written.private_answers and not filed.answers
        assert SECRET not in to_json(filed) and SECRET in to_json(filed, with_private=True)
        stored = blank.model_copy(update={"answers": written.private_answers})
        assert SECRET not in to_json(stored), "not even where one was stored before its method was private"


def _neutral_prints_it(method: Method, account: Account) -> bool:
    """Whether a sentence that may leave is made of a text that a person wrote (methods, A3: neutral)."""
    lines = method.brief(read(account).readings(method.key))
    return any(SECRET in line.text for line in lines if not line.internal)


def reader(view: str, edition: str) -> ReaderLink:
    now = dt.datetime.now(dt.UTC)
    fields = {name: "" for name in ReaderLink.__dataclass_fields__}
    return ReaderLink(**{**fields, "view": view, "edition": edition, "expires_at": now})


# -- its names -----------------------------------------------------------------------------------------------------


def names(method: Method) -> Iterator[str]:
    """Every text of a definition that a reader sees."""
    yield from filter(None, (method.name, method.question, method.rule, method.first))
    for entry in (*method.entries(), *getattr(method, "columns", ())):
        yield from filter(
            None, (entry.name, getattr(entry, "low", ""), getattr(entry, "high", ""), entry.prompt)
        )
        yield from (name for _key, name in entry.choices)
    yield from method.verdicts().values()
    yield from (flag.name for flag in method.known_flags().values())
    for says in (*method.says, *method.says_of_all, *method.on_screen):
        yield from says.texts
    for one in method.suggests:
        yield from (one.text, one.action)
    for cell in getattr(method, "cells", ()):
        yield cell.strategy
    for group in getattr(method, "groups", ()):
        yield group.name


@every_method
def test_all_its_names_are_translated(key):
    texts = [text for text in dict.fromkeys(names(REGISTRY[key])) if re.search(r"[A-Za-z]{2}", text)]
    same = [text for text in texts if translated(text, "zh_CN") == text]
    assert texts and not same


# -- what it is connected with -------------------------------------------------------------------------------------


def test_no_choice_of_a_record_is_what_is_shown_as_blank():
    """A field as every new record has it is shown as not answered, so that choosing it would seem to be lost."""
    lost = []
    for method in REGISTRY.values():
        fields = [entry for entry in method.entries() if entry.on_record and entry.choices]
        if fields:
            records = getattr(whole(method), COLLECTION[method.subject])
            defaults = type(next(iter(records.values()))).model_fields
            lost += [(method.key, f.key) for f in fields if defaults[f.key].default in dict(f.choices)]
    assert lost == []


@pytest.mark.parametrize("key", list(REGISTRY))
def test_what_it_reads_and_feeds_is_known(key):
    method = REGISTRY[key]
    assert not set(method.reads) - set(REGISTRY), "a reading can be read only of what is there"
    assert not set(method.feeds) - KEYS - set(REGISTRY)


def test_no_method_reads_itself_by_any_way():
    def below(key: str, above: tuple[str, ...]) -> None:
        assert key not in above, (*above, key)
        for other in REGISTRY[key].reads:
            below(other, (*above, key))

    for key in REGISTRY:
        below(key, ())


@every_method
def test_what_it_uses_is_true(key):
    """An edit anywhere leaves `Analyses.after` with exactly what a fresh `Analyses` finds."""
    method = REGISTRY[key]
    for seed in SEEDS:
        chance = random.Random(seed)
        account = answered(method, chance)
        analyses = read(account)
        for step in range(12):
            analyses.readings(key)
            account = edited(account, method, chance)
            analyses = analyses.after(account)
            fresh = read(account)
            assert analyses.readings(key) == fresh.readings(key), (seed, step)
            assert analyses.assess(key) == fresh.assess(key), (seed, step)


def edited(account: Any, method: Method, chance: random.Random) -> Any:
    """The document after one edit: of an answer, of a record, of evidence, or of something else altogether."""
    fields = [
        "evidence",
        "answers",
        "private_answers",
        *COLLECTION.values(),
        "commitments",
        "contacts",
        "doubts",
        "findings",
        "problems",
    ]
    fields += ["currency", "profile", "review_date"]
    name = chance.choice([one for one in fields if hasattr(account, one)])
    if name == "profile":
        return apply(account, [Edit("profile/name", f"Name {chance.random()}")])
    if name == "currency":
        return account.model_copy(update={"currency": chance.choice(("USD", "CNY", "EUR"))})
    if name == "evidence":
        key = chance.choice((SURE, WRONG, OLD))
        entry = account.evidence[key].model_copy(update={"status": chance.choice(("confirmed", "refuted"))})
        return account.model_copy(update={"evidence": {**account.evidence, key: entry}})
    return account.model_copy(update={name: getattr(answered(method, chance), name)})


# -- the definition itself -----------------------------------------------------------------------------------------

OWN = {key: PACKAGE / "methods" / f"{place.replace('.', '/')}.py" for key, place in registry.PLACES.items()}
MOST_LINES = 80


@every_method
def test_a_definition_is_small_and_imports_nothing_above(key):
    if key not in OWN:
        return
    tree = ast.parse(OWN[key].read_text("utf-8"))
    used = [
        node.module or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("accountkit")
    ]
    allowed = ("accountkit.model", "accountkit.finance", "accountkit.i18n", "accountkit.methods")
    assert all(module.startswith(allowed) for module in used), used
    assert code_lines(OWN[key]) <= MOST_LINES


def code_lines(path: Path) -> int:
    """Lines of code: without docstrings, comments, imports, and lines on which the formatter only opens or closes a bracket."""
    text = path.read_text("utf-8")
    left_out: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_text or isinstance(node, ast.Import | ast.ImportFrom):
            left_out |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(text.splitlines(), 1)
    return sum(bool(re.search(r"\w", line.split("#")[0])) for n, line in lines if n not in left_out)
