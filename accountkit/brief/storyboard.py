"""The deck: which part of a brief stands on which slide, and what is said about it.

Eight to twelve slides, each with its message as its title, what supports it in a sentence or two, a picture or table or
both, and in the notes what to say and to ask. A part that a brief does not have has no slide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accountkit.brief.blocks import (
    Block,
    Brief,
    Bullets,
    Figure,
    Heading,
    Paragraph,
    Question,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.brief.slide_tables import narrow
from accountkit.i18n import _, labelled

LEAST = 7
"""Slides after the title slide below which a deck also shows other results and the sources."""
MOST_QUESTIONS = 6
FEW = 4
"""Questions that stand beside the next steps; more have a slide of their own."""
SENTENCES = 3
"""Sentences on a slide beside its picture."""
RESULTS = "results"


@dataclass(frozen=True)
class Slide:
    """One slide: its message, its blocks from left to right, the texts that go with them, and the speaker's notes.

    Where there are more slides than a talk can bear, those of the lowest `weight` are left out.
    """

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    weight: int = 3
    texts: tuple[Paragraph, ...] = ()
    numbered: bool = False


def storyboard(brief: Brief, most: int) -> tuple[Slide, ...]:
    """The slides after the title slide, in the order of the story, at most as many as said."""
    questions = tuple(question.text for question in _questions(brief))
    slides = [
        *_summary(brief),
        *_changed(brief),
        *_numbers(brief),
        *_environment(brief),
        *_problems(brief),
        *_case(brief),
        *_people(brief),
        *_asks(brief),
    ]
    if len(slides) < LEAST:
        slides += [*_results(brief), *_evidence(brief)][: LEAST - len(slides)]
    while len(slides) > most:
        slides.remove(min(reversed(slides), key=lambda slide: slide.weight))
    asked = _("Question: {question}")
    return tuple(
        replace(
            slide,
            notes=(*slide.notes, *(asked.format(question=text) for text in _relevant(questions, place))),
        )
        for place, slide in enumerate(slides)
    )


def _relevant(questions: tuple[str, ...], place: int) -> tuple[str, ...]:
    """The first slide's notes carry all questions; the others one each, in their order."""
    return questions if place == 0 else questions[place - 1 : place]


def _questions(brief: Brief) -> Iterator[Question]:
    for block in brief.blocks():
        if isinstance(block, Questions):
            yield from block.questions


def _table(section: Section | None, key: str) -> Table | None:
    blocks = section.blocks if section else ()
    return next((block for block in blocks if isinstance(block, Table) and block.key == key), None)


def _figure(section: Section | None, key: str) -> Figure | None:
    blocks = section.blocks if section else ()
    return next((block for block in blocks if isinstance(block, Figure) and block.key == key), None)


def _texts(section: Section | None, role: str) -> tuple[Paragraph, ...]:
    blocks = section.blocks if section else ()
    return tuple(block for block in blocks if isinstance(block, Paragraph) and block.role == role)


def _slim(table: Table | None, picture: Figure | None) -> Table | None:
    """The table with the columns that fit beside the picture; the whole table where there is none."""
    return table if table is None or picture is None else narrow(table)


def _beside(section: Section | None, figure: str, key: str) -> tuple[Block, ...]:
    """A picture and its table, left and right."""
    drawn = _figure(section, figure)
    return _present(drawn, _slim(_table(section, key), drawn))


def _present(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block is not None)


def _said(section: Section | None, *roles: str) -> tuple[Paragraph, ...]:
    """The section's sentences of these roles, as many as stand beside a picture; a label alone says nothing."""
    said = (text for role in roles for text in _texts(section, role))
    return tuple(text for text in said if text.text)[:SENTENCES]


def _summary(brief: Brief) -> list[Slide]:
    section = brief.sections[0]
    tiles = next((block for block in section.blocks if isinstance(block, Tiles)), None)
    told = [
        _headed(section, listed) for key in ("moved", "start", "next") if (listed := _listed(section, key))
    ]
    if not told and not tiles:
        told = [listed for listed in [_listed(section)] if listed]
    texts = tuple(item for listed in told for item in listed.items) or _said(section, "aloud", "note", "body")
    notes = tuple(paragraph.text for paragraph in _texts(section, "body") if paragraph.text)
    return [Slide(section.sentence or section.title, _present(tiles), notes, 9, texts)]


def _headed(section: Section, listed: Bullets) -> Bullets:
    """A list of the section; an item without a label bears the heading above the list."""
    above = section.blocks[section.blocks.index(listed) - 1]
    head = labelled(above.text) if isinstance(above, Heading) else ""
    return replace(listed, items=tuple(replace(item, label=item.label or head) for item in listed.items))


def _listed(section: Section, key: str | None = None) -> Bullets | None:
    """The first list of the section, or the one of that key."""
    lists = (block for block in section.blocks if isinstance(block, Bullets))
    return next((block for block in lists if key in (None, block.key)), None)


def _changed(brief: Brief) -> list[Slide]:
    """Since the last time: a slide of its own where it was asked for."""
    first, whole = brief.sections[0], brief.section("changes")
    listed = _listed(first, "since")
    if listed is None:
        return []
    before = first.blocks[first.blocks.index(listed) - 1]
    title = before.text if isinstance(before, Heading) else first.title
    return [Slide(title, (), (whole.sentence,) if whole else (), 9, listed.items)]


def _numbers(brief: Brief) -> list[Slide]:
    section = brief.section("numbers")
    if section is None:
        return []
    tree, steps = _figure(section, "dupont_tree"), _figure(section, "roe_waterfall")
    years, peers = _table(section, "years"), _table(section, "peers")
    basis = tuple(paragraph.text for paragraph in _texts(section, "basis"))
    slides = []
    drawn = _present(tree, steps)
    if drawn:
        alts = tuple(figure.alt for figure in drawn if isinstance(figure, Figure))
        said = list(_said(section, "aloud", "body"))
        title = section.sentence or section.title
        if title == brief.sections[0].sentence and said:
            title = said.pop(0).text  # the first slide's message is not said twice
        slides.append(Slide(title, drawn, (*alts, *basis), 8, tuple(said[:2])))
    apart = _figure(section, "peers")
    if peers and apart:
        shown = _beside(section, "peers", "peers")
        slides.append(Slide(apart.caption, shown, basis, 2, (Paragraph(apart.alt),)))
    elif peers and years:
        both = (years, narrow(peers))
        slides.append(Slide(_("Figures by year and compared with peers"), both, basis, 1))
    elif years:
        slides.append(Slide(years.caption, (years,), basis, weight=0))
    return slides


def _environment(brief: Brief) -> list[Slide]:
    section = brief.section("environment")
    if section is None:
        return []
    outside, forces = _table(section, "outside"), _table(section, "forces")
    said = _said(section, "body")
    slides = []
    if outside:
        shown = _beside(section, "outside", "outside")
        slides.append(Slide(section.sentence or outside.caption, shown, weight=6))
    if forces:
        message = said[-1].text if said else forces.caption
        notes = tuple(text.text for text in said)
        slides.append(Slide(message, _beside(section, "forces", "forces"), notes, 4))
    return slides


def _problems(brief: Brief) -> list[Slide]:
    section = brief.section("problems")
    if section is None:
        return []
    needs = tuple(block for block in section.blocks if isinstance(block, Paragraph) and block.key == "need")[
        :SENTENCES
    ]
    notes = tuple(need.text for need in needs)
    drawn = _figure(section, "problems")
    shown = _present(replace(drawn, flow=None) if drawn and drawn.chart else None)
    table = _table(section, "problems")
    slides = [Slide(section.sentence or section.title, (*shown, *_present(_slim(table, drawn))), notes, 7)]
    if drawn and drawn.flow:
        slides.append(Slide(drawn.alt, (drawn,), (drawn.caption,), 6))
    return [slide for slide in slides if slide.blocks]


def _case(brief: Brief) -> list[Slide]:
    """What our solutions are worth: the range as a chart, with what it takes."""
    section = brief.section("business_case")
    chart, table = _figure(section, "business_case"), _table(section, "answers")
    if section is None or (chart is None and table is None):
        return []
    notes = tuple(text for text in (chart.alt if chart else "", table.note if table else "") if text)
    texts = _said(section, "lead", "aloud", "body") or tuple(Paragraph(text) for text in notes[-1:])
    title = section.sentence or _("Value of our solutions")
    return [Slide(title, _present(chart, _slim(table, chart)), notes, 8, texts)]


def _people(brief: Brief) -> list[Slide]:
    """Who will act, and how far we reach them."""
    section = brief.section("motives")
    table = _table(section, "motives")
    slides = []
    if section and table:
        said = tuple(item for block in section.blocks if isinstance(block, Bullets) for item in block.items)
        notes = tuple(item.text for item in said)
        slides.append(Slide(section.sentence, _beside(section, "motives", "motives"), notes, 6))
    return slides + list(_results_with_a_slide(brief))


def _results_with_a_slide(brief: Brief) -> Iterator[Slide]:
    """The tables of methods that ask for a slide, each under what the method says first."""
    for section in brief.sections:
        results = _table(section, RESULTS)
        for table in section.blocks:
            if not isinstance(table, Table) or not table.on_slide or section.private:
                continue
            told = [row[1].text for row in results.rows if row[0].text == table.caption] if results else []
            texts = tuple(Paragraph(text) for text in told[1 : 1 + SENTENCES])
            drawn = _figure(section, table.key)
            shown = _present(drawn, _slim(table, drawn))
            notes = (table.caption, *([drawn.alt] if drawn else []))
            yield Slide(told[0] if told else table.caption, shown, notes, 5 if drawn else 3, texts)


def _results(brief: Brief) -> list[Slide]:
    """What the other methods say, all workspaces on one slide."""
    tables = [_table(section, RESULTS) for section in brief.sections]
    known = [table for table in tables if table is not None]
    if not known:
        return []
    rows = tuple(row for table in known for row in table.rows)
    notes = tuple(labelled(row[0].text, row[1].text) for row in rows)
    return [Slide(_("More results"), (replace(known[0], rows=rows),), notes, weight=2)]


def _asks(brief: Brief) -> list[Slide]:
    """What we ask for by when, and what to ask; few questions stand with the plan, so that neither leaves room empty."""
    section = brief.section("next_steps") or brief.section("plan")
    plan = next((block for block in section.blocks if isinstance(block, Table)), None) if section else None
    questions = tuple(_questions(brief))[:MOST_QUESTIONS]
    notes = tuple(question.why for question in questions if question.why)
    asked = tuple(Paragraph(question.text) for question in questions)
    slides = []
    if questions and not (plan and len(questions) < FEW):
        slides.append(Slide(_("Questions to settle first"), (), notes, 4, asked, numbered=True))
    if plan and section:
        few = asked if len(questions) < FEW else ()
        beside = few or _said(section, "lead")
        slides.append(Slide(section.sentence or section.title, (plan,), notes, 8, beside, numbered=bool(few)))
    return slides


def _evidence(brief: Brief) -> list[Slide]:
    section = brief.section("evidence")
    table = _table(section, "evidence")
    return [Slide(section.sentence or section.title, (table,), weight=1)] if section and table else []
