"""The brief that people take to the meeting: composed once, written in seven formats.

    from accountkit import brief
    composed = brief.compose(account, edition="customer", lang="zh_CN")
    brief.write(composed, "brief.docx")
    brief.going_out(account)                    # what a customer's edition carries out of the house, and what stays

Writers only render: whatever a file says, the composed `Brief` says.
"""

from accountkit.brief.blocks import Brief, Section
from accountkit.brief.changes import Change, changes
from accountkit.brief.compose import EDITIONS, InvalidEdition, compose, first_page
from accountkit.brief.edition import customers
from accountkit.brief.going_out import Checklist, Parcel, going_out
from accountkit.brief.look import InvalidLook, Look, read_look
from accountkit.brief.writing import FORMATS, MEDIA_TYPES, UnknownFormat, Written, format_of, write

__all__ = [
    "EDITIONS",
    "FORMATS",
    "MEDIA_TYPES",
    "Brief",
    "Change",
    "Checklist",
    "InvalidEdition",
    "InvalidLook",
    "Look",
    "Parcel",
    "Section",
    "UnknownFormat",
    "Written",
    "changes",
    "compose",
    "customers",
    "first_page",
    "format_of",
    "going_out",
    "read_look",
    "write",
]
