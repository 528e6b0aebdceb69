"""What a live page tells Voilà's scripts, and ours: where the assets are, which extensions to load, where
plotly is.
"""

from __future__ import annotations

from typing import Any

from accountkit.server.assets import NEEDED_EXTENSIONS


def page_config(config: dict[str, Any], *, settings: dict[str, Any], **_unused: Any) -> dict[str, Any]:
    """Voilà's page configuration with our addresses and without what our pages do not need."""
    assets = settings["accountkit_assets"]
    return {
        **config,
        "fullStaticUrl": assets.url("voila").rstrip("/"),
        "fullLabextensionsUrl": assets.url("labextensions").rstrip("/"),
        "fullMathjaxUrl": assets.url("mathjax.js"),
        "mathjaxConfig": "none",
        "federated_extensions": [e for e in config["federated_extensions"] if e["name"] in NEEDED_EXTENSIONS],
        "accountkitUploadUrl": f"{assets.base_url}upload",
        "accountkitPlotlyUrl": assets.url("plotly.min.js"),
    }
