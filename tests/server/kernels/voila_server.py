"""The smallest Voilà application with forked kernels: ``python voila_server.py NOTEBOOK PORT MODE``."""

import sys

from voila.app import Voila

from accountkit.server import kernels


class Served(Voila):
    mode = sys.argv[3]

    def init_settings(self):
        self.template_of_kernels = kernels.install(self, self.mode)
        return super().init_settings()


if __name__ == "__main__":
    app = Served()
    app.initialize([sys.argv[1], "--no-browser", f"--port={sys.argv[2]}", "--token="])
    app.start()
