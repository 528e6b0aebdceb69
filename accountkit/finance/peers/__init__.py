"""A company beside others: peers, gaps, and whole sectors."""
