"""Commands about the methods: what they are (`methods`), and what they say about an account (`show`)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accountkit.commands.options import Db, Lang, NoSlug, Ours
from accountkit.commands.stores import opened
from accountkit.commands.terminal import BadInput, one_of, say, table
from accountkit.i18n import N_, _, bracketed, labelled, language, other_language, translated

if TYPE_CHECKING:
    from accountkit.methods import Method

Form = Annotated[str, typer.Option("--format", help=N_("text or json."))]
FORMS = ("text", "json")


def methods(
    key: Annotated[
        str | None, typer.Argument(help=N_("Key of one method; by default all are listed."), metavar="KEY")
    ] = None,
    form: Form = "text",
    lang: Lang = None,
) -> None:
    from accountkit.methods import REGISTRY
    from accountkit.methods.analyses import method
    from accountkit.methods.described import definition, in_short

    one_of(form, FORMS, "--format")
    if key is not None:
        found = method(key)
        _say(definition(found)) if form == "json" else say(_described(found))
    elif form == "json":
        _say([in_short(one) for one in REGISTRY.values()])
    else:
        head = (
            _("Key"),
            _("Name"),
            "中文" if language() == "en" else "English",
            _("Shape"),
            _("Workspace"),
            _("Subject"),
            _("Private"),
            _("Source"),
        )
        say(table(head, [_row(one) for one in REGISTRY.values()]))


def _row(method: Method) -> tuple[str, ...]:
    from accountkit.methods.method import WORKSPACES
    from accountkit.methods.subjects import KINDS

    return (
        method.key,
        _(method.name),
        translated(method.name, other_language()),
        method.shape,
        _(WORKSPACES[method.workspace]),
        _(KINDS[method.subject]),
        _("private") if method.private else "",
        method.source,
    )


def _described(method: Method) -> str:
    """One definition as text: question, rule, what it reads, and what may be entered with its anchors."""
    from accountkit.methods.described import definition

    whole = definition(method)
    lines = [" · ".join(filter(None, _row(method)[:-1])), _(method.question), _(method.rule)]
    if method.private:
        lines.append(_("Private: it describes people and stays with its author."))
    for title, keys in ((_("Uses the results of:"), method.reads), (_("Used by:"), method.feeds)):
        if keys:
            lines.append(f"{title} {', '.join(keys)}")
    lines.append(_("Source: {source}").format(source=method.source))
    lines += [_entry_line(entry) for entry in whole["entries"]]
    return "\n".join(line for line in lines if line)


KINDS = {
    "rating": N_("rating"),
    "number": N_("number"),
    "money": N_("money"),
    "percent": N_("percent"),
    "date": N_("date"),
    "choice": N_("choice"),
    "line": N_("line"),
    "text": N_("text"),
    "people": N_("people"),
    "choices": N_("any number of choices"),
    "person": N_("person"),
    "flag": N_("yes or no"),
    "finding": N_("finding"),
}
"""What an entry of a method takes that is no record of a subject, as the text says it; JSON has the key."""


def _entry_line(entry: dict[str, Any]) -> str:
    from accountkit.methods import subjects

    lang, kind = language(), entry["kind"]
    takes = bracketed(_(KINDS.get(kind) or subjects.KINDS[kind]))
    text = "- " + labelled(f"{entry['key']}{takes}", entry["name"][lang])
    if "low" in entry and "high" in entry:
        text += f" [1 {entry['low'][lang]} … 5 {entry['high'][lang]}]"
    if "choices" in entry:
        text += f" [{', '.join(entry['choices'])}]"
    return text


def show(
    slug: NoSlug = None,
    practice: Ours = False,
    analysis: Annotated[
        str | None,
        typer.Option(
            "--analysis",
            "-a",
            help=N_(
                "One method (KEY), one record of it (KEY.ID), or a screen as text: overview, people, deal, meetings, care, brief; of our own data portfolio, team. By default the core analyses."
            ),
        ),
    ] = None,
    form: Form = "text",
    with_private: Annotated[
        bool, typer.Option("--with-private", help=N_("Show a method that describes people too."))
    ] = False,
    db: Db = None,
    lang: Lang = None,
) -> None:
    from accountkit.methods import core
    from accountkit.methods.analyses import method_and_record
    from accountkit.methods.described import result
    from accountkit.methods.portfolio.groups import group_text
    from accountkit.methods.workspaces import ELSEWHERE, cards
    from accountkit.store.readings import of_account, of_practice
    from accountkit.summaries import is_screen, summary

    one_of(form, FORMS, "--format")
    if practice == (slug is not None):
        raise BadInput(_("Enter either an account or --practice."))
    store = opened(db)
    analyses = of_account(store, slug, language()) if slug else of_practice(store, language())
    if analysis:
        _allowed(analysis, with_private, ours=practice)
        if form == "json" and is_screen(analysis):
            raise BadInput(
                _(
                    "“{screen}” is a screen, which is shown as text. Leave out --format json, or enter the key of a method: `accountkit methods` lists them."
                ).format(screen=analysis)
            )
    if form == "text":
        for key in [analysis] if analysis else sorted(ELSEWHERE) if practice else ("overview", *core()):
            say(summary(analyses, key))
            if not analysis:
                say("")
        if slug and not analysis:
            say("\n".join(group_text(analyses.accounts, slug)))
        return
    pages = [key for page in sorted(ELSEWHERE) for key in cards(page) if _is_shown(key)]
    shown = pages if practice else core()
    asked = [method_and_record(analysis)] if analysis else [(key, None) for key in shown]
    head = {"practice": True} if practice else {"account": slug}
    found = [{**head, **result(analyses, *one)} for one in asked]
    _say(found[0] if analysis else found)


def _is_shown(key: str) -> bool:
    from accountkit.methods import REGISTRY

    return not REGISTRY[key].private


def _allowed(analysis: str, with_private: bool, *, ours: bool) -> None:
    """Raises `BadInput` for a private method that was not asked for as such, and for a method or a screen of the other side."""
    from accountkit.methods import REGISTRY
    from accountkit.methods.analyses import method_and_record
    from accountkit.methods.subjects import OURS
    from accountkit.methods.workspaces import ELSEWHERE
    from accountkit.summaries import is_screen

    method = REGISTRY.get(method_and_record(analysis)[0])
    is_ours = method.subject in OURS if method else analysis in ELSEWHERE
    if (method or is_screen(analysis)) and is_ours != ours:
        said = (
            N_("“{method}” is about an account. Enter its short name in place of --practice.")
            if ours
            else N_("“{method}” is about our own data. Enter --practice in place of an account.")
        )
        raise BadInput(_(said).format(method=_(method.name) if method else analysis))
    if method is not None and method.private and not with_private:
        raise BadInput(
            _("“{method}” describes people and is private. Add --with-private to show it.").format(
                method=_(method.name)
            )
        )


def _say(document: Any) -> None:
    say(json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False))
