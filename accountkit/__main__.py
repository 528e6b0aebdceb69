"""``python -m accountkit``: the command line."""

from accountkit.cli import app

if __name__ == "__main__":
    app()
