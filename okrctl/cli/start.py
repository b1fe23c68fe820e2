"""The very first step: an interrupt is quiet even while the modules of the command are still being loaded."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from okrctl.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
