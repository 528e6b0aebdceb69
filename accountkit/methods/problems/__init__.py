"""The customer's problems: their types, what solving them is worth, and the worksheets that analyse them."""
