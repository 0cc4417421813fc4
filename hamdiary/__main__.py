"""The program `hamdiary`, also as `python -m hamdiary`."""

import gc
import sys

ROOMY = 50_000
"""New objects before the collector looks round; at the usual 700 it takes a tenth of a start."""


def main() -> None:
    """Run the command line and end with its exit code."""
    gc.set_threshold(ROOMY)
    try:
        from hamdiary.cli.problems import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    # All is closed and printed; without this the collector would go through every object once
    # more before Python ends, which takes a sixth of the time of `hamdiary log`.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
