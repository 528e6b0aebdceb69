"""The sample accounts: built from the recorded filings and facts, complete in two languages, honest about what is known."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from accountkit import samples
from accountkit.errors import AccountNotFound
from accountkit.finance.statements.lines import LINES
from accountkit.i18n import use_language
from accountkit.methods import Analyses
from accountkit.methods.environment.force_drivers import LANDSCAPE
from accountkit.methods.problems.worksheet_methods import METHODS
from accountkit.model import Account, Stakeholder, broken_links, in_language, to_json
from accountkit.model.private import PRIVATE_STAKEHOLDER_FIELDS
from accountkit.store import open_store
from tools.samples import new_oriental, walmart
from tools.samples.story import Story, last_day, sourced_facts

SHIPPED = Path(samples.__file__).parent


@pytest.fixture(params=samples.SLUGS)
def account(request) -> Account:
    return samples.sample(request.param)


@pytest.mark.parametrize("build", [new_oriental.account, walmart.account], ids=samples.SLUGS)
def test_the_shipped_file_is_what_the_builder_gives(build):
    account = build()
    shipped = (SHIPPED / f"{account.slug}.json").read_text(encoding="utf-8")
    assert shipped == to_json(account, with_private=True), "run python -m tools.samples"


def test_an_unknown_sample_is_named():
    with pytest.raises(AccountNotFound, match="amazon"):
        samples.sample("amazon")


def test_new_oriental_has_the_seven_years_of_its_filings():
    # 20-F FY2021 (equity roll-forward) and results release FY2022, in USD thousand: see tests/data/new_oriental.json
    statements = samples.sample("new-oriental").statements
    assert list(statements) == [f"{year}-05-31" for year in range(2018, 2025)]
    figures = statements["2022-05-31"].figures
    assert figures["revenue"].value == 3_105_246_000
    assert figures["net_income"].value == -1_187_721_000
    assert figures["income_before_tax"].value == -1_083_964_000
    assert figures["equity"].value == 3_705_506_000


def test_a_rounded_figure_says_so_and_an_exact_one_does_not():
    figures = samples.sample("new-oriental").statements["2022-05-31"].figures
    assert figures["total_assets"].value == 6_035_000_000  # "~6035000 S6": rounded by its source
    assert figures["total_assets"].approximate
    assert "S6" in figures["total_assets"].origin.note
    assert not figures["net_income"].approximate


def test_the_operating_loss_is_the_filed_one_not_the_vendors():
    # the release of FY2022 shows −982.513 m; a data service moves write-downs and shows −527.27 m
    figures = samples.sample("new-oriental").statements["2022-05-31"].figures
    assert figures["operating_income"].value == -982_513_000


def test_walmarts_revenue_includes_membership_income():
    # 10-K of 14 March 2025, Revenues: 680,985 m; the contract revenue of 674,538 m leaves membership out
    statements = samples.sample("walmart").statements
    assert list(statements) == ["2023-01-31", "2024-01-31", "2025-01-31", "2026-01-31"]
    assert statements["2025-01-31"].figures["revenue"].value == 680_985_000_000


def test_the_filing_made_last_wins():
    # cash of January 2025: 9.0 bn tagged rounded in the 10-K of 2025, 9,037 m in that of 2026
    cash = samples.sample("walmart").statements["2025-01-31"].figures["cash"]
    assert cash.value == 9_037_000_000
    assert cash.origin.accession == "0000104169-26-000055"


def test_peers_keep_their_own_currency_and_doubtful_figures_are_assumed():
    gaotu = samples.sample("new-oriental").peers["gaotu"].statements["2022-12-31"]
    assert gaotu.currency == "CNY"
    assert gaotu.figures["total_assets"].assumed  # "single unsure source" in peer_statements.csv
    assert not gaotu.figures["revenue"].assumed


def test_every_figure_has_a_canonical_line_and_says_where_it_was_read(account):
    companies = [account.statements, *(peer.statements for peer in account.peers.values())]
    for statements in companies:
        for end, statement in statements.items():
            assert statement.period_end.isoformat() == end
            for line, figure in statement.figures.items():
                assert line in LINES
                assert figure.origin.source and (figure.origin.label or figure.origin.concept), (end, line)


def test_nothing_is_broken_and_every_claim_names_its_evidence(account):
    assert broken_links(account) == []
    claims = [
        *account.findings.values(),
        *account.problems.values(),
        *account.needs.values(),
        *account.levers.values(),
        *account.stakeholders.values(),
        *account.motives.values(),
        *account.commitments.values(),
        *account.opportunities.values(),
        *(value for answer in account.answers.values() for value in answer.values.values()),
    ]
    assert all(claim.evidence for claim in claims)
    assert account.objective.evidence


def test_no_entry_of_the_ledger_is_unused(account):
    document = json.loads(to_json(account, with_private=True))
    entries = document.pop("evidence")
    text = json.dumps(document)
    assert [key for key in entries if f'"{key}"' not in text] == []


def test_only_documents_are_confirmed_and_unsure_sources_never(account):
    unsure = {key.lower() for key, fact in sourced_facts().items() if fact["confidence"] == "single_unsure"}
    for key, entry in account.evidence.items():
        if entry.status == "confirmed":
            assert entry.grade == "A" and entry.confirmed_by, key
            assert key[:-1] not in unsure, key


def test_there_is_something_to_do_for_every_panel(account):
    assert 6 <= sum(finding.source_framework == "pest" for finding in account.findings.values()) <= 8
    assert sum(rating.value is not None for rating in account.answers["five_forces"].ratings.values()) >= 28
    assert 3 <= len(account.problems) <= 4
    assert all(len(problem.nodes) >= 2 for problem in account.problems.values())
    assert len(account.stakeholders) == len(account.motives) == 3
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


def test_what_is_private_is_invented_and_says_so(account):
    assert account.private_answers
    for key, answer in account.private_answers.items():
        assert key.partition(".")[2] in account.stakeholders
        assert all(rating.evidence == ("d-invented",) for rating in answer.ratings.values())
    assert account.evidence["d-invented"].grade == "D"
    assert account.evidence["d-invented"].source.startswith("Invented for this sample")
    plain = {name: Stakeholder.model_fields[name].default for name in PRIVATE_STAKEHOLDER_FIELDS}
    for person in account.stakeholders.values():
        assert {name: getattr(person, name) for name in plain} == plain


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


def _texts(account: Account):
    """What a person wrote: every text of the account but names of documents, addresses and origins of figures."""
    document = json.loads(to_json(account, with_private=True))
    for part in (
        "findings",
        "answers",
        "problems",
        "needs",
        "levers",
        "stakeholders",
        "motives",
        "commitments",
        "opportunities",
    ):
        yield from _strings(part, document[part])
    for entry in document["evidence"].values():
        yield from (("evidence", entry.get(name, "")) for name in ("who", "confirmed_by", "note"))
        if "grade" not in entry and "url" not in entry:  # grade D is the default and is left out
            yield "evidence", entry["source"]


def _strings(path, value):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(f"{path}/{key}", item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(path, item)
    elif isinstance(value, str):
        yield path, value


def test_two_wordings_of_one_text_are_an_error():
    story = Story()
    story.say("Finance", "财务")
    with pytest.raises(ValueError, match="财政"):
        story.say("Finance", "财政")


@pytest.mark.parametrize(
    ("date", "day"),
    [("2024-02", "2024-02-29"), ("2025", "2025-12-31"), ("2021-07-24", "2021-07-24"), (None, "None")],
)
def test_a_source_dated_to_the_month_or_year_counts_from_its_last_day(date, day):
    assert str(last_day(date)) == day


def test_an_empty_store_gets_both_and_a_used_one_nothing(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'accounts.sqlite'}")
    with use_language("en"):
        assert samples.load_into(store) == samples.SLUGS
        assert samples.load_into(store) == ()
    assert store.load("walmart") == samples.sample("walmart")


def test_chinese_has_chinese_punctuation(account):
    half = re.compile("[\u4e00-\u9fff][,:;?!(]|[,:;)][\u4e00-\u9fff]")
    assert [text for text in account.wording["zh_CN"].values() if half.search(text)] == []
