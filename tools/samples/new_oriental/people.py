"""Who at New Oriental would be moved to act. Roles, not names; what they think is our assumption until they say it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Commitment, Motive, Rating, Stakeholder
from accountkit.model.versions import FIRST_OPPORTUNITY
from tools.samples.story import Story


def stakeholders(story: Story) -> dict[str, Stakeholder]:
    """Three roles: who pays, who runs the centres, who owns the learning system."""
    say, ours = story.say, story.of_people()
    return {
        "s-cfo": Stakeholder(
            role_title=say("Chief financial officer", "首席财务官"),
            function=say("Finance", "财务"),
            layer="top",
            decision_stage=say("Comparing ways to reduce costs", "正在比较降本方案"),
            adopter="deliberate",
            admits=("p-margin", "p-overseas"),
            evidence=ours + story.facts("EDU-31"),
            order=1,
        ),
        "s-operations": Stakeholder(
            role_title=say("Head of learning centres", "教学中心负责人"),
            function=say("Operations", "运营"),
            layer="middle",
            relationship_stage="liking",
            decision_stage=say("Looking for a way to plan the autumn term", "正在寻找秋季排课方法"),
            adopter="opinion_leader",
            admits=("p-margin",),
            evidence=ours,
            order=2,
        ),
        "s-product": Stakeholder(
            role_title=say("Head of learning products", "学习产品负责人"),
            function=say("Products and technology", "产品与技术"),
            layer="middle",
            decision_stage=say("Not looking yet", "尚未开始"),
            adopter="deliberate",
            evidence=ours,
            order=3,
        ),
    }


def motives(story: Story) -> dict[str, Motive]:
    """One per person and need; all ten factors rated, money where it could be estimated."""
    ours = story.of_people()
    return {
        "v-operations": Motive(
            stakeholder_id="s-operations",
            problem_id="p-margin",
            need_id="n-plan",
            ratings=_operations(story),
            degree="fundamental",
            gain=9_000_000,
            years=3,
            outlay=4_000_000,
            opportunity_cost=500_000,
            change_cost=1_000_000,
            skill_cost=500_000,
            appetite="normal",
            interest="yes",
            deadline=dt.date(2026, 8, 31),
            time_resource="yes",
            evidence=ours,
            order=1,
        ),
        "v-cfo": Motive(
            stakeholder_id="s-cfo",
            problem_id="p-margin",
            need_id="n-plan",
            ratings=_cfo(story),
            degree="fundamental",
            gain=9_000_000,
            years=5,
            outlay=4_000_000,
            opportunity_cost=500_000,
            change_cost=1_000_000,
            skill_cost=500_000,
            appetite="normal",
            evidence=ours,
            order=2,
        ),
        "v-product": Motive(
            stakeholder_id="s-product",
            problem_id="p-users",
            need_id="n-renewal",
            ratings=_product(story),
            degree="temporary",
            evidence=ours,
            order=3,
        ),
    }


def _operations(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "vision": rated(3, "a timetable that follows enrolments", "按报名编排的课表"),
        "unsolved_long": rated(
            5, "paid hours not taught, more with each new centre", "随新中心增加的付薪闲置课时"
        ),
        "unsolved_spread": rated(
            4, "investors' questions about the spring quarter", "投资者对春季季度的追问"
        ),
        "solved_long": rated(4, "savings in every term", "每学期节省的成本"),
        "solved_spread": rated(3, "steadier timetables for teachers", "更稳定的教师课表"),
        "urgency": rated(4, "the autumn timetable, due in August", "8月须确定的秋季课表"),
        "risk": rated(3, "planning errors visible in classrooms", "直接影响课堂的排课差错"),
        "obstacle": rated(4, "cities that keep control of timetables", "各城市不愿交出的排课权"),
        "process_change": rated(2, "a new tool for planners", "排课人员的新工具"),
        "skill": rated(2, "two days of training", "两天培训"),
    }


def _cfo(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(4, "the value of one point of margin", "一个百分点利润率的价值"),
        "unsolved_long": rated(4, "a margin below this year's plan", "低于年度预期的利润率"),
        "unsolved_spread": rated(4, "the market's doubt about the expansion", "市场对扩张的质疑"),
        "solved_long": rated(4, "shareholder returns, as promised", "已承诺的股东回报", facts("EDU-23")),
        "solved_spread": rated(3, "a planning method for other lines", "可推广至其他业务线的排课方法"),
        "urgency": rated(3, "the budget now being set", "正在编制的新财年预算"),
        "risk": rated(2, "a pilot without savings", "试点未见成效"),
        "obstacle": rated(2, "competing projects", "争用同一资金的其他项目", facts("EDU-36")),
        "process_change": rated(2, "one additional report", "新增一份报表"),
        "skill": rated(1, "nothing new for finance", "财务无需学习"),
    }


def _product(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "vision": rated(2, "features rather than families", "偏重功能而非家庭"),
        "unsolved_long": rated(3, "autumn growth lost each spring", "春季流失的秋季增长"),
        "unsolved_spread": rated(2, "losses seen only by the product team", "仅产品团队察觉的流失"),
        "solved_long": rated(4, "annual renewals", "逐年续费"),
        "solved_spread": rated(3, "device sales to retained families", "留存家庭带动的设备销售"),
        "urgency": rated(2, "no deadline yet", "尚无时限"),
        "risk": rated(2, "calls that disturb parents", "打扰家长的回访"),
        "obstacle": rated(3, "parental consent for minors' data", "未成年人数据所需的家长同意"),
        "process_change": rated(3, "additional calls by tutors", "辅导老师新增的回访"),
        "skill": rated(2, "a short script to learn", "一份简短话术"),
    }


def commitments(story: Story) -> dict[str, Commitment]:
    """What the customer did, and what we ask next; the one that we plan hangs on no motive yet."""
    say, ours = story.say, story.of_people()
    return {
        "c-tour": Commitment(
            stakeholder_id="s-operations",
            motive_id="v-operations",
            opportunity_id=FIRST_OPPORTUNITY,
            action=say("Show how one centre plans its term", "演示一个教学中心的学期排课"),
            level="low",
            due=dt.date(2026, 4, 16),
            done_on=dt.date(2026, 4, 16),
            place=say("Beijing", "北京"),
            manner=say("Half a day on site", "现场半天"),
            process="customer_work",
            milestone=say("Joint analysis", "联合分析阶段"),
            status="done",
            evidence=ours,
        ),
        "c-data": Commitment(
            stakeholder_id="s-operations",
            motive_id="v-operations",
            opportunity_id=FIRST_OPPORTUNITY,
            action=say(
                "Share enrolment and room data of two cities for a joint review",
                "提供两个城市的报名和教室数据，共同分析",
            ),
            level="mid",
            due=dt.date(2026, 5, 20),
            place=say("Beijing", "北京"),
            manner=say("Half a day with planning and finance", "与排课、财务部门共同半天"),
            milestone=say("Unused teaching hours identified", "掌握闲置课时"),
            status="asked",
            evidence=ours,
            order=1,
        ),
        "c-pilot": Commitment(
            stakeholder_id="s-cfo",
            opportunity_id=FIRST_OPPORTUNITY,
            action=say("Decide on an autumn pilot in ten centres", "决定秋季学期在十个教学中心试点"),
            level="high",
            due=dt.date(2026, 6, 30),
            milestone=say("Pilot and success criteria agreed", "试点及成功标准确定"),
            stage="internal_brew",
            status="planned",
            evidence=ours,
            order=2,
        ),
    }
