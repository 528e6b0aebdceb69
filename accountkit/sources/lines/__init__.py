"""What a row is called: the lines of statements and their names."""
