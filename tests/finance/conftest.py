"""Properties are checked for truth, not for speed: a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("finance", deadline=None)
settings.load_profile("finance")
