"""Who squeezes Walmart: the five forces with their drivers, the adapted reading, and the rivals."""

from __future__ import annotations

from accountkit.model import Answer, Finding, Rating
from tools.samples.story import Story


def findings(story: Story) -> dict[str, Finding]:
    """What was made of the forces."""
    say, facts = story.say, story.facts
    return {
        "f-amazon": Finding(
            statement=say("Amazon is expanding in fresh food", "亚马逊扩张生鲜业务"),
            source_framework="five_forces",
            source_item="rivalry",
            change=say(
                "Since August 2025 Amazon delivers fresh food on the same day in 1,000 cities; 2,300 were "
                "planned by year-end",
                "2025年8月起，亚马逊在1,000个城市提供生鲜当日达，计划年底达2,300个",
            ),
            affected_party="competitor",
            effect="threat",
            felt="worried",
            evidence=facts("WMT-21", "WMT-20"),
            order=10,
        ),
        "f-aldi": Finding(
            statement=say("Discounters open stores the fastest", "折扣店开店最快"),
            source_framework="five_forces",
            source_item="new_entrants",
            change=say(
                "Aldi plans more than 180 new US stores in 2026, and 3,200 in total by the end of 2028",
                "奥乐齐计划2026年在美新开180多家，2028年底达3,200家",
            ),
            affected_party="competitor",
            effect="threat",
            felt="aware",
            evidence=facts("WMT-23"),
            order=11,
        ),
    }


def answer(story: Story) -> Answer:
    """The rated drivers (1 weak to 5 strong pressure), the expected forces, and the rivals."""
    return Answer(
        ratings=_rivalry(story)
        | _entry(story)
        | _substitutes(story)
        | _suppliers(story)
        | _buyers(story)
        | _adapted(story),
        notes={
            "rivalry_lever": story.say("Deliver fastest, from the nearest store", "以就近门店实现最快配送"),
            "buyer_power_lever": story.say("Increase the value of membership", "提升会员权益"),
            "supplier_power_lever": story.say(
                "Use store brands where suppliers raise prices", "供应商涨价时以自有品牌替代"
            ),
        },
        records=_rivals(story),
    )


def _ours(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-forces",
        "Our assessment of the market, to be checked with the customer.",
        "我方对市场的判断，待与客户核对。",
    )


def _rivalry(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "rival_number": rated(
            4,
            "Amazon, Costco, Target, Kroger and discounters",
            "亚马逊、开市客、塔吉特、克罗格及折扣店",
            facts("WMT-20", "WMT-22"),
        ),
        "growth": rated(4, "A mature market", "成熟市场", _ours(story)),
        "sameness": rated(5, "Same brands in all stores", "各家销售相同品牌", _ours(story)),
        "fixed_cost": rated(
            4, "Stores, fleets and a rising capital budget", "门店、车队和上升的资本开支", facts("WMT-07")
        ),
        "overcapacity": rated(
            3, "Store capacity fits; dark stores are added", "门店适量，前置仓增加", _ours(story)
        ),
        "exit_barrier": rated(3, "Leased and owned land", "自有及租赁物业", _ours(story)),
        "rival_intent": rated(
            5,
            "Amazon's revenue exceeded Walmart's in one quarter",
            "亚马逊单季收入首次超过沃尔玛",
            facts("WMT-20", "WMT-21"),
        ),
        "rivalry": Rating(expected=5),
    }


def _entry(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "scale": rated(2, "Low prices require scale", "低价须有规模", _ours(story)),
        "brand_loyalty": rated(
            3, "Shoppers use several retailers", "顾客同时选择多家零售商", facts("WMT-28")
        ),
        "capital": rated(2, "Stores and warehouses cost billions", "门店与仓库须投入数十亿", facts("WMT-07")),
        "channel_access": rated(
            4, "Marketplaces are open to all", "第三方平台对所有企业开放", facts("WMT-24")
        ),
        "know_how": rated(3, "Data on its own shoppers", "自有顾客数据", _ours(story)),
        "licence": rated(5, "Minimal", "门槛很低", _ours(story)),
        "retaliation": rated(2, "Prices fall where a discounter opens", "折扣店开业后随即降价", _ours(story)),
        "new_entrants": Rating(expected=3),
    }


def _substitutes(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "price_performance": rated(2, "Meal delivery is more expensive", "外卖更贵", _ours(story)),
        "switch_cost_sub": rated(4, "Another app is enough", "换用其他App即可", _ours(story)),
        "propensity": rated(3, "Younger households cook less", "年轻家庭下厨减少", _ours(story)),
        "substitutes": Rating(expected=3),
    }


def _suppliers(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "supplier_concentration": rated(2, "Tens of thousands of suppliers", "供应商数以万计", _ours(story)),
        "input_unique": rated(3, "Shoppers expect certain brands", "顾客期待特定品牌", facts("WMT-26")),
        "switch_cost_in": rated(
            2, "Store brands are an alternative", "自有品牌可替代", facts("WMT-27", "WMT-26")
        ),
        "input_substitute": rated(2, "Most goods have a second source", "多数商品有第二货源", _ours(story)),
        "forward": rated(2, "Few brands sell enough directly", "能靠直销的品牌很少", _ours(story)),
        "importance_to_supplier": rated(
            1, "A fifth of Kraft Heinz's sales", "占卡夫亨氏销售的五分之一", facts("WMT-25")
        ),
        "supplier_power": Rating(expected=2),
    }


def _buyers(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "buyer_concentration": rated(1, "Millions of households", "数以百万计的家庭", _ours(story)),
        "standard": rated(5, "Packaged goods", "标准包装商品", _ours(story)),
        "switch_cost_out": rated(5, "None", "没有", facts("WMT-28")),
        "backward": rated(1, "Households do not produce", "家庭不会自行生产", _ours(story)),
        "price_sensitive": rated(
            5,
            "Food is a large share of small budgets",
            "食品在低收入家庭支出中占比高",
            facts("WMT-13", "WMT-15"),
        ),
        "transparency": rated(5, "Prices are compared by phone", "手机即可比价", _ours(story)),
        "buyer_power": Rating(expected=4),
    }


def _adapted(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "replacing_threshold": rated(2, "A lower price is enough", "价格更低即可", _ours(story)),
        "replaced_threshold": rated(
            3, "The nearest store is hard to replace", "就近门店难以替代", _ours(story)
        ),
        "power_over_suppliers": rated(
            5, "It openly resists price increases of brands", "明确抵制品牌涨价", facts("WMT-26")
        ),
        "power_over_customers": rated(2, "Shoppers choose again each week", "顾客每周重新选择", _ours(story)),
    }


def _rivals(story: Story) -> dict[str, dict[str, str | float]]:
    say = story.say
    return {
        "r-amazon": {
            "name": say("Amazon", "亚马逊"),
            "strategy": say("Full range, delivered", "全品类配送"),
            "positioning": say("Choice and speed", "选择与速度"),
            "approach": "different",
            "qualification": say("None required", "无需资质"),
        },
        "r-costco": {
            "name": say("Costco", "开市客"),
            "strategy": say("Limited range in large packs for members", "会员制、精选大包装"),
            "positioning": say("Quality near cost", "近成本价的品质"),
            "approach": "same",
            "qualification": say("None required", "无需资质"),
        },
        "r-aldi": {
            "name": say("Aldi", "奥乐齐"),
            "strategy": say("Small stores, store brands", "小店、自有品牌"),
            "positioning": say("Lowest basket price", "最低一篮子价格"),
            "approach": "same",
            "qualification": say("None required", "无需资质"),
        },
    }
