"""One composed brief tells the story of the account, in the reader's language, with every claim marked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest

from accountkit.brief import InvalidEdition, compose
from accountkit.brief.blocks import Bullets, Figure, Paragraph, Questions, Table, Tiles
from accountkit.brief.markdown import markdown
from accountkit.model import Edit, Evidence, Problem, remove
from accountkit.model import apply as edited
from accountkit.sources import read
from tests.brief.accounts import FY2023, empty, new_oriental
from tests.sources.filings import segmented


def text(brief) -> str:
    """All that the brief says, without Markdown's escapes."""
    return markdown(brief).decode().replace("\\", "")


def tables(section) -> dict[str, Table]:
    return {block.key: block for block in section.blocks if isinstance(block, Table)}


def test_sections_stand_in_the_order_of_the_story(account):
    keys = [section.key for section in compose(account).sections]
    assert keys == [
        "summary",
        "numbers",
        "environment",
        "problems",
        "business_case",
        "motives",
        "next_steps",
        "establish",
        "numbers_basis",
        "problems_after",
        "motives_money",
        "overview",
        "environment_results",
        "deal",
        "assumptions",
        "evidence",
    ]


def test_a_brief_cannot_be_changed(account):
    brief = compose(account)
    with pytest.raises(dataclasses.FrozenInstanceError):
        brief.title = "x"
    assert hash(brief.sections[0].blocks[0]) is not None


def test_the_first_page_says_who_what_moved_problems_people_and_the_next_step(account):
    page = text(dataclasses.replace(compose(account), sections=compose(account).sections[:1]))
    for said in (
        "New Oriental (EDU)",
        "−27.6",
        "4.9",
        "Seats in the learning centres stand empty",
        "US$ 38",
        "Head of operations",
        "Show us the seat data of three districts",
        "4 July 2023",
        "Demand planning for 120 centres",
    ):
        assert said in page.replace("\u202f", " "), said


def test_the_tiles_carry_the_return_and_the_largest_problem(account):
    tiles = next(block for block in compose(account).sections[0].blocks if isinstance(block, Tiles)).tiles
    # 177,341 / ((3,705,506 + 3,604,348) / 2) = 4.852 % (20-F, thousands of US dollars)
    assert tiles[0].value.replace("\u202f", " ") == "4.9 %"
    assert tiles[2].value.replace("\u202f", " ") == "US$ 38 m a year"


def test_a_claim_shows_what_it_rests_on(account):
    rows = {row[0].text: row for row in tables(compose(account).section("environment"))["outside"].rows}
    marks = {statement[:20]: row[-1].mark for statement, row in rows.items()}
    # the policy paper of July 2021 is older than the 365 days that the account allows
    assert marks == {
        "School-subject tutor": "stale",
        "Families spend on ar": "confirmed",
        "Live-stream sellers ": "assumed",
    }


def test_evidence_is_numbered_in_the_order_in_which_it_is_cited(account):
    brief = compose(account)
    rows = tables(brief.section("evidence"))["evidence"].rows
    assert [row[0].text for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    said = [block for block in brief.blocks() if isinstance(block, Paragraph)]
    said += [item for block in brief.blocks() if isinstance(block, Bullets) for item in block.items]
    cited = [ref for paragraph in said for ref in paragraph.refs]
    cited += [
        ref
        for block in brief.blocks()
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for ref in cell.refs
    ]
    assert set(cited) == set(range(1, len(rows) + 1))


def test_stale_evidence_is_marked_in_the_list(account):
    rows = tables(compose(account).section("evidence"))["evidence"].rows
    assert {row[1].text: row[-1].mark for row in rows}[
        "Opinions on easing the burden of homework and tutoring"
    ] == "stale"


def test_a_deleted_finding_shows_as_a_broken_link(account):
    brief = compose(edited(account, [remove("findings/f4")]))
    said = [
        item.text
        for block in brief.section("establish").blocks
        if isinstance(block, Bullets)
        for item in block.items
    ]
    assert any("deleted" in line and "Seats" in line for line in said), said


def test_gaps_are_put_as_questions(account):
    blocks = compose(account).section("establish").blocks
    questions = next(block for block in blocks if isinstance(block, Questions)).questions
    assert any("One sales channel" in question.text and question.text.endswith("?") for question in questions)


def test_assumptions_are_listed_and_confirmed_claims_are_not(account):
    items = [item.text for block in compose(account).section("assumptions").blocks for item in block.items]
    assert "Live-stream sellers sign exclusive hosts." in items
    assert "Families spend on art, sport and study abroad instead." not in items


def test_a_refuted_claim_counts_nowhere(account):
    refuted = Evidence(source="Second call", date=dt.date(2023, 6, 12), grade="B", status="refuted")
    changed = account.model_copy(update={"evidence": {**account.evidence, "e3": refuted}})
    assert "Families spend on art" not in "".join(
        cell.text for row in tables(compose(changed).section("environment"))["outside"].rows for cell in row
    )


def test_the_answer_shows_inputs_and_range(account):
    answers = [
        block
        for block in compose(account).section("business_case").blocks
        if isinstance(block, Table) and block.key == "answers"
    ]
    row = answers[0].rows[0]
    shown = " | ".join(cell.text for cell in row).replace("\u202f", " ")
    assert row[0].mark == "estimate"
    assert "US$ 9 m (6 to 14)" in shown and "40 % of the business" in shown and "US$ 1.5 m" in shown
    # base: (9.0 m × 40 % − 0.4 m running − 1.5 m once / 5 years) × (1 − tax 66,066/301,429) = 2.9 m × 0.78083 = 2.264 m
    assert row[3].text.replace("\u202f", " ").startswith("US$ 2.3 m (")


def test_chinese_numerals_units_dates_and_punctuation(account):
    said = text(compose(account, lang="zh_CN"))
    assert "截至2023年5月31日的年度，新东方营业收入30亿美元，净利润1.77亿美元。" in said
    assert "3,800万美元" in said
    assert "客户简报：新东方" in said


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_no_sentence_has_holes(account, lang):
    said = text(compose(account, lang=lang))
    assert not re.search(r"\bNone\b|\bnan\b|[{}]", said)


def test_figures_and_tables_are_numbered_in_reading_order(account):
    brief = compose(account)
    for kind in (Figure, Table):
        numbers = [block.number for block in brief.blocks() if isinstance(block, kind)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_markdown_says_nothing_of_a_figure_twice(account):
    """The table takes the figure's place, and its text alternative with it."""
    brief = compose(account)
    whole = text(brief)
    alternatives = [
        figure.alt for figure in brief.figures() if len(figure.alt) > 60 and "\n" not in figure.alt
    ]
    assert len(alternatives) > 3 and not [alt for alt in alternatives if alt in whole]


def test_a_source_that_is_cited_for_two_facts_stands_in_the_table_once():
    account = new_oriental()
    first = next(key for key in account.findings if account.findings[key].evidence)
    entry = account.evidence[account.findings[first].evidence[0]]
    twin = entry.model_copy(update={"note": "another page of the same report"})
    other = entry.model_copy(update={"date": dt.date(2001, 1, 1)})
    evidence = (*account.findings[first].evidence, "twin", "other")
    changed = edited(
        account,
        [
            Edit("evidence/twin", twin),
            Edit("evidence/other", other),
            Edit(f"findings/{first}/evidence", list(evidence)),
        ],
    )
    rows = next(
        table.rows
        for section in compose(changed).sections
        for table in tables(section).values()
        if table.key == "evidence"
    )
    shown = [(*tuple(cell.text for cell in row[1:]), row[1].url, row[-1].mark) for row in rows]
    assert len(shown) == len(set(shown)) and [row for row in shown if "2001" in row[1]]


def test_every_figure_has_a_table_and_a_text_alternative(account):
    for figure in compose(account).figures():
        assert figure.alt and figure.table.rows and figure.caption


def test_an_empty_account_says_what_to_do_first():
    brief = compose(empty())
    assert [section.key for section in brief.sections] == ["summary"]
    assert "Import the annual statements." in text(brief)


def test_five_hundred_problems_are_ranked_and_cut_with_a_note(account):
    many = {
        f"p{n}": Problem(
            statement=f"Problem number {n}", metric="Loss", unit="m", current=1, expected=0, worth=1e5 * n
        )
        for n in range(500)
    }
    section = compose(
        account.model_copy(
            update={"problems": many, "needs": {}, "levers": {}, "motives": {}, "stakeholders": {}}
        )
    ).section("problems")
    register = tables(section)["problems"]
    assert register.rows[0][1].text == "Problem number 499", "the one worth most comes first"
    assert len(register.rows) == 12 and "12 of 500" in register.note
    assert len(section.blocks) < 80


def test_what_changed_since_an_earlier_state(account):
    before = account.model_copy(
        update={
            "problems": {key: value for key, value in account.problems.items() if key != "p3"},
            "evidence": {
                **account.evidence,
                "e1": account.evidence["e1"].model_copy(update={"status": "assumed"}),
            },
        }
    )
    section = compose(account, since=before, since_day=dt.date(2023, 6, 1)).section("changes")
    said = " ".join(
        item.text for block in section.blocks if isinstance(block, Bullets) for item in block.items
    )
    assert section.title == "What changed since 1 June 2023"
    assert "Students do not stay for the next term" in said and "School-subject tutoring" in said


def test_statements_that_cannot_be_compared_leave_a_note(account):
    yen = {key: item.model_copy(update={"period_end": FY2023}) for key, item in account.statements.items()}
    said = text(compose(account.model_copy(update={"statements": yen})))
    assert "do not form one company's years" in said


def test_an_unknown_edition_is_refused(account):
    with pytest.raises(InvalidEdition, match="internal, customer"):
        compose(account, edition="everyone")


def test_the_same_account_gives_the_same_brief():
    assert text(compose(new_oriental())) == text(compose(new_oriental()))


def test_segments_are_told_in_both_editions_with_their_sums(account):
    # by hand in tests/finance/test_segments.py
    statements = read(segmented(), "a.xml").statements
    account = account.model_copy(update={"statements": statements, "currency": "USD"})
    for edition, section in (("internal", "numbers_basis"), ("customer", "numbers")):
        composed = compose(account, edition=edition)
        shown = tables(next(one for one in composed.sections if one.key == section))
        assert shown["segments_business"].rows[-1][0].text == "Company"
        assert len(shown["segments_region"].rows) == 4
        assert "Greater China took back US$ 5.61" in text(composed)
