"""What the brief tells: one problem to start with, one next step that lies ahead, nothing twice, and no word of ours to a customer."""

from __future__ import annotations

import dataclasses
import datetime as dt
import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from pptx import Presentation
from pypdf import PdfReader

from accountkit.brief import FORMATS, Brief, compose, first_page, write
from accountkit.brief.blocks import Bullets, Figure, Paragraph, Table, Tiles
from accountkit.brief.edition import SCREENS
from accountkit.brief.markdown import markdown
from accountkit.brief.storyboard import storyboard
from accountkit.i18n import _, day, percent, use_language
from accountkit.methods import REGISTRY, Analyses
from accountkit.methods.chain.foremost import next_commitment
from accountkit.methods.labels import WORDS
from accountkit.methods.motives.sentences import STATES
from accountkit.methods.portfolio.line import line_of
from accountkit.methods.problems.reading import problems
from accountkit.model import Account, Edit, Evidence, Problem, remove
from accountkit.model import apply as edited
from accountkit.samples import sample
from tests.brief.accounts import new_oriental
from tests.brief.conftest import LANGUAGES, brief_of

SLUGS = ("walmart", "new-oriental")
BEFORE_THE_APPENDIX, FOR_THE_CUSTOMER = 12, 6
"""Pages of A4 that a reader gets through."""


def pages(brief: Brief) -> list[str]:
    out = io.BytesIO()
    write(brief, out, "pdf")
    return [page.extract_text() for page in PdfReader(io.BytesIO(out.getvalue())).pages]


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_story_is_read_in_twelve_pages_and_the_customers_in_six(chromium, slug, lang):
    told = pages(brief_of(slug, lang=lang))
    with use_language(lang):
        begins = next(
            place
            for place, text in enumerate(told)
            if place > 1 and re.search(rf"^{_('Appendix')}$", text, re.M)
        )
    assert begins <= BEFORE_THE_APPENDIX
    assert len(pages(brief_of(slug, edition="customer", lang=lang))) <= FOR_THE_CUSTOMER


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_page_is_one_page(slug, lang):
    for edition in ("internal", "customer"):
        assert len(pages(first_page(brief_of(slug, edition=edition, lang=lang)))) == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_there_is_one_problem_to_start_with(slug):
    account = sample(slug)
    first = problems(Analyses(account)).entries[0].problem.statement
    for edition in ("internal", "customer"):
        brief = compose(account, edition=edition)
        start = next(b for b in brief.sections[0].blocks if isinstance(b, Bullets) and b.key == "start")
        assert first in start.items[0].label
        rows = next(
            b.rows for b in brief.section("problems").blocks if isinstance(b, Table) and b.key == "problems"
        )
        assert first in [cell.text for cell in rows[0]]
    tiles = next(b for b in compose(account).sections[0].blocks if isinstance(b, Tiles)).tiles
    assert first.startswith(next(tile.note for tile in tiles if "problem" in tile.label).rstrip("…"))


def overdue() -> Account:
    """Every date that the first page could tell has passed, except that of one request."""
    account = sample("walmart")
    past, ahead = account.as_of - dt.timedelta(days=3), account.as_of + dt.timedelta(days=3)
    keys = list(account.commitments)
    edits = [Edit(f"commitments/{key}/due", past) for key in keys]
    edits += [Edit(f"commitments/{keys[-1]}/due", ahead), Edit(f"commitments/{keys[-1]}/status", "asked")]
    edits += [Edit(f"problems/{key}/expected_by", past) for key in account.problems]
    edits += [Edit(f"opportunities/{key}/when", past) for key in account.opportunities]
    return edited(account, edits)


def test_the_next_step_lies_ahead_and_no_date_of_the_first_page_has_passed():
    account = overdue()
    page = markdown(first_page(compose(account))).decode()
    _key, asked = next_commitment(account)
    assert page.count(day(asked.due)) == 2, "in its tile and as the request"
    said = [block for block in compose(account).sections[0].blocks if isinstance(block, Bullets)][-1].items
    assert [item.label for item in said] == ["We ask for:", "Sales objective:"]
    dates = {
        dt.datetime.strptime(found, "%d %B %Y").date()
        for found in re.findall(r"\d{1,2} [A-Z][a-z]+ 20\d\d", page)
    }
    ends = {statement.period_end for statement in account.statements.values()}
    assert not [date for date in dates - ends - {account.as_of} if date < account.as_of]


def test_figures_of_the_first_pages_are_of_one_year():
    """New Oriental's last year has a return of all owners; without total equity it has none, and the year before is told."""
    account = sample("new-oriental")
    last = account.statements["2024-05-31"]
    figures = {key: figure for key, figure in last.figures.items() if key != "equity_total"}
    statements = {**account.statements, "2024-05-31": last.model_copy(update={"figures": figures})}
    without = account.model_copy(update={"statements": statements})
    for told, year, other in ((account, 2024, 2023), (without, 2023, 2024)):
        for edition in ("internal", "customer"):
            brief = compose(told, edition=edition)
            assert f"FY{year}" in brief.sections[0].blocks[0].text
            assert f"FY{other}" not in markdown(first_page(brief)).decode()
            assert f"31 May {year}" in brief.section("numbers").blocks[0].text


def test_a_company_with_one_balance_sheet_stands_among_its_peers():
    """Without an opening balance the return is on ending balances, and so are those that it is compared with."""
    account = sample("walmart")
    key, last = max(account.statements.items())
    alone = account.model_copy(update={"statements": {key: last.model_copy(update={"opening": {}})}})
    brief = compose(alone)
    table = next(
        block
        for block in brief.section("numbers").blocks
        if isinstance(block, Table) and block.key == "peers"
    )
    assert len(table.rows) > len(account.peers)


def test_a_measure_is_named_with_its_year_so_that_no_two_figures_stand_for_one_thing():
    """The margin of the problem, 8.7 %, is of no year of the statements; their last has 8.1 %, which moved the return."""
    for edition in ("internal", "customer"):
        page = markdown(first_page(brief_of("new-oriental", edition=edition))).decode()
        page = page.replace("\u202f", " ")
        assert "now 8.7 % (FY2024: 8.1 %); best 11.15 % (FY2020); target 11.1 %" in page
    shares = edited(sample("new-oriental"), [Edit("problems/p-margin/metric", "Margin of the shop")])
    assert "now 8.7 %; best 11.15 %;" in markdown(compose(shares)).decode().replace("\u202f", " ")


@cache
def read_by_the_customer(slug: str, kind: str, lang: str) -> str:
    """What a customer's file shows, written once for all tests that search it."""
    out = io.BytesIO()
    write(brief_of(slug, edition="customer", lang=lang), out, kind, draw=False, interactive=False)
    return visible(out.getvalue(), kind)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_customer_reads_what_must_be_true_and_no_floor(lang):
    """Below zero and above it; in no cell, chart or alternative text either."""
    shares = {}
    for slug in SLUGS:
        brief = brief_of(slug, edition="customer", lang=lang)
        with use_language(lang):
            case, floor = brief.calculation.case, _("Conservative floor")
            shares[slug] = case.whole.floor.net_present_value
            even = percent(case.whole.break_even, 0)
        page = markdown(first_page(brief)).decode()
        assert (even.rstrip(" %\u202f") in page) == (shares[slug] < 0)
        assert floor not in markdown(brief).decode()
        for kind in ("xlsx", "pptx", "html"):
            assert floor not in read_by_the_customer(slug, kind, lang), kind
    assert shares["new-oriental"] < 0 < shares["walmart"], "both kinds are shown"


RATIO = r"\d\.\d\d"
UNITED = rf"(?:US\$ \S+ (?:k|m|bn)(?: \(\S+ to \S+\))?|[\d.,]+ (?:%|points?|days)|FY20\d\d|fiscal 20\d\d|[\d,]+ (?:cities|centres)|{RATIO} → {RATIO})"


@pytest.mark.parametrize("slug", SLUGS)
def test_no_figure_of_the_first_page_is_without_its_unit(slug):
    page = brief_of(slug).sections[0]
    said = [item for block in page.blocks if isinstance(block, Bullets) for item in block.items]
    for text in (page.sentence, page.blocks[0].text, *(item.text for item in said)):
        bare = re.sub(r"\d{1,2} [A-Z][a-z]+ 20\d\d|\([A-Z][a-z]{2} 20\d\d\)", "", text.replace("\u202f", " "))
        assert not re.findall(r"\d", re.sub(UNITED, "", bare)), text


SCALE = {"en": r"US\$ \S+?\u202f(k|m|bn|tn)", "zh_CN": r"[\d.](万亿|亿|万)?美元"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_amounts_of_a_column_are_on_one_scale(slug, lang):
    """Walmart's problems are worth from 210 m to 2.3 bn a year, New Oriental's costs from 0.4 m to 6 m."""
    seen = 0
    for table in brief_of(slug, lang=lang).blocks():
        if not isinstance(table, Table) or table.key not in ("problems", "answers", "business_case"):
            continue
        for place, column in enumerate(table.columns):
            if column.key not in ("worth", "cost", "profit") and table.key != "business_case":
                continue
            units = {unit for row in table.rows for unit in re.findall(SCALE[lang], row[place].text) if unit}
            assert len(units) < 2, (table.key, column.title, units)
            seen += len(units)
    assert seen >= 5


def test_a_chart_is_in_the_unit_of_the_table_beside_it():
    section = brief_of("walmart").section("problems")
    chart = next(block.chart for block in section.blocks if isinstance(block, Figure) and block.chart)
    assert chart.series[0].name == "Annual value (USD, million)"
    assert sorted(chart.series[0].values) == [210, 270, 450, 2300]


def sentences(brief: Brief) -> Iterator[str]:
    """The sentences that a reader of the story meets: of texts, not of cells, labels and captions."""
    for section in brief.sections:
        if section.appendix:
            continue
        yield from split(section.sentence)
        for block in section.blocks:
            for item in block.items if isinstance(block, Bullets) else [block]:
                if isinstance(item, Paragraph):
                    yield from split(item.text)


def split(text: str) -> list[str]:
    found = re.split(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？])", text.strip())
    return [one for one in found if len(one) > 24 or re.search("[\u4e00-\u9fff]{9}", one)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("slug", SLUGS)
def test_no_sentence_stands_twice(slug, edition, lang):
    counted = Counter(sentences(brief_of(slug, edition=edition, lang=lang)))
    assert not [text for text, times in counted.items() if times > 1]


INTERNAL = {
    "en": [
        "finding",
        "findings",
        "lever",
        "levers",
        "motive",
        "motives",
        "stakeholder",
        "stakeholders",
        "commitment",
        "commitments",
        "acknowledge",
        "acknowledged",
        "admits",
        "admitted",
        "score",
        "assumed",
        "stale",
        "grade",
        "the customer",
        "internal edition",
        "no one at",
        "nobody",
    ],
    "zh_CN": [
        "发现",
        "举措",
        "动机",
        "关系人",
        "行动承诺",
        "认可",
        "得分",
        "假设",
        "过期",
        "客户",
        "内部版",
        "采用者",
    ],
}
"""docs: words.md, section 2."""


def words_of_ours(lang: str) -> set[str]:
    """What may not be said to a customer: the list of the glossary, and what the definitions call things."""
    with use_language(lang):
        named = {_(method.name) for method in REGISTRY.values() if method.workspace not in SCREENS}
        judged = {_(text) for text in STATES.values()} | {
            _(text) for key, text in WORDS["grade"].items() if key != "A"
        }
        stood = {_(text) for text in WORDS["status"].values()}
    return {one.lower() for one in {*INTERNAL[lang], *named, *judged, *stood} if len(one) > 1} - {
        "confirmed",
        "已确认",
    }


def visible(content: bytes, kind: str) -> str:
    """What a reader of a file can come upon: texts, alternative texts, notes and properties."""
    if kind == "pdf":
        reader = PdfReader(io.BytesIO(content))
        return "\n".join(
            [*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())]
        )
    if kind in ("docx", "pptx", "xlsx"):
        parts = zipfile.ZipFile(io.BytesIO(content))
        wanted = [
            name
            for name in parts.namelist()
            if re.search(
                r"(slides/|notesSlides/|charts/|document|core|sheet\d|sharedStrings|header|footer)", name
            )
        ]
        whole = " ".join(parts.read(name).decode("utf-8") for name in wanted if name.endswith(".xml"))
        told = re.findall(r'(?:descr|title)="([^"]*)"', whole)
        return html.unescape("\n".join([re.sub(r"<[^>]+>", "\n", whole), *told]))
    text = content.decode("utf-8")
    told = re.findall(r'(?:alt|aria-label)="([^"]*)"', text)
    return html.unescape(
        "\n".join([re.sub(r"(?s)<(style|script).*?</\1>|<[^>]+>", "\n", text), *told])
    ).replace("\\", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", FORMATS)
def test_no_word_of_ours_reaches_a_customer_by_any_writer(kind, lang):
    for slug in SLUGS:
        said = read_by_the_customer(slug, kind, lang).lower()
        edge = r"\b" if lang == "en" else ""
        found = {word for word in words_of_ours(lang) if re.search(edge + re.escape(word) + edge, said)}
        assert not found, (slug, found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_alternative_texts_for_a_customer_have_no_word_of_ours(lang):
    for slug in SLUGS:
        for figure in brief_of(slug, edition="customer", lang=lang).figures():
            told = " ".join(
                [figure.alt, figure.caption, *(cell.text for row in figure.table.rows for cell in row)]
            )
            edge = r"\b" if lang == "en" else ""
            assert not [w for w in words_of_ours(lang) if re.search(edge + re.escape(w) + edge, told.lower())]


def test_the_customers_edition_ends_on_the_first_step_with_cells_to_fill_in():
    brief = brief_of("walmart", edition="customer")
    last = brief.sections[-1]
    table, step = last.blocks
    assert isinstance(table, Table) and all(row[-1].text == "" for row in table.rows)
    assert isinstance(step, Paragraph) and step.label == "First step:"


def test_a_released_estimate_has_its_range_and_a_column_to_correct_it():
    released = edited(sample("walmart"), [Edit("levers/l-incidents/released", True)])
    brief = compose(released, edition="customer")
    (table,) = (
        block
        for block in brief.section("business_case").blocks
        if isinstance(block, Table) and block.key == "answers"
    )
    (row,) = table.rows
    assert row[0].mark == "estimate" and re.search(r"\(\S+ to \S+\)", row[3].text)
    assert table.columns[-1].title == "Your figure" and row[-1].text == ""
    unreleased = edited(
        released, [Edit("levers/l-incidents/released", False), Edit("levers/l-order/released", False)]
    )
    assert compose(unreleased, edition="customer").section("business_case") is None


def test_only_sources_that_a_finance_chief_accepts_go_out():
    """Filings, authorities, the company itself; a copy of a report, a news page or a digest is none."""
    for slug in SLUGS:
        section = brief_of(slug, edition="customer").section("evidence")
        for row in section.blocks[0].rows:
            assert re.search(r"sec\.gov|gov\.cn|neworiental\.org|walmart\.com", row[1].url), row[1].url


def before_and_after() -> tuple[Account, Account]:
    now = sample("walmart")
    before = edited(
        now,
        [remove("problems/p-theft")]
        if "p-theft" in now.problems
        else [remove(f"problems/{list(now.problems)[-1]}")],
    )
    return edited(before, [Edit("statements/2026-01-31/figures/revenue/value", 7e11)]), now


@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_what_changed_stands_on_the_first_page_in_lines_and_on_a_slide_of_its_own(edition):
    before, now = before_and_after()
    brief = compose(now, edition=edition, since=before, since_day=dt.date(2026, 4, 1))
    (lines,) = (b for b in brief.sections[0].blocks if isinstance(b, Bullets) and b.key == "since")
    assert 1 < len(lines.items) <= 3 and "Revenue" in lines.items[0].text
    slides = [slide for slide in storyboard(brief, 11) if slide.title == "What changed since 1 April 2026"]
    assert len(slides) == 1 and slides[0].texts == lines.items
    without = compose(now, edition=edition)
    assert not [b for b in without.sections[0].blocks if isinstance(b, Bullets) and b.key == "since"]


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "xlsx"])
def test_the_first_page_alone_is_written_in_every_format(kind):
    out = io.BytesIO()
    brief = first_page(brief_of("walmart"))
    write(brief, out, kind, draw=False, interactive=False)
    said = visible(out.getvalue(), kind)
    assert "Liability claims" in said and "Evidence" not in said
    assert dataclasses.replace(compose(sample("walmart")).sections[0]) == brief.sections[0]
    if kind == "pptx":
        assert len(Presentation(io.BytesIO(out.getvalue())).slides) == 2


def test_an_account_with_a_problem_alone_tells_no_one_to_enter_what_is_missing_to_the_customer():
    sure = Evidence(source="Call", grade="B", date=dt.date(2026, 5, 1), status="confirmed")
    account = Account(
        slug="new",
        problems={"p": Problem(statement="Stores lose stock", evidence=("e",))},
        evidence={"e": sure},
    )
    customer = markdown(compose(account, edition="customer")).decode()
    assert "Stores lose stock." in customer and "Import" not in customer and "stock: " not in customer
    internal = markdown(compose(account)).decode()
    assert "Import statements" in internal and "**Stores lose stock:** not quantified." in internal


def test_a_change_over_two_years_is_not_told_as_one_on_a_year_earlier():
    # 2022 has its balances and no profit: the change runs from 2021
    known = new_oriental()
    year = known.statements["2022-05-31"]
    figures = {key: one for key, one in year.figures.items() if key not in ("net_income", "net_income_total")}
    gone = {**known.statements, "2022-05-31": year.model_copy(update={"figures": figures})}
    account = known.model_copy(update={"statements": gone})
    (tiles,) = (block for block in compose(account).sections[0].blocks if isinstance(block, Tiles))
    assert tiles.tiles[0].label == "Return on equity" and "earlier" not in tiles.tiles[0].note
    assert line_of(account).moved is None and line_of(known).moved is not None


US, CN = {"k": 1e3, "m": 1e6, "bn": 1e9, "tn": 1e12, "": 1}, {"万": 1e4, "亿": 1e8, "万亿": 1e12, "": 1}
NUMBER = r"[\d,]+(?:\.\d+)?"
AMOUNTS = (
    (US, rf"US\$ ({NUMBER}) ?(k|m|bn|tn|)\b(?: ?\(([−]?{NUMBER}) to ([−]?{NUMBER})\))?"),
    (CN, rf"({NUMBER})(万亿|万|亿|)美元(?:（([−]?{NUMBER})至([−]?{NUMBER})）)?"),
)


def amounts(text: str) -> Counter[float]:
    """The amounts of a text with a currency, in whole dollars, the ends of ranges too; however either language counts."""
    said = text.replace("\\", "").replace("\u202f", " ")
    found: Counter[float] = Counter()
    for scales, pattern in AMOUNTS:
        for base, scale, low, high in re.findall(pattern, said):
            known = [float(one.replace(",", "").replace("−", "-")) for one in (base, low, high) if one]
            found.update(float(f"{one * scales[scale]:.3g}") for one in known)
    return found


@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("slug", SLUGS)
def test_both_languages_tell_the_same_amounts_with_three_digits_before_the_point_at_most(slug, edition):
    told = {lang: markdown(brief_of(slug, edition=edition, lang=lang)).decode() for lang in LANGUAGES}
    english, chinese = (amounts(told[lang]) for lang in ("en", "zh_CN"))
    assert english == chinese and sum(english.values()) > 30
    said = told["en"].replace("\\", "").replace("\u202f", " ")
    assert re.findall(r"US\$ [\d,]{5,}(?:\.\d+)? (?:k|m|bn)", said) == []


def test_a_value_is_named_with_the_period_that_was_entered():
    """The quarter of one year against that of the year before; a figure that is eleven years old says so."""
    page = markdown(brief_of("walmart", edition="customer")).decode().replace("\u202f", " ")
    assert "now US\\$ 7.29 bn (Jul 2025); best US\\$ 7.94 bn (Jul 2024);" in page
    assert "now 1 % (2015)" in page
    with use_language("zh_CN"):
        assert "现为1%（2015年）" in markdown(brief_of("walmart", edition="customer")).decode()


def test_a_change_outside_names_the_kind_and_the_day_of_its_public_source():
    told = sample("new-oriental")
    table = compose(told, edition="customer").section("environment").blocks[0]
    said = [row[-1].text for row in table.rows]
    assert said[0] == "filing or authority, 6 September 2021"
    assert "public report, 17 November 2025" in said
    assert not any("http" in one or "digest" in one for one in said), "a report is dated, not named"
    unpublished = told.model_copy(
        update={"evidence": {key: one.model_copy(update={"url": ""}) for key, one in told.evidence.items()}}
    )
    table = compose(unpublished, edition="customer").section("environment").blocks[0]
    assert {row[-1].text for row in table.rows} == {"–"}
