"""What the first tab says about an account."""
