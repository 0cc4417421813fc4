"""Two deeds at once, where SQLite works in one of them for long: it lets the others go on then."""

from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import Generic, Self, TypeVar

Result = TypeVar("Result")


class Meanwhile(Generic[Result]):
    """A deed that is done in a thread of its own.

    It opens its own connections, which belong to that thread (traps §1). The block does not end
    before it has ended; what it came to, or has raised, matters only if the result is asked for.
    """

    def __init__(self, deed: Callable[[], Result]) -> None:
        self._deed = deed
        self._results: list[Result] = []
        self._error: BaseException | None = None
        # The context knows the owner's language.
        self._thread = Thread(target=copy_context().run, args=(self._run,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._thread.join()

    def result(self) -> Result:
        """What came of it, once it is done; raises what it has raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._deed())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
            self._error = error
