"""What the figures suggest: candidates for problems."""
