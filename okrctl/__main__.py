"""`python -m okrctl`."""

from okrctl.cli.start import main

if __name__ == "__main__":
    main()
