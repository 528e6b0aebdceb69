"""Return on equity: its decomposition, and what moved it."""
