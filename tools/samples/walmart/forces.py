"""Who squeezes Walmart: the five forces with their drivers, the adapted reading, and the rivals."""

from __future__ import annotations

from accountkit.model import Answer, Finding, Rating
from tools.samples.story import Story


def findings(story: Story) -> dict[str, Finding]:
    """What was made of the forces."""
    say, facts = story.say, story.facts
    return {
        "f-amazon": Finding(
            statement=say("Amazon attacks in fresh food", "亚马逊进攻生鲜"),
            source_framework="five_forces",
            source_item="rivalry",
            change=say(
                "Same-day delivery of fresh food in 1,000 cities since August 2025, 2,300 planned by the end of the year",
                "2025年8月起在1,000个城市开通生鲜当日达，计划年底达2,300个",
            ),
            affected_party="competitor",
            effect="threat",
            felt="worried",
            evidence=facts("WMT-21", "WMT-20"),
            order=10,
        ),
        "f-aldi": Finding(
            statement=say("Discounters open stores faster than anyone", "折扣店以最快速度开店"),
            source_framework="five_forces",
            source_item="new_entrants",
            change=say(
                "Aldi plans more than 180 American stores in 2026 and 3,200 by the end of 2028",
                "奥乐齐计划2026年在美新开180多家，到2028年底达3,200家",
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
            "rivalry_lever": story.say("Win on speed from the nearest store", "以就近门店的速度取胜"),
            "buyer_power_lever": story.say("Membership that is worth more each month", "让会员权益逐月增值"),
            "supplier_power_lever": story.say(
                "Own brands where suppliers raise prices", "供应商涨价处以自有品牌应对"
            ),
        },
        records=_rivals(story),
    )


def _ours(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-forces",
        "Our reading of the market, not yet checked with the customer.",
        "我方对市场的判断，尚未与客户核对。",
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
        "sameness": rated(5, "The same brands on every shelf", "货架上都是同样的品牌", _ours(story)),
        "fixed_cost": rated(
            4, "Stores, fleets and a rising capital budget", "门店、车队与不断上升的资本开支", facts("WMT-07")
        ),
        "overcapacity": rated(
            3, "Stores fit, dark stores are being added", "门店适量，前置仓增加", _ours(story)
        ),
        "exit_barrier": rated(3, "Leased and owned land", "自有及租赁物业", _ours(story)),
        "rival_intent": rated(
            5,
            "Amazon's revenue passed Walmart's in one quarter",
            "亚马逊单季收入首次超过沃尔玛",
            facts("WMT-20", "WMT-21"),
        ),
        "rivalry": Rating(expected=5),
    }


def _entry(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "scale": rated(2, "Prices like these need scale", "这样的价格离不开规模", _ours(story)),
        "brand_loyalty": rated(3, "Shoppers buy in both places", "顾客两边都买", facts("WMT-28")),
        "capital": rated(2, "Stores and warehouses cost billions", "门店与仓库需数十亿投入", facts("WMT-07")),
        "channel_access": rated(4, "Marketplaces are open to anyone", "第三方平台人人可进", facts("WMT-24")),
        "know_how": rated(3, "Data of own shoppers", "自有顾客数据", _ours(story)),
        "licence": rated(5, "Hardly any", "几乎无门槛", _ours(story)),
        "retaliation": rated(
            2, "Prices are cut where a discounter opens", "折扣店一开，随即降价", _ours(story)
        ),
        "new_entrants": Rating(expected=3),
    }


def _substitutes(story: Story) -> dict[str, Rating]:
    rated = story.rated
    return {
        "price_performance": rated(2, "Meal delivery is dearer", "外卖更贵", _ours(story)),
        "switch_cost_sub": rated(4, "An app away", "换个App即可", _ours(story)),
        "propensity": rated(3, "Younger households cook less", "年轻家庭下厨更少", _ours(story)),
        "substitutes": Rating(expected=3),
    }


def _suppliers(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "supplier_concentration": rated(2, "Tens of thousands of suppliers", "供应商数以万计", _ours(story)),
        "input_unique": rated(3, "Brands that shoppers expect", "顾客认准的品牌", facts("WMT-26")),
        "switch_cost_in": rated(
            2, "Own brands stand beside them", "自有品牌可替代", facts("WMT-27", "WMT-26")
        ),
        "input_substitute": rated(2, "Most goods have a second source", "多数商品有第二货源", _ours(story)),
        "forward": rated(2, "Few brands sell enough on their own", "少有品牌能靠直销", _ours(story)),
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
        "switch_cost_out": rated(5, "None", "几乎为零", facts("WMT-28")),
        "backward": rated(1, "Households do not produce", "家庭不会自产", _ours(story)),
        "price_sensitive": rated(
            5,
            "Food weighs heavily in small budgets",
            "食品在低收入家庭支出中占比高",
            facts("WMT-13", "WMT-15"),
        ),
        "transparency": rated(5, "Prices are compared on the phone", "手机即可比价", _ours(story)),
        "buyer_power": Rating(expected=4),
    }


def _adapted(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "replacing_threshold": rated(2, "A lower price is enough", "价格更低即可", _ours(story)),
        "replaced_threshold": rated(
            3, "The nearest store is hard to replace", "家门口的门店难以替代", _ours(story)
        ),
        "power_over_suppliers": rated(
            5, "It told brands that it resists price rises", "明确抵制品牌商涨价", facts("WMT-26")
        ),
        "power_over_customers": rated(2, "Shoppers decide each week anew", "顾客每周重新选择", _ours(story)),
    }


def _rivals(story: Story) -> dict[str, dict[str, str | float]]:
    say = story.say
    return {
        "r-amazon": {
            "name": say("Amazon", "亚马逊"),
            "strategy": say("Everything, delivered", "万物皆可送"),
            "positioning": say("Choice and speed", "选择与速度"),
            "approach": "different",
            "qualification": say("None needed", "无需资质"),
        },
        "r-costco": {
            "name": say("Costco", "开市客"),
            "strategy": say("Few goods in large packs for members", "会员制、精选大包装"),
            "positioning": say("Trust in quality at cost", "近成本价的品质"),
            "approach": "same",
            "qualification": say("None needed", "无需资质"),
        },
        "r-aldi": {
            "name": say("Aldi", "奥乐齐"),
            "strategy": say("Small stores, own brands", "小店、自有品牌"),
            "positioning": say("The lowest basket", "最低的一篮子价格"),
            "approach": "same",
            "qualification": say("None needed", "无需资质"),
        },
    }
