"""Business segments and regions: which of them carries growth and profit, and how they add up to the company."""
