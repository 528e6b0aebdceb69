"""The customer's return on equity."""
