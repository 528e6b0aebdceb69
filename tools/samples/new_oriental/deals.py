"""The deals with New Oriental: how it buys, which deal comes first, what it does for whom, and who has influence on it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Answer, Opportunity, Value
from accountkit.model.versions import FIRST_OPPORTUNITY
from tools.samples.story import Story

RETENTION = "o2"


def opportunities(story: Story) -> dict[str, Opportunity]:
    """What we would sell: planning first; the retention of families is still far from a purchase."""
    say, ours = story.say, story.of_people()
    return {
        FIRST_OPPORTUNITY: Opportunity(
            who=say("New Oriental, learning centres", "新东方教学中心"),
            what=say(
                "Enrolment-based planning in 60 cities for three years", "60个城市的按报名排课服务，三年"
            ),
            how_much=4_000_000,
            when=dt.date(2026, 9, 30),
            guided_by="us",
            stage="internal_brew",
            need_ids=("n-plan",),
            commitment_ids=("c-data", "c-pilot"),
            evidence=ours,
        ),
        RETENTION: Opportunity(
            who=say("New Oriental, learning products", "新东方学习产品部门"),
            what=say("Early warning on inactive users for one year", "停学用户预警服务，一年"),
            how_much=700_000,
            when=dt.date(2027, 3, 31),
            stage="find_need",
            need_ids=("n-renewal",),
            evidence=ours,
            order=1,
        ),
    }


def answers(story: Story) -> dict[str, Answer]:
    """Buying process, ranking and canvas."""
    ours = story.of_people()
    return {
        f"buying_process.{FIRST_OPPORTUNITY}": story.values(
            ours, users=("s-operations",), decision=("s-cfo",), finance=("s-cfo",), step="analyse"
        ),
        f"buying_process.{RETENTION}": story.values(ours, users=("s-product",), step="prepare"),
        "opportunity_ranking": story.values(ours, capacity=120),
        f"opportunity_ranking.{FIRST_OPPORTUNITY}": story.ranked(
            (5, 4, 3), (4, 4, 4), effort=80, share_limit=0.5
        ),
        f"opportunity_ranking.{RETENTION}": story.ranked((4, 3, 3), (2, 3, 2), effort=60, share_limit=0.3),
        "business_model_canvas": Answer(values=_canvas(story)),
    }


def private_answers(story: Story) -> dict[str, Answer]:
    """Influence of the three roles, invented for this sample."""
    return {
        "influence_score.s-cfo": story.influence((3, 4, 2, 4), (5, 4, 5, 3, 4)),
        "influence_score.s-operations": story.influence((5, 4, 5, 3), (4, 3, 4, 4, None)),
        "influence_score.s-product": story.influence((2, 2, 4, 2), (3, 3, 2, 2, 3)),
    }


def _canvas(story: Story) -> dict[str, Value]:
    note, facts, ours = story.noted, story.facts, story.of_people()
    return {
        "unit": note("New Oriental's tutoring business", "新东方培训业务", ours),
        "customer_segments": note(
            "Families in about 60 cities, and students who go abroad",
            "约60个城市的家庭，以及出国留学的学生",
            facts("EDU-24"),
        ),
        "value_propositions": note(
            "Non-academic courses and learning devices; test preparation and study consulting",
            "素养类课程与学习设备；考试培训与留学咨询",
            facts("EDU-24", "EDU-25"),
        ),
        "channels": note("1,089 schools and learning centres", "1,089所学校和教学中心", facts("EDU-21")),
        "customer_relationships": note(
            "Courses paid in advance; the learning system between classes",
            "预付课程；课间使用智能学习系统",
            facts("EDU-18"),
        ),
        "revenue_streams": note(
            "Course fees and learning devices, 60 % from ten cities",
            "课程费和学习设备，六成来自十个城市",
            facts("EDU-40"),
        ),
        "key_activities": note("Teaching, and planning classes by city", "教学，以及逐城排课", ours),
        "key_resources": note("35,700 teachers", "35,700名教师", facts("EDU-17")),
        "key_partners": note("Makers of learning devices", "学习设备制造商", ours),
        "cost_structure": note(
            "Teachers and rooms, paid before classes fill", "先于招生支付的教师与教室成本", facts("EDU-22")
        ),
    }
