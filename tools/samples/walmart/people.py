"""Who at Walmart would be moved to act. Roles, not names; what they think is our assumption until they say it."""

from __future__ import annotations

import datetime as dt

from accountkit.model import Commitment, Motive, Rating, Stakeholder
from accountkit.model.versions import FIRST_OPPORTUNITY
from tools.samples.story import Story


def stakeholders(story: Story) -> dict[str, Stakeholder]:
    """Three roles: who answers for the quarter, who answers for accidents, who moves the goods."""
    say, ours = story.say, story.of_people()
    return {
        "s-cfo": Stakeholder(
            role_title=say("Chief financial officer", "首席财务官"),
            function=say("Finance", "财务"),
            layer="top",
            decision_stage=say("Has named claims as a cause in public", "已公开说明赔付原因"),
            adopter="deliberate",
            admits=("p-claims",),
            evidence=ours + story.facts("WMT-39"),
            order=1,
        ),
        "s-risk": Stakeholder(
            role_title=say("Head of safety and claims", "安全与理赔负责人"),
            function=say("Risk", "风险管理"),
            layer="middle",
            relationship_stage="liking",
            decision_stage=say("Looking for causes", "正在查找原因"),
            adopter="traditional",
            admits=("p-claims",),
            evidence=ours,
            order=2,
        ),
        "s-supply": Stakeholder(
            role_title=say("Head of supply chain, United States", "美国供应链负责人"),
            function=say("Supply chain", "供应链"),
            layer="top",
            decision_stage=say("Rolling out automation", "正在推进自动化"),
            adopter="innovator",
            admits=("p-stock",),
            evidence=ours + story.facts("WMT-29"),
            order=3,
        ),
    }


def motives(story: Story) -> dict[str, Motive]:
    """One per person and need; all ten factors rated, money where it could be estimated."""
    ours = story.of_people()
    return {
        "v-risk": Motive(
            stakeholder_id="s-risk",
            problem_id="p-claims",
            need_id="n-incidents",
            ratings=_risk(story),
            degree="fundamental",
            loss=120_000_000,
            probability=0.5,
            years=3,
            outlay=20_000_000,
            change_cost=6_000_000,
            skill_cost=2_000_000,
            appetite="cautious",
            interest="yes",
            deadline=dt.date(2026, 7, 31),
            budget=25_000_000,
            evidence=ours,
            order=1,
        ),
        "v-supply": Motive(
            stakeholder_id="s-supply",
            problem_id="p-stock",
            need_id="n-order",
            ratings=_supply(story),
            degree="fundamental",
            gain=45_000_000,
            years=4,
            outlay=40_000_000,
            opportunity_cost=10_000_000,
            change_cost=15_000_000,
            skill_cost=5_000_000,
            appetite="bold",
            evidence=ours,
            order=2,
        ),
        "v-cfo": Motive(
            stakeholder_id="s-cfo",
            problem_id="p-claims",
            need_id="n-incidents",
            ratings=_cfo(story),
            degree="fundamental",
            evidence=ours,
            order=3,
        ),
    }


def _risk(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(4, "a same-day, one-page view of each accident", "当日一页看清每起事故"),
        "unsolved_long": rated(5, "claims that grow every year", "逐年增加的赔付", facts("WMT-39")),
        "unsolved_spread": rated(
            5, "a quarter below expectations because of claims", "因赔付低于预期的季度业绩", facts("WMT-39")
        ),
        "solved_long": rated(4, "permanently fewer accidents", "事故持续减少"),
        "solved_spread": rated(4, "safer stores for staff and shoppers", "员工与顾客更安全"),
        "urgency": rated(4, "the comparison of this summer quarter with the last", "夏季季度的同比"),
        "risk": rated(2, "reports with the wrong cause", "归因有误的报告"),
        "obstacle": rated(3, "store managers who fear blame", "店长对追责的担心"),
        "process_change": rated(3, "one reporting form for all stores", "全部门店统一上报"),
        "skill": rated(2, "one hour of training", "一小时培训"),
    }


def _supply(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(4, "ordering by day instead of by pallet", "按日而非按托盘订货"),
        "unsolved_long": rated(3, "delayed returns from automation", "自动化回报推迟"),
        "unsolved_spread": rated(3, "idle inventory in stores", "门店积压的库存"),
        "solved_long": rated(5, "permanently freed cash", "长期释放的资金"),
        "solved_spread": rated(
            4, "one plan for stores, e-commerce and suppliers", "门店、电商与供应商共用的计划"
        ),
        "urgency": rated(3, "the holiday season", "假日季"),
        "risk": rated(3, "visibly empty shelves", "明显的缺货"),
        "obstacle": rated(2, "competing uses of the capital budget", "资本预算的其他用途", facts("WMT-07")),
        "process_change": rated(4, "new processes for buyers and stores", "采购与门店的新流程"),
        "skill": rated(3, "a new tool for planners", "计划人员的新工具"),
    }


def _cfo(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "vision": rated(3, "a known amount with an unknown cause", "金额已知而原因未知"),
        "unsolved_long": rated(4, "guidance at risk again", "再度承压的业绩指引", facts("WMT-39")),
        "unsolved_spread": rated(5, "investors' questions each quarter", "投资者的季度追问"),
        "solved_long": rated(3, "steadier costs", "更平稳的费用"),
        "solved_spread": rated(2, "relief for finance only", "主要惠及财务"),
        "urgency": rated(4, "the close of the July quarter", "即将结束的7月季度"),
        "risk": rated(1, "a small amount", "金额小"),
        "obstacle": rated(2, "a cause owned by another department", "归属其他部门的原因"),
        "process_change": rated(1, "no change in finance", "财务无变化"),
        "skill": rated(1, "nothing new for finance", "财务无需学习"),
    }


def commitments(story: Story) -> dict[str, Commitment]:
    """What the customer did, and what we ask next; one is overdue, one hangs on no motive yet."""
    say, ours = story.say, story.of_people()
    return {
        "c-call": Commitment(
            stakeholder_id="s-risk",
            motive_id="v-risk",
            opportunity_id=FIRST_OPPORTUNITY,
            action=say("Explain how stores report an accident today", "说明门店目前如何上报事故"),
            level="low",
            due=dt.date(2026, 4, 14),
            done_on=dt.date(2026, 4, 14),
            place=say("Video call", "视频会议"),
            manner=say("One hour with two store managers", "与两位店长共同一小时"),
            process="customer_work",
            milestone=say("Search for causes", "原因查找阶段"),
            status="done",
            evidence=ours,
        ),
        "c-sample": Commitment(
            stakeholder_id="s-risk",
            motive_id="v-risk",
            opportunity_id=FIRST_OPPORTUNITY,
            action=say("Share one year of incident reports from one region", "提供一个区域一年的事故报告"),
            level="mid",
            due=dt.date(2026, 4, 30),
            place=say("Bentonville", "本顿维尔"),
            manner=say("Secure data room, two analysts each", "加密数据室，双方各两名分析师"),
            milestone=say("Recurring causes identified", "找出重复原因"),
            status="asked",
            evidence=ours,
            order=1,
        ),
        "c-region": Commitment(
            stakeholder_id="s-supply",
            action=say("Name two regions for daily ordering", "确定两个区域试行按日订货"),
            level="high",
            due=dt.date(2026, 6, 15),
            milestone=say("Regions and measure agreed", "区域及衡量标准确定"),
            status="planned",
            evidence=ours,
            order=2,
        ),
    }
