"""New Oriental (新东方): seven fiscal years around the tutoring rules of 2021, and what follows from them."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, Peer, Profile
from tools.samples import filings
from tools.samples.new_oriental import deals, environment, forces, people, problems
from tools.samples.story import Story

REVIEW_DATE = dt.date(2026, 5, 6)


def account() -> Account:
    """The account as of its review date, from the recorded filings and facts."""
    story = Story()
    parts = {
        "profile": _profile(story),
        "peers": _peers(story),
        "findings": environment.findings(story) | forces.findings(story),
        "answers": {"five_forces": forces.answer(story)} | deals.answers(story),
        "private_answers": deals.private_answers(story),
        "problems": problems.problems(story),
        "needs": problems.needs(story),
        "levers": problems.levers(story),
        "stakeholders": people.stakeholders(story),
        "motives": people.motives(story),
        "commitments": people.commitments(story),
        "opportunities": deals.opportunities(story),
    }
    return Account(
        slug="new-oriental",
        review_date=REVIEW_DATE,
        stale_after_days=730,
        statements=filings.statements(
            [*filings.new_oriental(), *filings.peer_lines("New Oriental")], until="2024-05-31"
        ),
        evidence=story.evidence,
        wording={"zh_CN": story.chinese},
        **parts,
    )


def _profile(story: Story) -> Profile:
    return Profile(
        name="New Oriental",
        name_zh="新东方",
        industry="Education services",
        industry_zh="教育服务",
        country=story.say("China", "中国"),
        ticker="EDU",
        website="https://www.neworiental.org",
        fiscal_year_end="05-31",
        owner=story.say("Account manager, education", "教育行业客户经理"),
        summary=story.say(
            "Test preparation, non-academic tutoring, learning devices, overseas study services and the East "
            "Buy online shop; listed in New York and Hong Kong. The tutoring rules of 2021 closed the "
            "business that generated more than half of revenue. By fiscal 2024 revenue exceeded its earlier "
            "level; the operating margin did not.",
            "业务涵盖考试培训、素养类培训、学习设备、出国留学服务和电商平台东方甄选，在纽约和香港上市。2021年“双减”政策关停了贡"
            "献一半以上收入的业务。2024财年收入已超过此前水平，营业利润率尚未恢复。",
        ),
    )


def _peers(story: Story) -> dict[str, Peer]:
    return {
        "tal": Peer(
            name="TAL Education",
            name_zh="好未来",
            ticker="TAL",
            industry=story.say("Tutoring and learning devices", "教育培训与学习设备"),
            note=story.say("Year ends on the last day of February.", "财年截至2月末。"),
            statements=filings.statements(filings.peer_lines("TAL Education Group")),
        ),
        "gaotu": Peer(
            name="Gaotu Techedu",
            name_zh="高途",
            ticker="GOTU",
            industry=story.say("Online tutoring", "在线教育培训"),
            note=story.say(
                "Calendar year, in yuan. Total assets are derived from ratios of a data service and are assumed.",
                "按日历年，以人民币计。总资产由数据服务商的比率推算，为假设。",
            ),
            statements=filings.statements(filings.peer_lines("Gaotu Techedu")),
        ),
    }
