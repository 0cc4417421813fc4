"""Going through hundreds of thousands of values without Python looking through them as often."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
Result = TypeVar("Result")


def collecting_later(deed: Callable[P, Result]) -> Callable[P, Result]:
    """Keep the collector from looking through very many new values again and again.

    For a deed whose values never refer back to one another, so that there is nothing for it to
    find: on a long diary it takes half of the time.
    """

    @wraps(deed)
    def done(*args: P.args, **kwargs: P.kwargs) -> Result:
        """The deed, with the collector switched off meanwhile."""
        was_on = gc.isenabled()
        gc.disable()
        try:
            return deed(*args, **kwargs)
        finally:
            if was_on:
                gc.enable()

    return done
