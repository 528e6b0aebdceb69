"""Organic or bureaucratic: do our rules fit our sales mode? (seeds 004/10, 004/3)

Bureaucratic is neutral: behaviour is regulated. Creating demand wants organic, pushing products bureaucratic, creating a
motive between (proposals of the methods file); an item 2 or more away from the middle of that band, 4, 2 or 3, is
listed. Worked by hand: ten ratings that sum to 24: 2.4, bureaucratic; motive-creating: mismatch.
"""

from __future__ import annotations

from accountkit.i18n import N_
from accountkit.methods.method import Flag
from accountkit.methods.sentences import says
from accountkit.methods.shapes import Group, Scorecard
from accountkit.methods.shapes.groups import cut
from accountkit.methods.team import working_rules as rules
from accountkit.methods.team.team_rules import MODE

METHOD = Scorecard(
    key="organisation_style",
    name=N_("Organic or bureaucratic"),
    question=N_("Do our rules fit our sales mode?"),
    group="organisation",
    workspace="team",
    source="004/10, 004/3",
    rule=N_(
        "3.5 or more is organic, below 2.5 bureaucratic, which is neutral: behaviour is regulated. Creating demand calls for organic, product push for bureaucratic, creating a motive for between. Items 2 or more away are listed. Bureaucratic needs strong culture and sales operations."
    ),
    first=N_("Rate the ten features of the organisation, and choose its sales mode."),
    subject="team",
    uses=(),
    groups=(Group("style", N_("Organisation style"), rules.FEATURES),),
    bands=rules.STYLES,
    band_of=cut(2.5, 3.5, bands=rules.STYLES),
    notes=(MODE,),
    flags=(Flag("mismatch", N_("style does not fit the mode"), lambda r: rules.fits(r) is False),),
    says=(
        says(
            N_("Style: {style}; with {mode}: {fit}. Apart: {items}."),
            N_("Style: {style}; with {mode}: {fit}."),
            N_("Style: {style}."),
            internal=True,
        ),
    ),
    words=rules.style_words,
    feeds=("sales_operations", "quota_plan"),
)
