"""The commands of ``accountkit``: one function each; what they do lives in the parts below, imported when called."""
