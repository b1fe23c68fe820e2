"""Family 0: manuals and examples of what reading a file finds; the checks stand in `workspace`."""
