"""`python -m briefgen` and the `briefgen` command."""

import sys

from briefgen.cli.main import run


def main() -> None:
    """Runs the command line and exits with the contract's code."""
    sys.exit(run(sys.argv[1:]))


def main_gui() -> None:
    """The desktop app as a program of its own."""
    sys.exit(run(["gui", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
