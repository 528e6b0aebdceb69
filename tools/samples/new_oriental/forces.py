"""Who squeezes New Oriental: the five forces with their drivers, the adapted reading, and the rivals."""

from __future__ import annotations

from accountkit.model import Answer, Finding, Rating
from tools.samples.story import Story


def findings(story: Story) -> dict[str, Finding]:
    """What was made of the forces."""
    say, facts = story.say, story.facts
    return {
        "f-rivalry": Finding(
            statement=say(
                "TAL and Gaotu grow faster in the same new businesses", "好未来和高途在同类新业务上增长更快"
            ),
            source_framework="five_forces",
            source_item="rivalry",
            change=say(
                "TAL's revenue more than doubled in two years to US$ 2.25 bn; Gaotu grew 57.7 % in early 2025",
                "好未来收入两年增长一倍以上，达22.5亿美元；高途2025年一季度增长57.7%",
            ),
            affected_party="competitor",
            effect="threat",
            felt="worried",
            evidence=facts("EDU-13", "EDU-14"),
            order=10,
        ),
        "f-devices": Finding(
            statement=say(
                "Electronics makers sell tutoring without teachers", "电子厂商销售无教师的辅导产品"
            ),
            source_framework="five_forces",
            source_item="substitutes",
            change=say(
                "Tablets with tutoring functions sell for up to RMB 8,999 and replace classes",
                "带辅导功能的学习机售价高至8,999元，可替代课程",
            ),
            effect="threat",
            felt="aware",
            evidence=facts("EDU-12"),
            order=11,
        ),
        "f-platform": Finding(
            statement=say(
                "East Buy depends on one platform for most sales", "东方甄选的销售主要依赖单一平台"
            ),
            source_framework="five_forces",
            source_item="supplier_power",
            change=say(
                "In July 2023 Douyin suspended the brand's livestreams for three days",
                "2023年7月抖音曾停播该品牌三天",
            ),
            affected_party="supply_chain",
            effect="threat",
            felt="worried",
            evidence=facts("EDU-16"),
            order=12,
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
            "rivalry_lever": story.say(
                "Compete on learning results, not on price", "以学习效果竞争，而非价格"
            ),
            "substitutes_lever": story.say("Offer its own content on the devices", "将自有内容装入学习设备"),
            "buyer_power_lever": story.say("Multi-term courses and family plans", "推出跨学期课程和家庭套餐"),
        },
        records=_rivals(story),
    )


def _rivalry(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "rival_number": rated(
            4,
            "Two national rivals of similar size, and local schools",
            "两家规模相近的全国性对手，另有本地机构",
            facts("EDU-13", "EDU-14"),
        ),
        "growth": rated(2, "The licensed market is growing again", "持证市场恢复增长", facts("EDU-24")),
        "sameness": rated(
            4, "Parents see little difference between courses", "家长认为课程差异不大", _ours(story)
        ),
        "fixed_cost": rated(
            4,
            "Rent and teachers are paid before classes fill",
            "班级满员前须支付租金和师资成本",
            facts("EDU-17"),
        ),
        "overcapacity": rated(3, "Capacity grows ahead of demand", "产能增长先于需求", facts("EDU-22")),
        "exit_barrier": rated(
            3,
            "Leases bind; 1,500 sites were once closed at a loss",
            "租约有约束，曾亏损关闭1,500个网点",
            facts("EDU-20"),
        ),
        "rival_intent": rated(5, "Gaotu grew at a loss in 2024", "高途2024年以亏损换取增长", facts("EDU-14")),
        "rivalry": Rating(expected=4),
    }


def _entry(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "licence": rated(
            1,
            "No new licences in school subjects since 2021",
            "2021年以来学科类不再新批许可",
            facts("EDU-15", "EDU-01"),
        ),
        "brand_loyalty": rated(2, "A brand of three decades", "三十年品牌积累", _ours(story)),
        "capital": rated(3, "Low for online, high for centres", "线上投入低，线下投入高", _ours(story)),
        "channel_access": rated(4, "Livestreaming is open to all", "直播渠道对所有企业开放", _ours(story)),
        "know_how": rated(
            3,
            "Materials are easy to copy, teacher training is not",
            "教材易复制，师训难复制",
            _ours(story),
        ),
        "new_entrants": Rating(expected=3),
    }


def _substitutes(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "price_performance": rated(
            3,
            "A tablet costs as much as several terms of classes",
            "一台学习机约等于数个学期的课程",
            facts("EDU-12"),
        ),
        "switch_cost_sub": rated(
            4, "A family can switch within a term", "家庭一个学期内即可更换", _ours(story)
        ),
        "propensity": rated(4, "Device sales to parents are rising", "购买学习机的家长增多", facts("EDU-11")),
        "improvement": rated(
            5, "Language models improve every six months", "大模型每半年改进一次", _ours(story)
        ),
        "substitutes": Rating(expected=5),
    }


def _suppliers(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "supplier_concentration": rated(
            4,
            "One platform generates most East Buy orders",
            "单一平台带来东方甄选大部分订单",
            facts("EDU-16"),
        ),
        "input_unique": rated(
            3, "Good teachers are scarce, other inputs are not", "名师稀缺，其他投入不稀缺", facts("EDU-17")
        ),
        "switch_cost_in": rated(
            3, "The own app and Taobao are alternatives", "自有App和淘宝可作替代", facts("EDU-16")
        ),
        "input_substitute": rated(2, "Teachers can be trained in-house", "师资可内部培养", _ours(story)),
        "forward": rated(
            3,
            "Known hosts and teachers start their own businesses",
            "知名主播和教师自立门户",
            facts("EDU-28"),
        ),
        "importance_to_supplier": rated(2, "A large employer and tenant", "重要雇主和承租方", _ours(story)),
        "supplier_power": Rating(expected=3),
    }


def _buyers(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "buyer_concentration": rated(1, "Hundreds of thousands of families", "数十万个家庭", facts("EDU-24")),
        "standard": rated(
            3,
            "Exam courses are standard; language and skills courses differ",
            "应试课程标准化，语言和素养课差异较大",
            _ours(story),
        ),
        "switch_cost_out": rated(4, "Fees are paid by the term", "按学期缴费", facts("EDU-18")),
        "backward": rated(2, "Few families teach at home", "少数家庭自行辅导", _ours(story)),
        "price_sensitive": rated(4, "Households spend cautiously", "家庭消费趋于谨慎", facts("EDU-10")),
        "transparency": rated(4, "Prices are public", "价格公开", facts("EDU-02")),
        "buyer_power": Rating(expected=4),
    }


def _adapted(story: Story) -> dict[str, Rating]:
    rated, facts = story.rated, story.facts
    return {
        "replacing_threshold": rated(
            2, "Families readily try new courses", "家庭愿意尝试新课程", facts("EDU-24")
        ),
        "replaced_threshold": rated(
            2, "Families can switch after one term", "一个学期后即可更换", facts("EDU-12")
        ),
        "power_over_customers": rated(
            3, "Fees are prepaid, but compared", "预收学费，但家长会比价", facts("EDU-18")
        ),
        "customers_homogeneity": rated(2),
        "customers_brand": rated(5),
        "customers_region": rated(3),
        "suppliers_homogeneity": rated(4),
        "suppliers_brand": rated(4),
        "suppliers_region": rated(3),
    }


def _ours(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-forces",
        "Our assessment of the market, to be checked with the customer.",
        "我方对市场的判断，待与客户核对。",
    )


def _rivals(story: Story) -> dict[str, dict[str, str | float]]:
    say = story.say
    return {
        "r-tal": {
            "name": say("TAL Education", "好未来"),
            "strategy": say("Small classes, devices and content", "小班培优、学习设备与内容"),
            "positioning": say("Science and technology-based learning", "科学素养与科技学习"),
            "approach": "same",
            "qualification": say("Licensed, non-profit in school subjects", "持证，学科类非营利"),
        },
        "r-gaotu": {
            "name": say("Gaotu Techedu", "高途"),
            "strategy": say(
                "Online classes by star teachers, with heavy advertising", "名师线上大班，广告投放大"
            ),
            "positioning": say("Low-price exam courses", "低价应试课程"),
            "approach": "same",
            "qualification": say("Licensed for online classes", "持线上办学许可"),
        },
        "r-iflytek": {
            "name": say("iFlytek", "科大讯飞"),
            "strategy": say("Learning tablets sold to parents", "面向家长销售学习机"),
            "positioning": say("Tutoring without a teacher", "无教师辅导"),
            "approach": "different",
            "qualification": say("None required", "无需资质"),
        },
    }
