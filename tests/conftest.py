"""What holds for all tests."""

import os
import signal

from hypothesis import settings

# A change lands or not by what it is, not by luck: CI tries the same examples every time, people try new ones.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

# Whoever runs the tests in the background may ignore Ctrl-C for all that he starts: here it interrupts as for a user.
signal.signal(signal.SIGINT, signal.default_int_handler)
