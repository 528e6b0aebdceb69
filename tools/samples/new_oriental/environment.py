"""What moves New Oriental from outside and inside: the PEST factors, its own changes, its DuPont drivers."""

from __future__ import annotations

from accountkit.model import Finding
from tools.samples.story import Story


def findings(story: Story) -> dict[str, Finding]:
    """The findings by id; what they rest on is in the story's evidence."""
    return (
        _political(story)
        | _economic_and_social(story)
        | _technological(story)
        | _inside(story)
        | _returns(story)
    )


def _political(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-rules": Finding(
            statement=say(
                "School-subject tutoring must be non-profit",
                "义务教育阶段学科培训须为非营利",
            ),
            source_item="political",
            factor=say("Inspections and compliance deadlines", "监管检查与合规时限"),
            change=say(
                "Since July 2021 tutoring in school subjects up to grade nine may not make a profit or raise "
                "listed capital",
                "自2021年7月起，九年级及以下学科类培训不得营利，也不得上市融资",
            ),
            effect="threat",
            impact=5,
            likelihood=5,
            horizon="now",
            felt="worried",
            evidence=facts("EDU-01", "EDU-02"),
            order=1,
        ),
        "f-minors": Finding(
            statement=say("Data on minors must be audited every year", "未成年人数据须每年合规审计"),
            source_item="political",
            factor=say("Data, privacy and cyber-security law", "数据与安全法规"),
            change=say(
                "Since January 2024 the use of minors' data is audited every year; under fourteen it needs a "
                "parent's consent",
                "自2024年1月起，未成年人数据须每年合规审计；不满十四周岁须监护人同意",
            ),
            effect="threat",
            impact=3,
            likelihood=5,
            horizon="now",
            felt="unaware",
            evidence=facts("EDU-06", "EDU-07")
            + story.assumed(
                "d-minors",
                "The customer has not mentioned it; to be asked.",
                "客户尚未提及，待询问。",
            ),
            order=2,
        ),
        "f-third-party": Finding(
            statement=say("Schools may buy after-school programmes", "学校可采购第三方课后服务"),
            source_item="political",
            factor=say("Government budget and investment", "财政投入"),
            change=say(
                "Since August 2024 schools may buy non-academic after-school programmes from qualified providers",
                "自2024年8月起，学校可向有资质的机构采购非学科类课后服务",
            ),
            effect="opportunity",
            impact=3,
            likelihood=4,
            horizon="6_12",
            felt="aware",
            evidence=facts("EDU-05"),
            order=3,
        ),
        "f-draft": Finding(
            statement=say(
                "One regulation for off-campus training is being drafted", "校外培训统一条例正在起草"
            ),
            source_item="political",
            factor=say("Licences and market access", "准入资质"),
            change=say(
                "The draft of February 2024 regulates licences, hours, prices and penalties",
                "2024年2月的征求意见稿拟统一规定许可、时间、价格和处罚",
            ),
            effect="opportunity",
            impact=3,
            likelihood=3,
            horizon="12_24",
            felt="aware",
            evidence=facts("EDU-04"),
            note=say(
                "Clear rules help licensed companies; stricter details would make this a threat.",
                "规则明确有利于持证机构；若细则趋严，则转为威胁。",
            ),
            order=4,
        ),
    }


def _economic_and_social(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-overseas": Finding(
            statement=say(
                "Demand for overseas test preparation has stopped growing", "出国考试培训需求停止增长"
            ),
            source_item="economic",
            factor=say("Household income and confidence", "居民收入与信心"),
            change=say(
                "Growth fell from 52 % in the first quarter of fiscal 2024 to 1 % two years later",
                "增速由2024财年一季度的52%降至两年后的1%",
            ),
            effect="threat",
            impact=4,
            likelihood=5,
            horizon="now",
            felt="worried",
            evidence=facts("EDU-10", "EDU-09"),
            order=5,
        ),
        "f-births": Finding(
            statement=say("Fewer children reach school age each year", "适龄儿童逐年减少"),
            source_item="social",
            factor=say("Ageing and births", "人口结构"),
            change=say(
                "Births fell to about 9 million in 2023, half the level of 2016; kindergarten enrolment fell "
                "11.55 %",
                "2023年出生人口降至约900万，为2016年的一半；在园幼儿减少11.55%",
            ),
            affected_party="customers_customer",
            effect="threat",
            impact=4,
            likelihood=5,
            horizon="12_24",
            felt="aware",
            evidence=facts("EDU-08"),
            order=6,
        ),
    }


def _technological(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-tablets": Finding(
            statement=say(
                "Learning tablets grow while the tablet market shrinks", "平板市场萎缩，学习机逆势增长"
            ),
            source_item="technological",
            factor=say("Platforms and digital channels", "平台与数字渠道"),
            change=say(
                "Learning tablet sales reached 4.7 million in 2023; online sales rose 79.9 % in early 2024",
                "2023年学习平板销量约470万台；2024年一季度线上销量增长79.9%",
            ),
            effect="opportunity",
            impact=3,
            likelihood=4,
            horizon="now",
            felt="excited",
            evidence=facts("EDU-11"),
            order=7,
        ),
        "f-models": Finding(
            statement=say("AI assistants explain homework for free", "大模型免费讲解作业"),
            source_item="technological",
            factor=say("Substitute technologies", "替代技术"),
            change=say(
                "Free assistants on phones may replace paid explanations",
                "手机助手免费讲题，家长可能不再为讲解付费",
            ),
            effect="threat",
            impact=4,
            horizon="12_24",
            felt="aware",
            evidence=story.assumed(
                "d-models",
                "Our assumption; no figure for New Oriental's courses was found.",
                "我方假设，未找到新东方课程的相关数据。",
            ),
            order=8,
        ),
    }


def _inside(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-centres": Finding(
            statement=say(
                "Centres grew faster than planned, and spring-quarter profit fell",
                "教学中心扩张超出计划，春季季度利润下降",
            ),
            source_framework="internal_change",
            source_item="strategy",
            change=say(
                "In May 2024 centres were up 37 % on a year earlier (plan: 15 to 20 %); operating income of the "
                "quarter fell 78 % to US$ 10.5 m",
                "2024年5月教学中心同比增加37%（计划15%至20%）；当季营业利润下降78%，至1,050万美元",
            ),
            effect="weakness",
            felt="worried",
            evidence=facts("EDU-22", "EDU-21"),
            order=20,
        ),
        "f-efficiency": Finding(
            statement=say("Management puts efficiency before growth", "管理层将控本增效置于增长之前"),
            source_framework="internal_change",
            source_item="culture",
            change=say(
                "Guidance for fiscal 2026 is 5 to 10 % revenue growth (13.6 % a year earlier), with cost control "
                "in all lines",
                "2026财年收入指引为增长5%至10%（上年13.6%），各业务线控制成本",
            ),
            effect="opportunity",
            felt="excited",
            evidence=facts("EDU-31"),
            order=21,
        ),
        "f-host": Finding(
            statement=say(
                "East Buy lost its best-known host and almost 40 % of its sales",
                "东方甄选失去头部主播，销售额下降近四成",
            ),
            source_framework="internal_change",
            source_item="people",
            change=say(
                "The host left in July 2024; sales fell from RMB 14.3 bn to RMB 8.7 bn in the following year",
                "主播2024年7月离职，此后一年商品交易总额由143亿元降至87亿元",
            ),
            effect="weakness",
            felt="worried",
            evidence=facts("EDU-28", "EDU-29"),
            order=22,
        ),
    }


def _returns(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-margin": Finding(
            statement=say(
                "The operating margin is below its level before the rules",
                "营业利润率尚未恢复至政策前水平",
            ),
            source_framework="dupont_roe",
            source_item="margin",
            change=say(
                "11.1 % in fiscal 2020, 8.1 % in fiscal 2024, about 8.7 % in fiscal 2025",
                "2020财年11.1%，2024财年8.1%，2025财年约8.7%",
            ),
            effect="weakness",
            felt="worried",
            evidence=facts("EDU-38"),
            order=30,
        ),
        "f-turnover": Finding(
            statement=say(
                "Asset turnover is down: idle cash, and centres not yet full",
                "总资产周转率下降：资金闲置，教学中心未满",
            ),
            source_framework="dupont_roe",
            source_item="turnover",
            change=say(
                "In May 2024 cash and short-term investments of US$ 4.8 bn made up well over half of total assets",
                "2024年5月，现金及短期投资48亿美元，占总资产一半以上",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("EDU-36"),
            order=31,
        ),
    }
