"""The served application: a Voilà server of our own, closed by default.

from accountkit.server.app import serve
serve(port=8866)
"""
