"""How the two sample accounts are made: real figures, sourced facts, and what is only assumed marked as such.

    python -m tools.samples          writes accountkit/samples/*.json

`filings` turns the recorded filings into statements, `story` keeps the words in two languages and the evidence ledger,
and one folder per account tells the account along the chain: environment, problems, people.
"""
