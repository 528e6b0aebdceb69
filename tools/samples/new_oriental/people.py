"""Who at New Oriental would be moved to act. Roles, not names; what they think is our assumption until they say it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Commitment, Motive, Objective, Rating, Stakeholder
from tools.samples.story import Story


def _assumption(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-people",
        "Our assumption for this sample: nobody at the company was asked.",
        "本示例的假设:未向该公司任何人求证。",
    )


def stakeholders(story: Story) -> dict[str, Stakeholder]:
    """Three roles: who pays, who runs the centres, who owns the learning system."""
    say, ours = story.say, _assumption(story)
    return {
        "s-cfo": Stakeholder(
            role_title=say("Chief financial officer", "首席财务官"),
            function=say("Finance", "财务"),
            layer="top",
            decision_stage=say("Compares ways to bring costs down", "比较各种降本方案"),
            adopter="deliberate",
            admits=("p-margin", "p-overseas"),
            evidence=ours + story.facts("EDU-31"),
            order=1,
        ),
        "s-operations": Stakeholder(
            role_title=say("Head of learning centres", "教学中心负责人"),
            function=say("Operations", "运营"),
            layer="middle",
            decision_stage=say("Looks for a way to plan the autumn term", "正寻找秋季排课的办法"),
            adopter="opinion_leader",
            admits=("p-margin",),
            evidence=ours,
            order=2,
        ),
        "s-product": Stakeholder(
            role_title=say("Head of learning products", "学习产品负责人"),
            function=say("Products and technology", "产品与技术"),
            layer="middle",
            decision_stage=say("Not yet looking", "尚未开始考虑"),
            adopter="deliberate",
            evidence=ours,
            order=3,
        ),
    }


def motives(story: Story) -> dict[str, Motive]:
    """One per person and need; all ten factors rated, money where it could be estimated."""
    ours = _assumption(story)
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
        "vision": rated(3, "Can say what a good timetable would look like", "说得出理想课表的样子"),
        "unsolved_long": rated(5, "Empty hours add up with every new centre", "每开一家中心,空置课时就多一分"),
        "unsolved_spread": rated(4, "The spring quarter is asked about by investors", "投资者会追问春季学期"),
        "solved_long": rated(4, "Saves in every term", "每个学期都能节省"),
        "solved_spread": rated(3, "Teachers get steadier timetables", "教师课表更稳定"),
        "urgency": rated(4, "The autumn timetable is set in August", "秋季课表八月确定"),
        "risk": rated(3, "A wrong plan shows in full classrooms", "计划出错,课堂立刻可见"),
        "obstacle": rated(4, "Cities guard their own timetables", "各城市不愿交出排课权"),
        "process_change": rated(2, "Planners work in another tool", "排课人员换用新工具"),
        "skill": rated(2, "Two days of training", "两天培训"),
    }


def _cfo(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(4, "Knows what a point of margin is worth", "清楚一个百分点利润率的价值"),
        "unsolved_long": rated(4, "The margin promised for the year is missed", "全年利润率目标落空"),
        "unsolved_spread": rated(4, "The market doubts the expansion", "市场质疑扩张"),
        "solved_long": rated(4, "Half of net income is promised to shareholders", "已承诺净利润一半回报股东", facts("EDU-23")),
        "solved_spread": rated(3, "Other lines could plan the same way", "其他业务线可照此规划"),
        "urgency": rated(3, "The budget of the new year is being set", "正在编制新财年预算"),
        "risk": rated(2, "Small against the whole", "相对整体规模很小"),
        "obstacle": rated(2, "Funds are there", "资金充裕", facts("EDU-36")),
        "process_change": rated(2, "Finance reports stay as they are", "财务报告流程不变"),
        "skill": rated(1, "None for finance", "财务无需学习"),
    }


def _product(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "vision": rated(2, "Thinks of features, not of families", "关注功能多于家庭"),
        "unsolved_long": rated(3, "Autumn growth is lost each spring", "秋季增长每到春季流失"),
        "unsolved_spread": rated(2, "Seen by the product team only", "仅产品团队察觉"),
        "solved_long": rated(4, "Renewals repeat", "续费可持续"),
        "solved_spread": rated(3, "Sales of devices follow", "带动设备销售"),
        "urgency": rated(2, "No date yet", "尚无时限"),
        "risk": rated(2, "Easy to switch off", "随时可停用"),
        "obstacle": rated(3, "Data of minors need a parent's consent", "未成年人数据须家长同意"),
        "process_change": rated(3, "Tutors make calls they did not make before", "辅导老师新增回访"),
        "skill": rated(2, "A short script", "一份简短话术"),
    }


def commitments(story: Story) -> dict[str, Commitment]:
    """What we ask the customer to do next; the second one hangs on no motive yet."""
    say, ours = story.say, _assumption(story)
    return {
        "c-data": Commitment(
            stakeholder_id="s-operations",
            motive_id="v-operations",
            action=say("Give enrolment and room data of two cities for a joint review", "提供两个城市的报名和教室数据,共同分析"),
            level="mid",
            due=dt.date(2026, 5, 20),
            place=say("Beijing", "北京"),
            manner=say("Half a day with planning and finance", "与排课、财务共同半天"),
            milestone=say("Unused teaching hours are known", "掌握闲置课时"),
            status="asked",
            evidence=ours,
            order=1,
        ),
        "c-pilot": Commitment(
            stakeholder_id="s-cfo",
            action=say("Decide on a pilot in ten centres for the autumn term", "决定秋季学期在十个教学中心试点"),
            level="high",
            due=dt.date(2026, 6, 30),
            milestone=say("Pilot agreed with a measure of success", "试点及成功标准确定"),
            status="planned",
            evidence=ours,
            order=2,
        ),
    }


def objective(story: Story) -> Objective:
    """What we would sell, to whom, for how much, by when."""
    return Objective(
        who=story.say("New Oriental, learning centres", "新东方教学中心"),
        what=story.say("Enrolment-based planning for its 60 cities, three years", "覆盖60个城市的按报名排课服务,三年"),
        how_much=4_000_000,
        when=dt.date(2026, 9, 30),
        guided_by="us",
        commitment_ids=("c-data", "c-pilot"),
        evidence=_assumption(story),
    )
