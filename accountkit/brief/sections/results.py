"""What the methods beside the core analyses say: by workspace their sentences, and a table if the shape has one.

The customer's edition has nothing of it. What a private method judges stands in a section of its own, which
writing leaves out unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accountkit.brief import drawings, drawings_of_people
from accountkit.brief.blocks import Block, Cell, Column, Section, Table
from accountkit.brief.result_tables import result_table
from accountkit.brief.story import Story
from accountkit.brief.wording import ended, shortened
from accountkit.i18n import _, number
from accountkit.methods import Analyses, Method, in_workspace
from accountkit.methods.assessment import BriefSentence
from accountkit.methods.method import WORKSPACES
from accountkit.methods.subjects import OURS

MOST_SENTENCES = 10
"""Sentences of one method; it may be about any number of records."""
RESULTS, PEOPLE = "results", "people_map"
"""Tables that the deck knows: what methods say, and what stands beside the map of people."""
TOLD = ("numbers", "environment", "problems", "motives")
"""Workspaces of which the story has a section of the same key."""


def results(story: Story) -> Iterator[Section]:
    """The results of each workspace, a section of the appendix each."""
    for workspace, title in WORKSPACES.items():
        if blocks := tuple(_blocks(story, workspace, private=False)):
            key = f"{workspace}_results" if workspace in TOLD else workspace
            heading = (
                _("{workspace}: more results").format(workspace=_(title)) if workspace in TOLD else _(title)
            )
            yield Section(key, heading, blocks, appendix=True)


def private_sections(story: Story) -> Iterator[Section]:
    """What private methods judge, a section for each workspace; nothing in the customer's edition."""
    for workspace, title in WORKSPACES.items():
        if blocks := tuple(_blocks(story, workspace, private=True)):
            yield Section(
                f"{workspace}_private",
                _("{workspace} (private)").format(workspace=_(title)),
                blocks,
                sentence=_("Private: shown here, left out of files."),
                private=True,
                appendix=True,
            )


def told(analyses: Analyses, method: Method, edition: str) -> tuple[BriefSentence, ...]:
    """The sentences of a method that an edition may have, in the current language."""
    lines = tuple(method.brief(analyses.readings(method.key)))
    if edition == "internal":
        return lines
    if method.private:
        return ()
    return tuple(line for line in lines if not line.internal and line.status == "confirmed")


def _blocks(story: Story, workspace: str, *, private: bool) -> Iterator[Block]:
    """The sentences of all methods of a workspace as one table, then the pictures and tables of those that have one.

    `private`: what a private method judges; else all the rest, with the neutral sentences of private methods.
    """
    methods = [
        method
        for method in in_workspace(workspace).values()
        if not method.core and method.subject not in OURS
    ]
    spoken = {method.key: _chosen(story, method, private) for method in methods}
    saying = [method for method in methods if spoken[method.key]]
    if not saying:
        return
    yield _sentences(saying, spoken)
    for method in saying:
        if method.private == private:
            if method.picture:
                yield drawings.of_method(story, method)
            about_people = method.on_slide and workspace == "people"
            yield from drawings_of_people.contacts(story) if about_people else ()
            table = result_table(method, story, story.analyses.readings(method.key))
            if table:
                key = PEOPLE if about_people else table.key
                yield replace(table, on_slide=method.on_slide, key=key)


def _chosen(story: Story, method: Method, private: bool) -> tuple[BriefSentence, ...]:
    lines = method.brief(story.analyses.readings(method.key))
    return tuple(line for line in lines if (method.private and line.internal) == private)


def _sentences(methods: Iterable[Method], spoken: dict[str, tuple[BriefSentence, ...]]) -> Table:
    rows, cut = [], 0
    for method in methods:
        lines = spoken[method.key]
        cut += len(lines[MOST_SENTENCES:])
        rows += [
            (
                Cell(_(method.name), strong=True),
                Cell(ended(shortened(line.text))),
                Cell("", mark=(line.status)),
            )
            for line in lines[:MOST_SENTENCES]
        ]
    note = _("and {n} more").format(n=number(cut, 0)) if cut else ""
    columns = (
        Column(_("Method"), 1.4),
        Column(_("Result"), 4.2),
        Column(_("Status"), 1, key="standing"),
    )
    return Table(_("Results"), columns, tuple(rows), note=note, key=RESULTS)
