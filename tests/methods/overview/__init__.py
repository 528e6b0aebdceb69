"""Methods of the overview."""
