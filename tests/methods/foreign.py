"""One invented method of each shape, as another package would bring it: in English and Chinese, about kites.

No word of them stands in the package. `CHINESE` is what the other package's catalogue would say.
"""

from __future__ import annotations

import datetime as dt

from accountkit.i18n import N_
from accountkit.methods.method import Entry, Flag, Method
from accountkit.methods.sentences import count, label, mean, money, name, says, text
from accountkit.methods.shapes import (
    Axis,
    Block,
    Calculator,
    Canvas,
    Cell,
    Checklist,
    Column,
    Condition,
    Group,
    Input,
    Matrix,
    Register,
    Result,
    Scorecard,
)
from accountkit.model import Account, Answer, Evidence, Opportunity, Rating, Row, Stakeholder, Value

ENDS = (N_("slack"), N_("taut"))

GRIP = Scorecard(
    key="kite_grip",
    name=N_("Grip on the line"),
    question=N_("How firmly does this person hold the line?"),
    group="people",
    workspace="people",
    source="invented",
    rule=N_("The mean of hand and eye."),
    first=N_("Rate hand and eye."),
    subject="stakeholder",
    private=True,
    uses=("stakeholders",),
    groups=(
        Group(
            "grip",
            N_("Grip"),
            (Entry("hand", N_("Hand"), *ENDS), Entry("eye", N_("Eye"), *ENDS)),
        ),
    ),
    notes=(Entry("weather", N_("Weather of the day"), kind="line", counts=False),),
    flags=(Flag("firm", N_("firm hand"), lambda r: r.value("hand") == 5),),
    says=(
        says(N_("{role} holds the line at {score} of 5, in {weather}."), internal=True),
        says(N_("{role} flies a kite with us next week."), when=lambda r: r.verdict is not None),
    ),
    words=lambda r: {
        "role": text(r.called),
        "score": mean(r.score),
        "weather": name(r.value("weather")),
    },
)
FIELD = Matrix(
    key="kite_field",
    name=N_("Field of flight"),
    question=N_("Where should this kite fly?"),
    group="plan",
    workspace="deal",
    source="invented",
    rule=N_("Wind against height; 3 and more is high."),
    first=N_("Rate wind and height."),
    subject="opportunity",
    uses=("opportunities",),
    horizontal=Axis("wind", N_("Wind"), *ENDS, items=(Entry("wind", N_("Wind force"), *ENDS),)),
    vertical=Axis("height", N_("Height"), *ENDS, items=(Entry("height", N_("Height of the sky"), *ENDS),)),
    cells=(
        Cell("soar", N_("soar"), True, True, N_("Let it rise.")),
        Cell("glide", N_("glide"), False, True, N_("Wait for wind.")),
        Cell("drag", N_("drag"), True, False, N_("Find open land.")),
        Cell("ground", N_("ground"), False, False, N_("Stay down.")),
    ),
    says=(says(N_("{what} should {cell}."), when=lambda r: r.cell is not None),),
    words=lambda r: {"what": name(r.called), "cell": label(r.cell.name if r.cell else None)},
)
LOG = Register(
    key="kite_log",
    name=N_("Log of flights"),
    question=N_("Which flights were there?"),
    group="account",
    workspace="care",
    source="invented",
    rule=N_("The longest flight first."),
    first=N_("Enter the first flight."),
    uses=(),
    columns=(
        Column("where", N_("Place of the flight")),
        Column("minutes", N_("Minutes aloft"), "number"),
        Column("on", N_("Day of the flight"), "date"),
        Column("long", N_("Long flight"), "flag", of=lambda row: (row["minutes"] or 0) >= 60),
    ),
    order=lambda row: -(row["minutes"] or 0),
    row_flags=(Flag("long", N_("long"), lambda row: row["long"]),),
    totals=lambda r: {"minutes": sum(row["minutes"] or 0 for row in r.counted)},
    total_names={"minutes": N_("Minutes in all")},
    says=(says(N_("Flights: {n}, {minutes} minutes in all."), when=lambda r: bool(r.counted)),),
    words=lambda r: {"n": count(len(r.counted)), "minutes": count(r.totals["minutes"])},
)
START = Checklist(
    key="kite_start",
    name=N_("Ready to start"),
    question=N_("May the kite start?"),
    group="plan",
    workspace="overview",
    source="invented",
    rule=N_("All conditions met is a start."),
    first=N_("Check line and sky."),
    uses=(),
    conditions=(Condition("line", N_("Line is tied")), Condition("sky", N_("Sky is free"))),
    says=(says(N_("The start is: {verdict}."), when=lambda r: r.verdict is not None),),
    words=lambda r: {"verdict": label(START.verdicts().get(r.verdict or ""))},
)
BOARD = Canvas(
    key="kite_board",
    name=N_("Board of the kite"),
    question=N_("What is the kite made of?"),
    group="understand",
    workspace="numbers",
    source="invented",
    rule=N_("Filled over all blocks."),
    first=N_("Fill in sail and spars."),
    uses=(),
    blocks=(Block("sail", N_("Sail"), N_("Which cloth?")), Block("spars", N_("Spars"), N_("Which wood?"))),
    says=(
        says(N_("The sail is {sail}.")),
        says(N_("We doubt the spars: {spars}."), internal=True),
    ),
    words=lambda r: {"sail": name(r.value("sail")), "spars": name(r.value("spars"))},
)
YIELD = Calculator(
    key="kite_yield",
    name=N_("Yield of the kite"),
    question=N_("What does a kite bring?"),
    group="portfolio",
    workspace="portfolio",
    source="invented",
    rule=N_("Price times number."),
    first=N_("Enter price and number."),
    uses=("currency",),
    inputs=(Input("price", N_("Price of a kite"), "money"), Input("sold", N_("Kites sold"), "number")),
    results=(
        Result(
            "yield",
            N_("Yield in money"),
            lambda r: (
                None
                if r.value("price") is None or r.value("sold") is None
                else float(r.value("price")) * float(r.value("sold"))
            ),
            "money",
            N_("price × kites sold"),
        ),
    ),
    says=(says(N_("Kites bring {yield}.")),),
    words=lambda r: {"yield": money(r.score, r.account.currency)},
)
METHODS: tuple[Method, ...] = (GRIP, FIELD, LOG, START, BOARD, YIELD)
CHINESE = {
    "slack": "松",
    "taut": "紧",
    "Grip on the line": "握线力度",
    "How firmly does this person hold the line?": "此人握线有多稳？",
    "The mean of hand and eye.": "手与眼的平均值。",
    "Rate hand and eye.": "请为手和眼评分。",
    "Grip": "力度",
    "Hand": "手",
    "Eye": "眼",
    "Weather of the day": "当日天气",
    "firm hand": "手稳",
    "{role} holds the line at {score} of 5, in {weather}.": "{role}握线{score}分，天气{weather}。",
    "{role} flies a kite with us next week.": "{role}下周与我方放风筝。",
    "Field of flight": "飞行场地",
    "Where should this kite fly?": "这只风筝该在哪里飞？",
    "Wind against height; 3 and more is high.": "风力与高度对照，3分及以上为高。",
    "Rate wind and height.": "请为风力和高度评分。",
    "Wind": "风",
    "Wind force": "风力",
    "Height": "高度",
    "Height of the sky": "天空高度",
    "soar": "高飞",
    "glide": "滑翔",
    "drag": "拖行",
    "ground": "停飞",
    "Let it rise.": "任其升高。",
    "Wait for wind.": "等风。",
    "Find open land.": "寻找空地。",
    "Stay down.": "留在地面。",
    "{what} should {cell}.": "{what}宜{cell}。",
    "Log of flights": "飞行日志",
    "Which flights were there?": "有过哪些飞行？",
    "The longest flight first.": "飞行最久者在前。",
    "Enter the first flight.": "请填写首次飞行。",
    "Place of the flight": "飞行地点",
    "Minutes aloft": "飞行分钟",
    "Day of the flight": "飞行日期",
    "Long flight": "长途飞行",
    "long": "久",
    "Minutes in all": "总分钟",
    "Flights: {n}, {minutes} minutes in all.": "飞行{n}次，共{minutes}分钟。",
    "Ready to start": "起飞准备",
    "May the kite start?": "风筝可以起飞吗？",
    "All conditions met is a start.": "条件全部满足即可起飞。",
    "Check line and sky.": "请检查线和天空。",
    "Line is tied": "线已系好",
    "Sky is free": "空中无障碍",
    "The start is: {verdict}.": "起飞结论：{verdict}。",
    "Board of the kite": "风筝构成",
    "What is the kite made of?": "风筝由什么做成？",
    "Filled over all blocks.": "已填模块占比。",
    "Fill in sail and spars.": "请填写帆面和骨架。",
    "Sail": "帆面",
    "Which cloth?": "哪种布？",
    "Spars": "骨架",
    "Which wood?": "哪种木料？",
    "The sail is {sail}.": "帆面为{sail}。",
    "We doubt the spars: {spars}.": "骨架存疑：{spars}。",
    "Yield of the kite": "风筝收益",
    "What does a kite bring?": "一只风筝带来多少？",
    "Price times number.": "单价乘以数量。",
    "Enter price and number.": "请填写单价和数量。",
    "Price of a kite": "风筝单价",
    "Kites sold": "售出数量",
    "Yield in money": "收益金额",
    "price × kites sold": "单价×售出数量",
    "Kites bring {yield}.": "风筝带来{yield}。",
}
SURE = ("e-kite",)


def flown(account: Account, mark: str = "") -> Account:
    """The account with a full, confirmed answer to each; `mark` stands in every text that is private or internal."""

    def rating(value: int) -> Rating:
        return Rating(value=value, evidence=SURE, note=mark)

    def value(content: object) -> Value:
        return Value(value=content, evidence=SURE)

    person = Stakeholder(role_title="Kite master", private_note=mark, evidence=SURE)
    return account.model_copy(
        update={
            "evidence": {
                **account.evidence,
                "e-kite": Evidence(
                    source="Kite journal", grade="A", status="confirmed", date=account.as_of, note=mark
                ),
            },
            "stakeholders": {**account.stakeholders, "s-kite": person},
            "opportunities": {**account.opportunities, "o-kite": Opportunity(what="Kite order", order=99)},
            "private_answers": {
                **account.private_answers,
                "kite_grip.s-kite": Answer(
                    ratings={"hand": rating(5), "eye": rating(4)},
                    values={"weather": value(f"storm {mark}".strip())},
                ),
            },
            "answers": {
                **account.answers,
                "kite_field.o-kite": Answer(ratings={"wind": rating(5), "height": rating(4)}),
                "kite_log": Answer(
                    rows={
                        "r1": Row(cells={"where": "beach", "minutes": 30}, evidence=SURE),
                        "r2": Row(cells={"where": "hill", "minutes": 90, "on": "2023-05-02"}, evidence=SURE),
                    }
                ),
                "kite_start": Answer(values={"line": value("met"), "sky": value("met")}),
                "kite_board": Answer(
                    values={"sail": value("red silk"), "spars": value(f"ash {mark}".strip())}
                ),
                "kite_yield": Answer(values={"price": value(20), "sold": value(50)}),
            },
        }
    )


DAY = dt.date(2023, 6, 15)
CLUB = Scorecard(
    key="kite_club",
    name=N_("Spirit of the club"),
    question=N_("How well does this team fly together?"),
    group="organisation",
    workspace="team",
    source="invented",
    rule=N_("The mean of calm and care."),
    first=N_("Rate calm and care."),
    subject="team",
    uses=("teams", "sellers", "accounts"),
    groups=(
        Group("spirit", N_("Spirit"), (Entry("calm", N_("Calm"), *ENDS), Entry("care", N_("Care"), *ENDS))),
    ),
    notes=(Entry("since", N_("Together since"), kind="date", counts=False),),
    says=(says(N_("{team} flies at {score} of 5."), when=lambda r: r.verdict is not None),),
    words=lambda r: {"team": text(r.called), "score": mean(r.score)},
)
"""One about our own side: its answers lie in the practice."""
CHINESE |= {
    "Spirit of the club": "俱乐部氛围",
    "How well does this team fly together?": "这个团队配合得如何？",
    "The mean of calm and care.": "沉着与细心的平均值。",
    "Rate calm and care.": "请为沉着和细心评分。",
    "Spirit": "氛围",
    "Calm": "沉着",
    "Care": "细心",
    "Together since": "组队日期",
    "{team} flies at {score} of 5.": "{team}配合{score}分。",
}
