"""The keys of all methods that the specification names: what a definition may feed before the other stands."""

NAMED = """
    frozenset
"""
KEYS = frozenset(NAMED.split())
