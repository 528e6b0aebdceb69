"""Statements on their way into an account."""
