"""How the properties of the checks are tried."""

from hypothesis import settings

# A slow machine is no fault of a check: with a deadline, load would fail a property,
# and an injected fault would seem to be noticed (tools/mutation.py).
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
