"""What statements say by themselves: their lines, checks, owners, and published returns."""
