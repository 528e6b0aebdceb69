"""What accountkit costs, side by side with the alternatives: ``python -m benchmarks --help``."""
