"""Our server with the benchmark notebook among its templates: ``python serve.py PORT DATABASE FOLDER``.

`FOLDER` holds the notebooks to serve: the benchmark's own, or the package's templates.
"""

import sys
from pathlib import Path

from accountkit.server.app import server

if __name__ == "__main__":
    port, database, folder = sys.argv[1:4]
    app = server(port=int(port), db=database, lang="en", token=False, max_sessions=1000)
    if folder != "-":
        app.notebooks = Path(folder)
    app.start()
