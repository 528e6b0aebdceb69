"""What moves Walmart from outside and inside: the PEST factors, its own changes, its DuPont drivers."""

from __future__ import annotations

from accountkit.model import Finding
from tools.samples.story import Story


def findings(story: Story) -> dict[str, Finding]:
    """The findings by id; what they rest on is in the story's evidence."""
    return (
        _political(story)
        | _social_and_economic(story)
        | _technological(story)
        | _inside(story)
        | _returns(story)
    )


def _political(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-tariffs": Finding(
            statement=say("Tariffs raise import costs", "关税推高进口成本"),
            source_item="political",
            factor=say("Trade policy, tariffs, sanctions", "贸易政策"),
            change=say(
                "Since May 2025 tariffs are at least 10 % on most imports and 30 % on most Chinese goods",
                "2025年5月起，多数进口商品关税至少10%，多数中国商品30%",
            ),
            affected_party="supply_chain",
            effect="threat",
            impact=4,
            likelihood=5,
            horizon="now",
            felt="worried",
            evidence=facts("WMT-11", "WMT-12"),
            order=1,
        ),
        "f-snap": Finding(
            statement=say("Food assistance is cut", "联邦食品补助削减"),
            source_item="political",
            factor=say("Government budget and investment", "财政投入"),
            change=say(
                "Food assistance is cut by about US$ 230 bn through 2034; a quarter of it is spent at Walmart",
                "食品补助到2034年削减约2,300亿美元，其中约四分之一在沃尔玛消费",
            ),
            affected_party="customers_customer",
            effect="threat",
            impact=3,
            likelihood=4,
            horizon="6_12",
            felt="worried",
            evidence=facts("WMT-13"),
            order=2,
        ),
    }


def _social_and_economic(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-wages": Finding(
            statement=say("Store wages have risen permanently", "门店薪资水平上移"),
            source_item="economic",
            factor=say("Wages", "人力成本"),
            change=say(
                "In 2023 the lowest hourly wage rose from US$ 12 to US$ 14 for 340,000 employees",
                "2023年最低时薪由12美元升至14美元，涉及34万名员工",
            ),
            effect="threat",
            impact=3,
            likelihood=5,
            horizon="now",
            felt="aware",
            evidence=facts("WMT-14"),
            order=3,
        ),
        "f-inflation": Finding(
            statement=say(
                "Food inflation is shifting the mix to lower-margin goods", "食品涨价使低毛利商品占比上升"
            ),
            source_item="economic",
            factor=say("Household income and confidence", "居民收入与信心"),
            change=say(
                "Groceries make up almost 60 % of US sales, at a lower margin",
                "食品杂货占美国业务近60%，毛利低于百货",
            ),
            affected_party="customers_customer",
            effect="weakness",
            impact=3,
            likelihood=4,
            horizon="now",
            felt="aware",
            evidence=facts("WMT-10", "WMT-15"),
            order=4,
        ),
        "f-incomes": Finding(
            statement=say("Higher-income households are switching to Walmart", "高收入家庭转向沃尔玛"),
            source_item="social",
            factor=say("Household income and confidence", "居民收入与信心"),
            change=say(
                "Households earning above US$ 100,000 accounted for 75 % of the share gained in autumn 2025",
                "2025年秋季新增份额的75%来自年收入10万美元以上的家庭",
            ),
            affected_party="customers_customer",
            effect="opportunity",
            impact=4,
            likelihood=4,
            horizon="now",
            felt="excited",
            evidence=facts("WMT-16"),
            order=5,
        ),
        "f-labels": Finding(
            statement=say("Shoppers accept store brands", "消费者接受自有品牌"),
            source_item="social",
            factor=say("Buying habits", "消费习惯"),
            change=say(
                "Store brands rose to nearly 26 % of food and drink units in 2023",
                "2023年自有品牌占食品饮料销量近26%",
            ),
            affected_party="customers_customer",
            effect="opportunity",
            impact=3,
            likelihood=4,
            horizon="6_12",
            felt="aware",
            evidence=facts("WMT-17", "WMT-27"),
            order=6,
        ),
    }


def _technological(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-online": Finding(
            statement=say("E-commerce has become profitable", "电商业务实现盈利"),
            source_item="technological",
            factor=say("Platforms and digital channels", "平台与数字渠道"),
            change=say(
                "E-commerce sales reached US$ 121 bn in fiscal 2025, with a first profit in spring 2025",
                "2025财年电商销售额1,210亿美元，2025年春季首次盈利",
            ),
            effect="strength",
            impact=4,
            likelihood=5,
            horizon="now",
            felt="excited",
            evidence=facts("WMT-19"),
            order=7,
        ),
        "f-agents": Finding(
            statement=say(
                "Third-party AI assistants may choose for shoppers", "第三方智能助手可能替顾客做选择"
            ),
            source_item="technological",
            factor=say("AI and automation", "人工智能与自动化"),
            change=say(
                "Third-party shopping assistants could come between Walmart and its customers",
                "第三方购物助手可能介入沃尔玛与顾客之间",
            ),
            effect="threat",
            impact=4,
            horizon="12_24",
            felt="unaware",
            evidence=story.assumed(
                "d-agents",
                "Our assumption; the customer has not mentioned it.",
                "我方假设，客户尚未提及。",
            ),
            order=8,
        ),
    }


def _inside(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-automation": Finding(
            statement=say("Warehouses are being automated", "仓储正在自动化"),
            source_framework="internal_change",
            source_item="strategy",
            change=say(
                "Target set in April 2023 for January 2026: 65 % of stores served by automation, unit costs 20 % "
                "lower",
                "2023年4月设定的2026年1月目标：65%门店由自动化供货，单位成本下降20%",
            ),
            effect="opportunity",
            felt="excited",
            evidence=facts("WMT-29", "WMT-30"),
            note=say("Actual results were not found.", "未找到实际完成情况。"),
            order=20,
        ),
        "f-chief": Finding(
            statement=say("A new chief executive was named", "任命新任首席执行官"),
            source_framework="internal_change",
            source_item="people",
            change=say(
                "The head of the US business was named chief executive from 1 February 2026",
                "美国业务负责人获任首席执行官，自2026年2月1日起任职",
            ),
            effect="opportunity",
            felt="excited",
            evidence=facts("WMT-33"),
            order=21,
        ),
        "f-claims": Finding(
            statement=say("Liability claims reduced quarterly profit", "责任赔付拉低季度利润"),
            source_framework="internal_change",
            source_item="capital",
            change=say(
                "Claims rose by US$ 450 m, and operating income of summer 2025 fell 8.2 %",
                "赔付同比增加4.5亿美元，2025年夏季营业利润下降8.2%",
            ),
            effect="weakness",
            felt="worried",
            evidence=facts("WMT-39"),
            order=22,
        ),
    }


def _returns(story: Story) -> dict[str, Finding]:
    say, facts = story.say, story.facts
    return {
        "f-margin": Finding(
            statement=say("The operating margin is below its best level", "营业利润率低于最好水平"),
            source_framework="dupont_roe",
            source_item="margin",
            change=say(
                "4.53 % in fiscal 2022, 4.31 % in 2025, 4.18 % in 2026",
                "2022财年4.53%，2025财年4.31%，2026财年4.18%",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("WMT-02"),
            order=30,
        ),
        "f-stock": Finding(
            statement=say("Inventory turns faster than in fiscal 2022", "存货周转快于2022财年"),
            source_framework="dupont_roe",
            source_item="turnover",
            change=say(
                "Inventory days fell from 48.1 in fiscal 2022 to 40.1 in fiscal 2026; the best level was 39.0",
                "存货周转天数由2022财年的48.1天降至2026财年的40.1天，最好为39.0天",
            ),
            effect="strength",
            felt="excited",
            evidence=facts("WMT-04", "WMT-40"),
            order=31,
        ),
        "f-debt": Finding(
            statement=say("Short-term borrowing has increased", "短期借款增加"),
            source_framework="dupont_roe",
            source_item="multiplier",
            change=say(
                "Short-term borrowing rose from US$ 0.4 bn in January 2022 to US$ 3.1 bn in January 2025; "
                "interest rose to US$ 2.7 bn",
                "短期借款由2022年1月的4亿美元增至2025年1月的31亿美元，利息支出升至27亿美元",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("WMT-06"),
            order=32,
        ),
    }
