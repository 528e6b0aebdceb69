"""Why New Oriental's problems exist: the trees of causes (why? what else?)."""

from __future__ import annotations

from accountkit.model import Node
from tools.samples.story import Story


def trees(story: Story) -> dict[str, dict[str, Node]]:
    """The nodes of each problem's tree."""
    return {
        "p-margin": _margin(story),
        "p-overseas": _overseas(story),
        "p-cities": _cities(story),
        "p-users": _users(story),
    }


def _guess(story: Story) -> tuple[str, ...]:
    return story.assumed(
        "d-causes", "Likely cause, to be confirmed with the customer.", "可能的原因，待与客户确认。"
    )


def _margin(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "m-fill": Node(
            text=say("New centres earn little in their first year", "新教学中心首年盈利低"),
            evidence=facts("EDU-22"),
            addressable="part",
            order=1,
        ),
        "m-last-year": Node(
            text=say("Timetables follow last year, not current enrolments", "排课沿用去年课表，未随报名调整"),
            parent="m-fill",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=2,
        ),
        "m-opened": Node(
            text=say(
                "Centres grew 37 % in a year; 15 to 20 % was planned", "一年内教学中心增加37%，计划为15%至20%"
            ),
            parent="m-fill",
            move="what_else",
            evidence=facts("EDU-22"),
            addressable="no",
            order=3,
        ),
        "m-teachers": Node(
            text=say("Teacher numbers rose by a third in one year", "一年内教师增加三分之一"),
            move="what_else",
            evidence=facts("EDU-17"),
            addressable="part",
            order=4,
        ),
        "m-hours": Node(
            text=say("Each city plans teaching hours separately", "各城市各自编排课时"),
            parent="m-teachers",
            evidence=_guess(story),
            addressable="yes",
            order=5,
        ),
        "m-east-buy": Node(
            text=say(
                "East Buy's gross margin fell from 38.2 % to 25.9 %",
                "东方甄选自营及直播毛利率由38.2%降至25.9%",
            ),
            move="what_else",
            evidence=facts("EDU-27"),
            addressable="part",
            order=6,
        ),
        "m-goodwill": Node(
            text=say("Kindergarten goodwill was impaired by US$ 58.3 m", "幼儿园业务商誉减值5,830万美元"),
            move="what_else",
            evidence=facts("EDU-35"),
            addressable="no",
            order=7,
        ),
    }


def _overseas(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "o-fewer": Node(
            text=say("Fewer students go to the United States", "赴美留学人数减少"),
            evidence=facts("EDU-09"),
            addressable="no",
            order=1,
        ),
        "o-other": Node(
            text=say("Families choose other countries or postpone", "家庭改选其他国家或推迟出国"),
            parent="o-fewer",
            evidence=_guess(story),
            addressable="part",
            order=2,
        ),
        "o-late": Node(
            text=say("Courses change only after enrolments fall", "报名下滑后才调整课程"),
            parent="o-other",
            evidence=_guess(story),
            addressable="yes",
            order=3,
        ),
        "o-income": Node(
            text=say("Households spend cautiously", "家庭消费趋于谨慎"),
            move="what_else",
            evidence=facts("EDU-10"),
            addressable="no",
            order=4,
        ),
    }


def _cities(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "c-rules": Node(
            text=say("Cities apply the training rules differently", "各城市执行培训政策口径不一"),
            evidence=facts("EDU-04"),
            addressable="no",
            order=1,
        ),
        "c-unseen": Node(
            text=say("A weakening city shows only in quarterly accounts", "城市走弱到季报才能发现"),
            parent="c-rules",
            evidence=_guess(story),
            addressable="yes",
            order=2,
        ),
        "c-first": Node(
            text=say("New lines start in the largest cities", "新业务先在大城市起步"),
            move="what_else",
            evidence=facts("EDU-40"),
            addressable="part",
            order=3,
        ),
    }


def _users(story: Story) -> dict[str, Node]:
    say, facts = story.say, story.facts
    return {
        "u-stay": Node(
            text=say("90 % of summer families stay over winter", "九成暑期家庭留存至冬季"),
            evidence=_guess(story),
            addressable="part",
            smart=True,
            order=1,
        ),
        "u-stopped": Node(
            text=say("Inactive users are contacted within three days", "停学用户三天内得到联系"),
            parent="u-stay",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=2,
        ),
        "u-content": Node(
            text=say(
                "The content competes with electronics makers' tablets",
                "内容足以与电子厂商的学习机竞争",
            ),
            move="what_else",
            evidence=facts("EDU-12"),
            addressable="no",
            order=3,
        ),
    }
