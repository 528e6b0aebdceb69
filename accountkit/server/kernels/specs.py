"""The kernel specs of a server that forks: ``python3`` is the template process, everything else is as installed."""

from __future__ import annotations

from typing import Any

from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpec, KernelSpecManager
from traitlets import Instance, default

from .provisioner import NAME
from .template import Template


class ForkedKernelSpecs(KernelSpecManager):
    """Redirects ``python3`` to the forking provisioner, so that notebooks keep the kernelspec everybody has."""

    parent: Any
    """The server."""
    template = Instance(Template)

    @default("template")
    def _template_of_the_server(self) -> Template:
        return self.parent.kernel_template

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        spec = super().get_kernel_spec(kernel_name)
        if kernel_name == NATIVE_KERNEL_NAME:
            provisioner: dict[str, Any] = {"provisioner_name": NAME}
            spec.metadata = {**spec.metadata, "kernel_provisioner": provisioner}
        return spec
