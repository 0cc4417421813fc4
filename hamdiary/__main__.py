"""The program `hamdiary`, also as `python -m hamdiary`."""

import gc
import os
import sys

ROOMY = 500_000
"""New objects before the collector looks round; at the usual 700 it takes a tenth of a start.
The screens go back to less as soon as they stand.
"""


def main() -> None:
    """Run the command line and end with its exit code."""
    gc.set_threshold(ROOMY)
    try:
        code = _run()
    except KeyboardInterrupt:
        code = 130
    # All is closed and printed; without this the collector would go through every object once
    # more before Python ends, which takes a sixth of the time of `hamdiary log`.
    gc.freeze()
    sys.exit(code)


def _run() -> int:
    from hamdiary.cli.shortcuts import shortcut

    call = shortcut(sys.argv[1:], os.environ)
    if call is not None:
        return call()
    from hamdiary.cli.calling import run

    return run()


if __name__ == "__main__":
    main()
