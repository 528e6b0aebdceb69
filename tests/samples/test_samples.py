"""The sample accounts: one file each, complete in two languages, honest about what is known."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from accountkit import samples
from accountkit.brief.compose import compose
from accountkit.errors import AccountNotFound
from accountkit.i18n import day, use_language
from accountkit.methods import Analyses
from accountkit.methods.environment.force_drivers import LANDSCAPE
from accountkit.methods.numbers.dupont_roe import return_on_equity
from accountkit.methods.overview.overview import return_tile
from accountkit.methods.portfolio.line import line_of
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.model import Account, Stakeholder, in_language, to_json
from accountkit.model.private import PRIVATE_STAKEHOLDER_FIELDS
from accountkit.model.record import as_json
from accountkit.server.account_rows import facts
from accountkit.store import open_store


def test_the_file_is_written_as_accountkit_writes_an_account(account, slug):
    """So that an edit by hand, a refresh and the app give the same lines, and a difference shows what changed."""
    text = samples.file_of(slug).read_text(encoding="utf-8")
    assert text == to_json(account, with_private=True), "run python -m tools.samples"


def test_no_key_stands_twice_in_the_file(slug):
    """JSON lets the second one win in silence: two Chinese wordings of one text would become one."""

    def once(pairs):
        keys = [key for key, _value in pairs]
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]
        return dict(pairs)

    json.loads(samples.file_of(slug).read_text(encoding="utf-8"), object_pairs_hook=once)


def test_an_unknown_sample_is_named():
    with pytest.raises(AccountNotFound, match="amazon"):
        samples.sample("amazon")


def test_there_is_something_to_do_for_every_panel(account):
    assert 6 <= sum(finding.source_framework == "pest" for finding in account.findings.values()) <= 8
    assert sum(rating.value is not None for rating in account.answers["five_forces"].ratings.values()) >= 28
    assert 3 <= len(account.problems) <= 4
    assert all(len(problem.nodes) >= 2 for problem in account.problems.values())
    assert len(account.motives) == 3
    assert all(len(motive.ratings) == 10 for motive in account.motives.values())
    assert any(motive.outlay for motive in account.motives.values())
    assert len(account.levers) == 2
    assert [item.status for item in account.commitments.values()].count("done") == 1
    assert account.objective.what and account.objective.stage
    assert len(account.opportunities) == 2


def test_each_kind_of_method_has_something_to_show(account):
    analyses = Analyses(account)
    assert all(reading.verdict for reading in analyses.readings("influence_score"))
    assert all(reading.verdict for reading in analyses.readings("buying_process"))
    cells = {reading.verdict for reading in analyses.readings("opportunity_ranking")}
    assert "pursue" in cells and len(cells) == 2
    assert analyses.read("action_commitment").totals["momentum"] == 1
    canvas = analyses.read("business_model_canvas")
    assert canvas.rated == canvas.total == 9 and len(canvas.marked) == 1


def test_people_the_deal_and_meetings_have_something_true_looking(account):
    """What the workspaces of people, deals and meetings work on: roles and their ties, one deal in full, visits and contacts."""
    people = account.stakeholders
    assert len(people) >= 4 and {person.layer for person in people.values()} == {
        "top",
        "middle",
        "operational",
    }
    ties = [pair.tie for pair in account.pairs.values()]
    assert set(ties) == {"reports_to", "close", "tense", "influences"}
    bosses = [pair.from_id for pair in account.pairs.values() if pair.tie == "reports_to"]
    assert len(bosses) >= 2 and len(bosses) == len(set(bosses)), "one boss a person"
    assert {end for pair in account.pairs.values() for end in (pair.from_id, pair.to_id)} == set(people)
    deal = account.objective
    elements = (deal.who, deal.what, deal.how_much, deal.when, deal.meaning, deal.stage, deal.necessity)
    assert all(elements) and set(deal.field_evidence) == {"who", "what", "how_much", "when"}
    assert [visit.status for visit in account.visits.values()] == ["held", "planned"]
    for visit in account.visits.values():
        assert visit.purpose and set(visit.asks) == {"high", "mid", "low"}
        assert (visit.date < account.review_date) == (visit.status == "held") == bool(visit.result)
    assert len(account.contacts) == 3
    assert all(contact.date <= account.review_date for contact in account.contacts.values())
    held = {(contact.date, contact.visit_id) for contact in account.contacts.values()}
    assert all((visit.date, key) in held for key, visit in account.visits.items() if visit.status == "held")
    assert {doubt.status for doubt in account.doubts.values()} == {"open"} and len(account.doubts) == 2
    assert sorted(action.status for action in account.plan.values()) == ["done", "open", "open"]


def test_care_begins_before_the_first_purchase_and_loyalty_after_it(account):
    """Nothing has been sold to either company: what follows signing, repeat purchase and referral are left blank."""
    assert {deal.outcome for deal in account.opportunities.values()} == {"open"}
    analyses = Analyses(account)
    for key in (
        "implementation_stages",
        "loyalty_repeat_referral",
        "loyalty_preference_repeat",
        "referral_and_exit",
    ):
        assert not any(name.startswith(key) for name in account.answers)
        assert not any(reading.verdict for reading in analyses.readings(key))
    log = analyses.read("contact_mechanism")
    assert log.verdict == "department" and set(log.totals["missing"]) == {"care", "serve"}
    assert analyses.read("relationship_four_elements").verdict == "low"
    assert analyses.read("market_information").totals["topics"] == 1
    assert analyses.read("delivered_value").totals["lead"] is not None
    assert all(reading.verdict for reading in analyses.readings("supplier_positioning"))
    assert analyses.read("key_account_service").verdict == "fail"
    assert analyses.read("relationship_variables").totals["moving"]


def test_what_is_private_is_invented_and_says_so(account):
    assert {key.partition(".")[2] for key in account.private_answers} == set(account.stakeholders)
    for answer in account.private_answers.values():
        entered = (*answer.ratings.values(), *answer.values.values())
        assert all(entry.evidence == ("d-invented",) for entry in entered)
    for record in (*account.pairs.values(), *account.doubts.values()):
        assert record.evidence == ("d-invented",)
    assert account.evidence["d-invented"].source.startswith("Invented for this sample")
    plain = {name: Stakeholder.model_fields[name].default for name in PRIVATE_STAKEHOLDER_FIELDS}
    for person in account.stakeholders.values():
        assert {name: getattr(person, name) for name in plain} == plain
        assert not person.real_name


def test_something_is_left_to_establish(account):
    assert any(commitment.motive_id is None for commitment in account.commitments.values())
    assert set(account.needs) - {lever.need_id for lever in account.levers.values()}
    assert "assumed" in {account.standing(finding.evidence) for finding in account.findings.values()}
    assert any(account.stale(finding.evidence) for finding in account.findings.values())


def test_worksheets_and_rivals_use_the_columns_of_their_method(account):
    for problem in account.problems.values():
        for method, sheet in problem.worksheets.items():
            columns = {column.key for column in METHODS[method].columns}
            assert all(set(row) <= columns for row in sheet.rows.values()), method
    rivals = account.answers["five_forces"].records
    assert all(set(rival) <= {field.key for field in LANDSCAPE} for rival in rivals.values())


def test_every_text_reads_in_chinese(account):
    chinese = in_language(account, "zh_CN")
    left = [(path, text) for path, text in _texts(chinese) if text.isascii() and " " in text]
    assert left == []


def test_no_wording_is_left_of_a_sentence_that_changed(account):
    said = {text for _path, text in _strings("", {**as_json(account), "wording": {}})}
    assert [text for text in account.wording["zh_CN"] if text not in said] == []


def _texts(account: Account):
    """What a person wrote: every text of the account but names with a field for Chinese, addresses, statements, and the names of
    documents and publishers."""
    document = json.loads(to_json(account, with_private=True))
    for part in ("statements", "wording"):
        del document[part]
    for company in (document["profile"], *document["peers"].values()):
        for name in ("name", "website", "statements"):
            company.pop(name, None)
    del document["profile"]["industry"]  # beside industry_zh
    for entry in document["evidence"].values():
        if entry.get("grade", "D") != "D" or "url" in entry:
            del entry["source"]
    yield from _strings("", document)


def _strings(path, value):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(f"{path}/{key}", item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(path, item)
    elif isinstance(value, str):
        yield path, value


def test_an_empty_store_gets_both_and_a_used_one_nothing(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    with use_language("en"):
        assert samples.load_into(store) == samples.SLUGS
        assert samples.load_into(store) == ()
    assert store.load("walmart") == samples.sample("walmart")


def test_chinese_has_chinese_punctuation(account):
    half = re.compile("[\u4e00-\u9fff][,:;?!(]|[,:;)][\u4e00-\u9fff]")
    assert [text for text in account.wording["zh_CN"].values() if half.search(text)] == []


def test_targets_and_dates_hold_as_of_the_review_date(account):
    """What is done lies before that day and what is asked for after it; one ask may be overdue, which a review shows."""
    today = account.review_date
    for problem in account.problems.values():
        if problem.expected_by:
            assert problem.expected_by > today, problem.statement
            better = (
                problem.expected < problem.current
                if problem.direction == "lower"
                else problem.expected > problem.current
            )
            assert better, problem.statement
    tasks = [*account.commitments.values(), *account.plan.values()]
    assert all(task.done_on <= today for task in tasks if task.status == "done")
    late = [task for task in tasks if task.status != "done" and task.due and task.due < today]
    assert [task.status for task in late] in ([], ["asked"])
    for deal in account.opportunities.values():
        assert dt.date.fromisoformat(str(deal.when)) > today
        asks = [account.commitments[key].due for key in deal.commitment_ids if key in account.commitments]
        assert all(due <= dt.date.fromisoformat(str(deal.when)) for due in asks)
    assert all(entry.date <= today for entry in account.evidence.values() if entry.date)
    assert all(statement.period_end < today for statement in account.statements.values())


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_the_return_and_the_profit_are_of_the_last_year(account, edition):
    last = max(statement.period_end for statement in account.statements.values())
    assert return_on_equity(Analyses(account)).year.period_end == last
    blocks = compose(account, edition=edition).section("numbers").blocks
    assert f"year to {day(last)}" in blocks[0].text


def test_new_orientals_last_year_is_told_on_total_equity_and_says_so():
    # Thousands of USD: pre-tax 434,908 less tax 109,690 on the average of 3,814,788 and 4,049,000 is 8.27 %;
    # the year before 235,363 on the average of 3,793,524 and 3,814,788 is 6.19 %
    account = samples.sample("new-oriental")
    found = return_on_equity(Analyses(account))
    assert found.year.return_on_equity == pytest.approx(325_218 / 3_931_894)
    assert found.change.delta == pytest.approx(325_218 / 3_931_894 - 235_363 / 3_804_156)
    assert (
        "The parent's equity of FY2024 is not reported, so profit and equity include minorities."
        in found.reading.sentence
    )
    assert "minorities included" in return_tile(found).title
    assert facts(line_of(account)).year.startswith("Return on equity, minorities included")
