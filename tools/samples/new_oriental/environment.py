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
                "School-subject tutoring was put under non-profit rules",
                "义务教育阶段学科培训被要求转为非营利",
            ),
            source_item="political",
            factor=say("Inspection campaigns and compliance", "监管检查与合规"),
            change=say(
                "The rule of July 2021 that tutoring in school subjects up to grade nine may earn no profit and take no listed money",
                "自2021年7月起，九年级及以下学科类培训不得营利，也不得引入上市融资",
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
            statement=say("Data of pupils must be audited every year", "未成年人数据须逐年合规审计"),
            source_item="political",
            factor=say("Data, privacy and cyber-security law", "数据与安全法规"),
            change=say(
                "The yearly audit of minors' data since January 2024, with a parent's consent under the age of fourteen",
                "自2024年1月起，处理未成年人信息须每年合规审计；不满十四周岁须监护人单独同意",
            ),
            effect="threat",
            impact=3,
            likelihood=5,
            horizon="now",
            felt="unaware",
            evidence=facts("EDU-06", "EDU-07")
            + story.assumed(
                "d-minors",
                "We have not heard the customer speak of it: to be asked.",
                "尚未听客户谈及，需当面询问。",
            ),
            order=2,
        ),
        "f-third-party": Finding(
            statement=say(
                "Schools may bring in providers for after-school programmes", "学校可引入第三方开展课后服务"
            ),
            source_item="political",
            factor=say("Government budget and investment", "财政投入"),
            change=say(
                "The opening of after-school programmes to qualified providers since August 2024",
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
                "One regulation for all off-campus training is being drafted", "校外培训将有统一管理条例"
            ),
            source_item="political",
            factor=say("Licences and market access", "准入资质"),
            change=say(
                "The draft regulation of February 2024 on licences, hours, prices and penalties",
                "2024年2月的征求意见稿拟将许可、时间、价格和处罚统一规定",
            ),
            effect="opportunity",
            impact=3,
            likelihood=3,
            horizon="12_24",
            felt="aware",
            evidence=facts("EDU-04"),
            note=say(
                "A settled rule helps licensed firms; stricter details would turn it into a threat.",
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
            factor=say("Household income and confidence", "居民收入信心"),
            change=say(
                "The fall of growth from 52 % in the first quarter of fiscal 2024 to 1 % two years later",
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
                "The fall of births to about 9 million in 2023, half of 2016, with 11.55 % fewer children in kindergartens",
                "2023年出生约900万人，仅为2016年的一半；当年在园幼儿减少11.55%",
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
                "Learning tablets grow in a shrinking tablet market", "平板市场萎缩，学习机逆势增长"
            ),
            source_item="technological",
            factor=say("Platforms and digital channels", "平台与数字渠道"),
            change=say(
                "The rise of learning tablets to 4.7 million in 2023, and of their online sales by 79.9 % in early 2024",
                "2023年学习平板销量472万台，增长8.1%；2024年一季度线上销量增长79.9%",
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
            statement=say("Language models explain homework for nothing", "大模型免费讲解作业"),
            source_item="technological",
            factor=say("Substitutes that remove a market", "替代技术"),
            change=say(
                "The assistant on the phone that explains homework for nothing",
                "手机助手免费讲题，家长可能不再为讲解付费",
            ),
            effect="threat",
            impact=4,
            horizon="12_24",
            felt="aware",
            evidence=story.assumed(
                "d-models",
                "Our assumption; no figure on New Oriental's courses was found.",
                "我方假设，未找到涉及新东方课程的数据。",
            ),
            order=8,
        ),
    }


def _inside(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-centres": Finding(
            statement=say(
                "Centres grew faster than planned and the spring quarter earned less",
                "教学中心扩张超出计划，春季学期利润下滑",
            ),
            source_framework="internal_change",
            source_item="strategy",
            change=say(
                "37 % more centres in May 2024 than a year before, against 15 to 20 % planned; operating income of the "
                "quarter fell 78 % to US$ 10.5 m",
                "2024年5月教学中心同比增加37%，计划为15%至20%；当季营业利润下降78%，至1,050万美元",
            ),
            effect="weakness",
            felt="worried",
            evidence=facts("EDU-22", "EDU-21"),
            order=20,
        ),
        "f-efficiency": Finding(
            statement=say(
                "Management puts cost and efficiency before growth", "管理层将控本增效置于增长之前"
            ),
            source_framework="internal_change",
            source_item="culture",
            change=say(
                "For fiscal 2026 it guided to 5 to 10 % more revenue after 13.6 %, with cost control across all lines",
                "2026财年收入指引为增长5%至10%（上年13.6%），各业务线全面控制成本",
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
                "Sales value fell from 14.3 to 8.7 billion yuan in the year after the host left in July 2024",
                "2024年7月主播离职后一年，商品交易总额由143亿元降至87亿元",
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
                "The operating margin has not come back to its level before the rules",
                "营业利润率尚未恢复到政策前水平",
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
                "Assets turn slower than before: cash waits and centres fill",
                "资产周转放慢：资金闲置，教学中心待满",
            ),
            source_framework="dupont_roe",
            source_item="turnover",
            change=say(
                "Well over half of all assets were cash and short-term investments in May 2024, US$ 4.8 bn",
                "2024年5月，现金及短期投资48亿美元，占总资产一半以上",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("EDU-36"),
            order=31,
        ),
    }
