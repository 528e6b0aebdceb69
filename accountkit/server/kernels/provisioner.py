"""How jupyter_client obtains a forked kernel: the entry point ``accountkit-forked``."""

from __future__ import annotations

from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from accountkit.i18n import _

from .template import NoFork

NAME = "accountkit-forked"


class ForkedProvisioner(LocalProvisioner):
    """A local kernel that is forked instead of started; started as ever where the fork fails.

    Ports, connection file and the order of shutdown are those of the ordinary launcher.
    """

    parent: Any
    """The kernel manager that asks."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        template = self.parent.kernel_spec_manager.template
        try:
            process = await template.fork(self.parent.connection_file, kwargs["env"], kwargs.get("cwd"))
        except NoFork as reason:
            self.log.warning(
                _("This kernel starts without the template process: {reason}.").format(reason=reason)
            )
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid = process, process.pid
        self.pgid = None  # signals go through the pidfd, never to a number
        self.cwd = kwargs.get("cwd")
        return self.connection_info
