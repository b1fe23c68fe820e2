"""What holds for all tests."""

import os

from hypothesis import settings

# A change lands or not by what it is, not by luck: CI tries the same examples every time, people try new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
