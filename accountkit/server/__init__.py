"""The served application: a Voilà server of our own, closed by default.

from accountkit.server.app import server
server(port=8866).start()
"""

import sys
from typing import Any

# jsonschema, which Jupyter imports, builds 38 grammars to know an IRI from other text: a second and more at each start, and
# nobody asks it here. It goes without where the package that holds them is not there.
modules: dict[str, Any] = sys.modules
modules.setdefault("rfc3987_syntax", None)
