"""The program `hamdiary`, also as `python -m hamdiary`."""

import sys


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        from hamdiary.cli.problems import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
