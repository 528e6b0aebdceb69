"""What a seller has to see to this week in one account, and what a review of it goes through."""
