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
            statement=say("Tariffs make imported goods dearer", "关税推高进口商品成本"),
            source_item="political",
            factor=say("Trade policy, tariffs, sanctions", "贸易政策"),
            change=say(
                "The tariff of at least 10 % on most imports and 30 % on most Chinese goods since May 2025",
                "自2025年5月起，多数进口商品关税至少10%，多数中国商品30%；库存更替带动成本上升",
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
            statement=say("Food assistance is being cut", "联邦食品补助削减"),
            source_item="political",
            factor=say("Government budget and investment", "财政投入"),
            change=say(
                "The cut of food assistance, a quarter of which is spent at Walmart, by some US$ 230 bn through 2034",
                "约四分之一的SNAP补助在沃尔玛消费；到2034年计划削减约2,300亿美元",
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
            statement=say("Store wages have moved up for good", "门店薪资水平上移"),
            source_item="economic",
            factor=say("Wages", "人力成本"),
            change=say(
                "The rise of the lowest hourly wage from 12 to 14 dollars in 2023, for 340,000 people",
                "2023年最低时薪由12美元升至14美元，涉及34万人",
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
            statement=say("Dear food crowds out goods with a better margin", "食品涨价挤占高毛利商品"),
            source_item="economic",
            factor=say("Household income and confidence", "居民收入信心"),
            change=say(
                "The share of groceries, almost 60 % of US sales and at a lower margin",
                "食品杂货约占美国业务销售的60%，毛利低于百货",
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
            statement=say("Households with higher incomes come to Walmart", "高收入家庭转向沃尔玛"),
            source_item="social",
            factor=say("Household income and confidence", "居民收入信心"),
            change=say(
                "The inflow of households earning above 100,000 dollars, 75 % of the share gained in autumn 2025",
                "2025年秋季新增份额中75%来自年收入10万美元以上家庭",
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
                "The rise of store brands to nearly 26 % of units in food and drink in 2023",
                "2023年自有品牌占食品饮料销量近26%，上年为24.7%",
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
            statement=say("Online trade has become profitable", "电商业务实现盈利"),
            source_item="technological",
            factor=say("Platforms and digital channels", "平台与数字渠道"),
            change=say(
                "The growth of online trade to US$ 121 bn in fiscal 2025, with its first profit in spring 2025",
                "2025财年1,210亿美元，占净销售额18%，2025年春季首次盈利",
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
                "Assistants of others may choose for the shopper", "第三方智能助手可能替顾客做选择"
            ),
            source_item="technological",
            factor=say("AI and automation", "人工智能自动化"),
            change=say(
                "The shopping assistant of others that could stand between Walmart and its shopper",
                "沃尔玛2025年6月推出自有助手；外部助手可能横亘在其与顾客之间",
            ),
            effect="threat",
            impact=4,
            horizon="12_24",
            felt="unaware",
            evidence=story.assumed(
                "d-agents",
                "Our assumption; nobody at the customer has spoken of it.",
                "我方假设，客户尚未谈及。",
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
                "Aim of April 2023 for January 2026: 65 % of stores served by automation, unit costs 20 % lower",
                "2023年4月设定的2026年1月目标：65%门店由自动化供货，单位成本下降20%",
            ),
            effect="opportunity",
            felt="excited",
            evidence=facts("WMT-29", "WMT-30"),
            note=say("What has been reached was not found.", "实际完成情况未找到。"),
            order=20,
        ),
        "f-chief": Finding(
            statement=say("A new chief executive was named", "任命新任首席执行官"),
            source_framework="internal_change",
            source_item="people",
            change=say(
                "The head of the US business was named to lead the company from 1 February 2026",
                "美国业务负责人获任命，自2026年2月1日起执掌公司",
            ),
            effect="opportunity",
            felt="excited",
            evidence=facts("WMT-33"),
            order=21,
        ),
        "f-claims": Finding(
            statement=say("Liability claims took a bite out of a quarter", "责任赔付侵蚀季度利润"),
            source_framework="internal_change",
            source_item="capital",
            change=say(
                "Claims US$ 450 m higher than a year before brought operating income of summer 2025 down by 8.2 %",
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
            statement=say("The operating margin is below its best", "营业利润率低于历史最好水平"),
            source_framework="dupont_roe",
            source_item="margin",
            change=say(
                "4.53 % of revenue in fiscal 2022, 4.31 % in 2025, 4.18 % in 2026",
                "占收入比：2022财年4.53%，2025财年4.31%，2026财年4.18%",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("WMT-02"),
            order=30,
        ),
        "f-stock": Finding(
            statement=say("Stock turns faster than three years ago", "库存周转快于三年前"),
            source_framework="dupont_roe",
            source_item="turnover",
            change=say(
                "Inventory days fell from 48.1 in fiscal 2022 to 40.1 in fiscal 2026; the best was 39.0",
                "库存天数由2022财年的48.1天降至2026财年的40.1天，最好为39.0天",
            ),
            effect="strength",
            felt="excited",
            evidence=facts("WMT-04", "WMT-40"),
            order=31,
        ),
        "f-debt": Finding(
            statement=say("Short-term borrowing has grown", "短期借款增加"),
            source_framework="dupont_roe",
            source_item="multiplier",
            change=say(
                "From US$ 0.4 bn in January 2022 to 3.1 bn in January 2025; interest rose to US$ 2.7 bn",
                "由2022年1月的4亿美元增至2025年1月的31亿美元，利息支出升至27亿美元",
            ),
            effect="weakness",
            felt="aware",
            evidence=facts("WMT-06"),
            order=32,
        ),
    }
