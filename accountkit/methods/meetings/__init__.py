"""Meetings: what is asked of the customer, and what it agreed to."""
