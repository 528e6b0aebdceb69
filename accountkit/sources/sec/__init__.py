"""Filings with the SEC: its data sets, company facts, and client."""
