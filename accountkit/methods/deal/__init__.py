"""One deal: which to pursue, how the customer buys, and what we aim at."""
