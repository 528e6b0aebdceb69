"""Walmart: four fiscal years of filed figures, and where its thin margin and its stock could still give."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Account, Peer, Profile
from tools.samples import filings
from tools.samples.story import Story
from tools.samples.walmart import deals, environment, forces, people, problems

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
        slug="walmart",
        review_date=REVIEW_DATE,
        stale_after_days=730,
        statements=filings.statements(
            [*filings.walmart_annual(), *filings.tagged("WMT"), *filings.peer_lines("Walmart")], since="2023"
        ),
        evidence=story.evidence,
        wording={"zh_CN": story.chinese},
        **parts,
    )


def _profile(story: Story) -> Profile:
    return Profile(
        name="Walmart",
        name_zh="沃尔玛",
        industry="Retail",
        industry_zh="零售",
        country=story.say("United States", "美国"),
        ticker="WMT",
        website="https://www.walmart.com",
        fiscal_year_end="01-31",
        owner=story.say("Account manager, retail", "零售行业客户经理"),
        summary=story.say(
            "A retailer with annual revenue above Amazon's: stores and e-commerce in the United States, "
            "Sam's Club and the international business. A net margin of about 3 % gives a return on equity "
            "above 20 % through fast inventory turnover. New income comes from membership, advertising and "
            "the marketplace.",
            "年收入高于亚马逊的零售商，业务包括美国门店与电商、山姆会员店及国际业务。净利率约3%，依靠存货快速周转，净资产收益率超过"
            "20%；新增收入来自会员、广告和第三方平台。",
        ),
    )


def _peers(story: Story) -> dict[str, Peer]:
    return {
        "home-depot": Peer(
            name="Home Depot",
            name_zh="家得宝",
            ticker="HD",
            industry=story.say("Home improvement retail", "家居建材零售"),
            note=story.say(
                "After years of buybacks, equity is 1 to 7 % of assets, so return on equity is distorted.",
                "多年回购后净资产仅占总资产的1%至7%，净资产收益率失真。",
            ),
            statements=filings.statements([*filings.tagged("HD"), *filings.peer_lines("Home Depot")]),
        ),
        "amazon": Peer(
            name="Amazon",
            name_zh="亚马逊",
            ticker="AMZN",
            industry=story.say("Online retail and cloud services", "电商与云服务"),
            note=story.say(
                "Calendar year; the cloud business raises margin and payables.",
                "按日历年；云业务推高利润率和应付账款。",
            ),
            statements=filings.statements(
                [*filings.tagged("AMZN"), *filings.peer_lines("Amazon")], since="2020-12-31"
            ),
        ),
    }
