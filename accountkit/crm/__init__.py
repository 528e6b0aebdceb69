"""Accounts, contacts, opportunities and activities out of a CRM's CSV files, and back into them (docs/crm.md)."""
