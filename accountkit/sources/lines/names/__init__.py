"""The names in words of the lines that few statements have, one module for each idea; the others are in `vocabulary`."""
