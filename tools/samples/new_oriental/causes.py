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
    return story.assumed("d-causes", "A likely cause that nobody has confirmed.", "可能的原因，尚无人证实。")


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
            text=say(
                "Classes follow last year's timetable, not enrolments", "排课沿用去年课表，未随报名调整"
            ),
            parent="m-fill",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=2,
        ),
        "m-opened": Node(
            text=say(
                "37 % more centres in a year instead of 15 to 20 %", "一年新增教学中心37%，计划为15%至20%"
            ),
            parent="m-fill",
            move="what_else",
            evidence=facts("EDU-22"),
            addressable="no",
            order=3,
        ),
        "m-teachers": Node(
            text=say("A third more teachers within one year", "一年内教师增加三分之一"),
            move="what_else",
            evidence=facts("EDU-17"),
            addressable="part",
            order=4,
        ),
        "m-hours": Node(
            text=say("Teaching hours are planned by each city alone", "各城市各自编排课时"),
            parent="m-teachers",
            evidence=_guess(story),
            addressable="yes",
            order=5,
        ),
        "m-east-buy": Node(
            text=say(
                "East Buy's gross margin fell from 38.2 to 25.9 %", "东方甄选自营及直播毛利率由38.2%降至25.9%"
            ),
            move="what_else",
            evidence=facts("EDU-27"),
            addressable="part",
            order=6,
        ),
        "m-goodwill": Node(
            text=say(
                "Goodwill of kindergartens was written down by US$ 58.3 m", "幼儿园业务商誉减值5,830万美元"
            ),
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
            text=say("Families choose other countries and later years", "家庭改选其他国家、推迟出国"),
            parent="o-fewer",
            evidence=_guess(story),
            addressable="part",
            order=2,
        ),
        "o-late": Node(
            text=say("Courses are changed only after enrolments have fallen", "报名下滑后才调整课程"),
            parent="o-other",
            evidence=_guess(story),
            addressable="yes",
            order=3,
        ),
        "o-income": Node(
            text=say("Households spend with caution", "家庭消费趋于谨慎"),
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
            text=say("Each city applies the rules for training in its own way", "各城市执行培训政策口径不一"),
            evidence=facts("EDU-04"),
            addressable="no",
            order=1,
        ),
        "c-unseen": Node(
            text=say("A weak city is seen only in the quarter's accounts", "城市走弱要到季报才能看出"),
            parent="c-rules",
            evidence=_guess(story),
            addressable="yes",
            order=2,
        ),
        "c-first": Node(
            text=say("New lines always start in the largest cities", "新业务总是先在大城市起步"),
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
            text=say("Nine of ten families of the summer stay over winter", "暑期家庭中九成留到冬季"),
            evidence=_guess(story),
            addressable="part",
            smart=True,
            order=1,
        ),
        "u-stopped": Node(
            text=say("Whoever stops studying is called within three days", "停学三天内有人联系"),
            parent="u-stay",
            evidence=_guess(story),
            addressable="yes",
            smart=True,
            order=2,
        ),
        "u-content": Node(
            text=say(
                "The content competes with the tablets of electronics makers",
                "内容足以与电子厂商的学习机竞争",
            ),
            move="what_else",
            evidence=facts("EDU-12"),
            addressable="no",
            order=3,
        ),
    }
