"""What a cell says: numbers, units, currencies."""
