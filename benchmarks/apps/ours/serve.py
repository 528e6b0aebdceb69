"""Our server with the benchmark's notebook beside an account: ``python serve.py PORT DATABASE FOLDER``.

`FOLDER` holds the notebooks of accounts; ``-``: none.
"""

import sys
from pathlib import Path

from accountkit.server.app import server

if __name__ == "__main__":
    port, database, folder = sys.argv[1:4]
    notebooks = None if folder == "-" else Path(folder)
    server(port=int(port), db=database, lang="en", token=False, max_sessions=1000, folder=notebooks).start()
