"""Partners and team: with whom we sell, and how the selling organisation carries it."""
