"""The people at the customer: who weighs how much, and how they stand to us and to each other."""
