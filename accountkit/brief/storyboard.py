"""The deck: which part of a brief stands on which slide, and what is said about it.

Eight to twelve slides, each with its message as its title, one picture or table, and in the notes what to say and to ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accountkit.brief.blocks import (
    Block,
    Brief,
    Bullets,
    Figure,
    Paragraph,
    Question,
    Questions,
    Section,
    Table,
    Tiles,
)
from accountkit.finance.returns.formulas import STEPS
from accountkit.i18n import _

MOST_QUESTIONS = 6


@dataclass(frozen=True)
class Slide:
    """One slide: its message, its blocks from left to right, and the speaker's notes.

    Where there are more slides than a talk can bear, those of the lowest `weight` are left out.
    """

    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
    weight: int = 3


def storyboard(brief: Brief, most: int) -> tuple[Slide, ...]:
    """The slides after the title slide, in the order of the story, at most as many as said."""
    questions = tuple(question.text for question in _questions(brief))
    slides = [
        *_summary(brief),
        *_numbers(brief),
        *_environment(brief),
        *_problems(brief),
        *_people(brief),
        *_results(brief),
        *_asks(brief),
        *_evidence(brief),
    ]
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
    return (
        next((block for block in section.blocks if isinstance(block, Table) and block.key == key), None)
        if section
        else None
    )


def _figure(section: Section | None, key: str) -> Figure | None:
    return (
        next((block for block in section.blocks if isinstance(block, Figure) and block.key == key), None)
        if section
        else None
    )


def _texts(section: Section, role: str) -> tuple[Paragraph, ...]:
    return tuple(block for block in section.blocks if isinstance(block, Paragraph) and block.role == role)


BESIDE_A_PICTURE = {
    "outside": ("change", "effect", "priority"),
    "forces": ("force", "pressure", "presses"),
    "problems": ("problem", "type", "worth"),
    "motives": ("role", "state", "multiple", "needed"),
    "peers": ("company", *STEPS[3], "return_on_equity"),
}
"""The columns of a table that fit beside a picture; the mark of what a claim rests on moves to the first of them."""


def _slim(table: Table | None, picture: Figure | None) -> Table | None:
    """The table with the columns that fit beside the picture; the whole table where there is none."""
    if table is None or picture is None or table.key not in BESIDE_A_PICTURE:
        return table
    wanted = BESIDE_A_PICTURE[table.key]
    places = [place for place, column in enumerate(table.columns) if column.key in wanted]
    rows = []
    for row in table.rows:
        mark = next((cell.mark for cell in row if cell.mark), None)
        first, *rest = (row[place] for place in places)
        rows.append((replace(first, mark=first.mark or mark), *rest))
    return replace(table, columns=tuple(table.columns[place] for place in places), rows=tuple(rows))


def _beside(section: Section | None, figure: str, key: str) -> tuple[Block, ...]:
    """A picture and its table, left and right."""
    drawn = _figure(section, figure)
    return _present(drawn, _slim(_table(section, key), drawn))


def _present(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block is not None)


def _summary(brief: Brief) -> list[Slide]:
    section = brief.sections[0]
    tiles = next((block for block in section.blocks if isinstance(block, Tiles)), None)
    first = (
        next((block for block in section.blocks if isinstance(block, Bullets)), None)
        if tiles is None
        else None
    )
    notes = tuple(paragraph.text for paragraph in (*_texts(section, "body"), *_texts(section, "aloud")))
    return [
        Slide(
            section.sentence or section.title,
            _present(tiles, _table(section, "first_problems"), first),
            notes,
        )
    ]


def _numbers(brief: Brief) -> list[Slide]:
    section = brief.section("numbers")
    if section is None:
        return []
    tree, steps = _figure(section, "dupont_tree"), _figure(section, "roe_waterfall")
    years, peers = _table(section, "years"), _table(section, "peers")
    moved = Bullets(tuple(paragraph for paragraph in _texts(section, "body")[1:]))
    basis = tuple(paragraph.text for paragraph in _texts(section, "basis"))
    slides = []
    if tree:
        slides.append(Slide(_texts(section, "body")[0].text, _present(tree), (tree.alt, *basis)))
    if steps:
        slides.append(Slide(section.sentence, _present(steps, moved if moved.items else None), (steps.alt,)))
    if years:
        slides.append(Slide(years.caption, _present(years), basis, weight=0))
    if peers:
        slides.append(Slide(_("Compared with peers"), _beside(section, "peers", "peers"), basis, weight=2))
    return slides


def _environment(brief: Brief) -> list[Slide]:
    section = brief.section("environment")
    if section is None:
        return []
    outside, forces = _table(section, "outside"), _table(section, "forces")
    said = tuple(paragraph.text for paragraph in _texts(section, "body"))
    slides = []
    if outside:
        slides.append(Slide(section.sentence or outside.caption, _beside(section, "outside", "outside"), ()))
    if forces:
        slides.append(Slide(said[-1] if said else forces.caption, _beside(section, "forces", "forces"), said))
    return slides


def _problems(brief: Brief) -> list[Slide]:
    section = brief.section("problems")
    if section is None:
        return []
    slides = [Slide(section.sentence, _beside(section, "problems", "problems"), ())]
    answers = [block for block in section.blocks if isinstance(block, Table) and block.key == "answers"]
    if answers:
        rows = tuple(row for table in answers for row in table.rows)
        merged = Table(_("Value of our solutions"), answers[0].columns, rows, answers[0].note, key="answers")
        needs = tuple(
            block.text for block in section.blocks if isinstance(block, Paragraph) and block.key == "need"
        )
        slides.append(Slide(_("Value of our solutions"), (merged,), needs))
    return slides


def _people(brief: Brief) -> list[Slide]:
    section = brief.section("motives")
    table = _table(section, "motives")
    if section is None or table is None:
        return []
    said = tuple(item.text for block in section.blocks if isinstance(block, Bullets) for item in block.items)
    return [Slide(section.sentence, _beside(section, "motives", "motives"), said)]


def _results(brief: Brief) -> list[Slide]:
    """What the other methods say, all workspaces on one slide."""
    tables = [_table(section, "results") for section in brief.sections]
    known = [table for table in tables if table is not None]
    if not known:
        return []
    rows = tuple(row for table in known for row in table.rows)
    notes = tuple(f"{row[0].text}: {row[1].text}" for row in rows)
    return [Slide(_("More results"), (replace(known[0], rows=rows),), notes, weight=2)]


def _asks(brief: Brief) -> list[Slide]:
    """What we ask for, and what to ask."""
    commitments = _table(brief.section("next_steps"), "commitments")
    questions = tuple(_questions(brief))[:MOST_QUESTIONS]
    slides = []
    if questions:
        title = _("Questions to settle first")
        slides.append(
            Slide(
                title,
                _present(Questions(questions)),
                tuple(question.why for question in questions if question.why),
            )
        )
    if commitments:
        slides.append(Slide(_("Next steps"), (commitments,), weight=2))
    return slides


def _evidence(brief: Brief) -> list[Slide]:
    section = brief.section("evidence")
    table = _table(section, "evidence")
    return [Slide(section.sentence or section.title, (table,), weight=1)] if section and table else []
