"""How the site is built: `make docs`. It asks nothing of the outside, neither when it is built nor when it is read."""

from __future__ import annotations

from accountkit import __version__

project = "accountkit"
author = "accountkit maintainers"
copyright = "accountkit maintainers, BSD-3-Clause"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["pages"]  # pictures that `make pictures` leaves for a look
source_suffix = {".md": "markdown"}
default_role = "code"  # docstrings write a name in single backticks
nitpicky = True
nitpick_ignore_regex = [("py:.*", r".*")]  # names of libraries and of inner modules have no page here

myst_heading_anchors = 3
myst_heading_slug_func = "tools.site_anchors.anchor"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

html_theme = "furo"
html_title = "accountkit"
html_copy_source = False
