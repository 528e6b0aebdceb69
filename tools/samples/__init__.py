"""What keeps the sample accounts true to the filings. The accounts themselves are ``workbooks/SLUG/account.json``: a person edits
those files; this package changes nothing in them but the figures of statements.

    python -m tools.samples          reads the recorded filings again and puts their figures into the accounts

`filings` turns the recorded filings into statements, `companies` says which of them each company is read from.
"""
