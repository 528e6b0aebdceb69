"""How Voilà and Jupyter's parts are set up for this server."""

from __future__ import annotations

import os

from traitlets.config import Config

from accountkit.server.access import Access
from accountkit.server.identity import TokenIdentity
from accountkit.server.kernels.connections import PageConnection
from accountkit.server.markdown import sanitized
from accountkit.server.sessions import SessionKernels
from accountkit.server.sign_in import IDENTITIES

IDLE_SECONDS = 30 * 60


def configuration(own_machine: bool, access: Access, base_url: str = "/") -> Config:
    """The traits of Voilà and of Jupyter's parts that are ours to choose."""
    return Config(
        {
            "Voila": {
                "identity_provider_class": IDENTITIES.get(access.sign_in, TokenIdentity),
                "kernel_websocket_connection_class": PageConnection,
                "log_level": os.environ.get("ACCOUNTKIT_LOG", "WARN"),
            },
            "TokenIdentity": {
                "own_machine": own_machine,
                "cookie_name": access.cookie("accountkit-guest", base_url),  # empty: as Jupyter calls it
                **({"secure_cookie": True} if access.is_secure else {}),
            },
            "TemplateExporter": {"filters": {"sanitized": sanitized}},
            "VoilaConfiguration": {
                "template": "accountkit",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "multi_kernel_manager_class": SessionKernels,
                "show_tracebacks": False,
                "extension_config": {},
            },
            "AsyncMappingKernelManager": {
                "cull_idle_timeout": IDLE_SECONDS,
                "cull_interval": 30,
                "cull_connected": True,
            },
            # a second kernel under the id of one that died would be empty, and its page would not know
            "KernelManager": {"autorestart": False},
            "KernelSpecManager": {"allowed_kernelspecs": {"python3"}},
        }
    )
