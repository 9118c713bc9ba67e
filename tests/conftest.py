"""How long hypothesis looks: HYPOTHESIS_PROFILE=long for the night's run (.ci/nightly), else the short one, which looks
at the same examples each time: no change fails by chance.

A test that wants more or fewer examples than the rest takes them from the profile: `settings().max_examples * 6`.
No profile has a deadline: how fast a machine is at the moment says nothing about the code.

Where file names and arguments can only be ASCII (LC_ALL=C PYTHONUTF8=0), a test that makes others is skipped; one in
which the program itself cannot encode a name still fails.
"""

import os
import sys
import traceback
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import donghyang

_TIME = (HealthCheck.too_slow,)

settings.register_profile("short", max_examples=100, derandomize=True, deadline=None, suppress_health_check=_TIME)
_NIGHT = 400
"""Examples of the long profile: four times the short one's, so that the night's whole run (tests, fuzzing, validators)
takes about an hour on two cores. What is fuzzed has minutes of its own."""
settings.register_profile("long", max_examples=_NIGHT, deadline=None, suppress_health_check=_TIME, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

_PROGRAM = Path(donghyang.__file__).parent
_ONLY_ASCII = sys.getfilesystemencoding() not in ("utf-8", "utf8")


def _skip_names(error: UnicodeEncodeError) -> None:
    """Skips a test that itself, not the program, asked the system for a name in letters that it has not."""
    frames = traceback.extract_tb(error.__traceback__)
    if _ONLY_ASCII and not any(Path(frame.filename).is_relative_to(_PROGRAM) for frame in frames):
        pytest.skip("names can only be ASCII here")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup() -> Generator[None, object, object]:
    try:
        return (yield)
    except UnicodeEncodeError as error:
        _skip_names(error)
        raise


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call() -> Generator[None, object, object]:
    try:
        return (yield)
    except UnicodeEncodeError as error:
        _skip_names(error)
        raise
