"""How long hypothesis looks: HYPOTHESIS_PROFILE=long for the night's run (.ci/nightly), else the short one, which looks
at the same examples each time: no change fails by chance.

A test that wants more or fewer examples than the rest takes them from the profile: `settings().max_examples * 6`.
No profile has a deadline: how fast a machine is at the moment says nothing about the code.
"""

import os

from hypothesis import HealthCheck, settings

_TIME = (HealthCheck.too_slow,)

settings.register_profile("short", max_examples=100, derandomize=True, deadline=None, suppress_health_check=_TIME)
settings.register_profile("long", max_examples=1500, deadline=None, suppress_health_check=_TIME, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))
