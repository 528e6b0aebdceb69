"""Statements put together from what was read, and taken into an account."""
