"""The page of next steps: owners on both sides, what is overdue first, and nothing of it for the customer."""

import datetime as dt

from accountkit.brief import compose
from accountkit.brief.blocks import Table
from accountkit.i18n import use_language
from accountkit.model import Commitment, PlanAction


def rows(account, lang: str = "en") -> list[list[str]]:
    section = compose(account, lang=lang).section("next_steps")
    table = next(block for block in section.blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def planned(account):
    """Two requests, one of them overdue, and an action of each side's own, as of 15 June 2023."""
    person = next(iter(account.stakeholders))
    asked = {"stakeholder_id": person, "our_owner": "account manager"}
    return account.model_copy(
        update={
            "review_date": dt.date(2023, 6, 15),
            "commitments": {
                "late": Commitment(
                    action="Name the pilot city", due=dt.date(2023, 6, 1), status="asked", **asked
                ),
                "next": Commitment(
                    action="Show the seat data", due=dt.date(2023, 7, 4), status="given", **asked
                ),
                "done": Commitment(action="Meet us", due=dt.date(2023, 5, 4), status="done", **asked),
            },
            "plan": {
                "ours": PlanAction(action="Send the case", owner="presales", due=dt.date(2023, 6, 20)),
                "together": PlanAction(action="Workshop", actor="joint", owner="both project leads"),
                "dropped": PlanAction(action="Call", owner="presales", status="dropped"),
            },
        }
    )


def test_owners_stand_on_both_sides_and_what_is_overdue_comes_first(account):
    role = next(iter(account.stakeholders.values())).role_title
    assert rows(planned(account)) == [
        ["Name the pilot city", role, "account manager", "1 June 2023", "asked, overdue"],
        ["Send the case", "–", "presales", "20 June 2023", "planned"],
        ["Show the seat data", role, "account manager", "4 July 2023", "given"],
        ["Workshop", "both project leads", "both project leads", "–", "planned"],
    ]
    assert (
        compose(planned(account)).section("next_steps").sentence
        == "Open steps: 4, the next due on 20 June 2023; overdue: 1."
    )


def test_an_action_of_the_plan_that_is_late_says_so(account):
    late = PlanAction(action="Send the case", owner="presales", due=dt.date(2023, 6, 14))
    only = planned(account).model_copy(update={"plan": {"ours": late}, "commitments": {}})
    assert rows(only) == [["Send the case", "–", "presales", "14 June 2023", "overdue"]]


def test_without_anything_asked_or_planned_there_is_no_page_and_none_for_the_customer(account):
    bare = planned(account).model_copy(update={"plan": {}, "commitments": {}})
    assert compose(bare).section("next_steps") is None
    assert compose(planned(account), edition="customer").section("next_steps") is None


def test_it_speaks_chinese(account):
    with use_language("zh_CN"):
        section = compose(planned(account), lang="zh_CN").section("next_steps")
    assert section.title == "下一步" and section.sentence.startswith("待办4项")
