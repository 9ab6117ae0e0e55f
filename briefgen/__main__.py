"""`python -m briefgen` and the `briefgen` command."""

import sys

from briefgen.cli.main import run


def main() -> None:
    """Runs the command line and exits with the contract's code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
