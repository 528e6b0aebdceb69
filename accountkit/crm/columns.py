"""The columns of each CRM's tables, by one neutral name: the field's name in Microsoft's Common Data Model.

For each system the first name is the one that its programming interface uses, the second the label that its exports show;
others are read as well. Sources: docs/crm.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from accountkit.model.crm import System, Table

Names = Mapping[System, tuple[str, ...]]
DO_NOT_MODIFY = "(Do Not Modify)"
"""What the names of columns begin with that Dynamics 365 wants back byte by byte."""
OUR_KEY = "accountkit_key"
"""Our own name of a record, for a field of the CRM that is an external id."""
SYSTEMS: tuple[System, ...] = get_args(System)


def _names(salesforce: str, hubspot: str, dynamics: str) -> Names:
    """The three lists of names, each written with ``|`` between its names; blank where a system has no such column."""
    return {
        "salesforce": tuple(filter(None, salesforce.split("|"))),
        "hubspot": tuple(filter(None, hubspot.split("|"))),
        "dynamics": tuple(filter(None, dynamics.split("|"))),
    }


_KEY = _names(
    "accountkit_key__c|accountkit key", "accountkit_key|accountkit key", "new_accountkitkey|accountkit key"
)
_COMPANY_ID = "associatedcompanyid|Associated Company IDs|Primary Associated Company ID|Associated Company ID"
_COMPANY = "associated_company|Associated Company|Primary Associated Company|Associated Company (Primary)"

COLUMNS: dict[Table, dict[str, Names]] = {
    "accounts": {
        "accountid": _names(
            "Id|Account ID", "hs_object_id|Record ID|Company ID", f"accountid|{DO_NOT_MODIFY} Account"
        ),
        OUR_KEY: _KEY,
        "name": _names("Name|Account Name", "name|Company name", "name|Account Name"),
        "industrycode": _names("Industry|Industry", "industry|Industry", "industrycode|Industry"),
        "address1_country": _names(
            "BillingCountry|Billing Country|Billing Country/Region",
            "country|Country/Region",
            "address1_country|Address 1: Country/Region",
        ),
        "websiteurl": _names(
            "Website|Website", "website|Website URL|Company Domain Name", "websiteurl|Website"
        ),
        "tickersymbol": _names("TickerSymbol|Ticker Symbol", "", "tickersymbol|Ticker Symbol"),
        "owneridname": _names("Owner.Name|Account Owner", "company_owner|Company owner", "owneridname|Owner"),
        "parentaccountid": _names(
            "ParentId|Parent Account ID", "hs_parent_company_id|Parent Company ID", "parentaccountid"
        ),
        "parentaccountidname": _names(
            "Parent.Name|Parent Account",
            "parent_company|Parent Company",
            "parentaccountidname|Parent Account",
        ),
        "description": _names(
            "Description|Account Description", "description|Description", "description|Description"
        ),
    },
    "contacts": {
        "contactid": _names(
            "Id|Contact ID", "hs_object_id|Record ID|Contact ID", f"contactid|{DO_NOT_MODIFY} Contact"
        ),
        OUR_KEY: _KEY,
        "firstname": _names("FirstName|First Name", "firstname|First Name", "firstname|First Name"),
        "lastname": _names("LastName|Last Name", "lastname|Last Name", "lastname|Last Name"),
        "fullname": _names("Name|Full Name|Contact Name", "", "fullname|Full Name"),
        "jobtitle": _names("Title|Title", "jobtitle|Job Title", "jobtitle|Job Title"),
        "department": _names("Department|Department", "department|Department", "department|Department"),
        "parentcustomerid": _names("AccountId|Account ID", _COMPANY_ID, "parentcustomerid"),
        "parentcustomeridname": _names(
            "Account.Name|Account Name",
            f"{_COMPANY}|company|Company Name",
            "parentcustomeridname|Company Name",
        ),
        "managerid": _names("ReportsToId|Reports To ID", "", ""),
        "managername": _names("ReportsTo.Name|Reports To", "", "managername|Manager"),
    },
    "opportunities": {
        "opportunityid": _names(
            "Id|Opportunity ID",
            "hs_object_id|Record ID|Deal ID",
            f"opportunityid|{DO_NOT_MODIFY} Opportunity",
        ),
        OUR_KEY: _KEY,
        "name": _names("Name|Opportunity Name", "dealname|Deal Name", "name|Topic"),
        "parentaccountid": _names("AccountId|Account ID", _COMPANY_ID, "parentaccountid"),
        "parentaccountidname": _names(
            "Account.Name|Account Name", _COMPANY, "parentaccountidname|Account|Potential Customer"
        ),
        "estimatedvalue": _names("Amount|Amount", "amount|Amount", "estimatedvalue|Est. Revenue"),
        "transactioncurrencyid": _names(
            "CurrencyIsoCode|Opportunity Currency|Amount Currency",
            "deal_currency_code|Currency",
            "transactioncurrencyid|Currency",
        ),
        "estimatedclosedate": _names(
            "CloseDate|Close Date", "closedate|Close Date", "estimatedclosedate|Est. Close Date"
        ),
        "stepname": _names("StageName|Stage", "dealstage|Deal Stage", "stepname|Pipeline Phase|Sales Stage"),
        "statecode": _names("", "", "statecode|Status"),
        "pipeline": _names("", "pipeline|Pipeline", ""),
        "description": _names(
            "Description|Description", "description|Deal Description", "description|Description"
        ),
    },
    "activities": {
        "activityid": _names(
            "Id|Activity ID|Task ID|Event ID",
            "hs_object_id|Record ID|Activity ID",
            f"activityid|{DO_NOT_MODIFY} Activity|{DO_NOT_MODIFY} Task|{DO_NOT_MODIFY} Phone Call|{DO_NOT_MODIFY} Appointment",
        ),
        OUR_KEY: _KEY,
        "subject": _names(
            "Subject|Subject", "hs_task_subject|Task Title|Call Title|Meeting Name", "subject|Subject"
        ),
        "activitytypecode": _names(
            "Type|Task Subtype|TaskSubtype",
            "hs_activity_type|Activity type",
            "activitytypecode|Activity Type",
        ),
        "activitydate": _names(
            "ActivityDate|Date|Due Date",
            "hs_timestamp|Activity date|Due date",
            "actualend|Due Date|Actual End|Start Time",
        ),
        "statecode": _names("Status|Status", "hs_task_status|Task Status", "statecode|Activity Status"),
        "description": _names(
            "Description|Full Comments|Comments", "hs_note_body|Note body|Notes", "description|Description"
        ),
        "accountid": _names("AccountId|Account ID", _COMPANY_ID, "regardingobjectid"),
        "accountidname": _names(
            "Account.Name|Account Name|Company / Account", _COMPANY, "regardingobjectidname|Regarding"
        ),
        "contactid": _names("WhoId|Name ID|Contact ID", "associatedcontactid|Associated Contact IDs", ""),
        "contactidname": _names(
            "Who.Name|Contact|Name", "associated_contact|Associated Contact", "to|Contact"
        ),
        "opportunityid": _names(
            "WhatId|Related To ID|Opportunity ID", "associateddealid|Associated Deal IDs", ""
        ),
        "owneridname": _names("Owner.Name|Assigned", "activity_owner|Activity owner", "owneridname|Owner"),
    },
}
"""Table → neutral name → its names in each system. The first of a table is the CRM's own id of the row."""

NEEDED: dict[Table, tuple[str, ...]] = {
    "accounts": ("name",),
    "contacts": ("lastname", "fullname", "jobtitle"),
    "opportunities": ("name",),
    "activities": ("subject", "description"),
}
"""What a file must have at least one of to be a file of its table."""
MARKS: dict[Table, tuple[str, ...]] = {
    "accounts": ("industrycode", "address1_country", "websiteurl", "tickersymbol", "parentaccountidname"),
    "contacts": ("firstname", "lastname", "jobtitle", "department"),
    "opportunities": ("estimatedvalue", "estimatedclosedate", "stepname", "pipeline"),
    "activities": ("subject", "activitytypecode", "activitydate", "contactid"),
}
"""What no other table has, or hardly."""


def id_of(table: Table) -> str:
    """The neutral name of the CRM's own id."""
    return next(iter(COLUMNS[table]))


def recognised(system: System, table: Table, heads: list[str]) -> dict[str, int]:
    """Neutral name → the place of its column among `heads`; where two columns would do, the name listed first."""
    places = {_plain(head): place for place, head in reversed(list(enumerate(heads)))}
    found: dict[str, int] = {}
    for neutral, names in COLUMNS[table].items():
        for name in names[system]:
            place = places.get(_plain(name))
            if place is not None and place not in found.values():
                found[neutral] = place
                break
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
