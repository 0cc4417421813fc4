"""Words in another language for a while, where something is made for somebody else: a vet's report.

Only what is done inside it is meant: a screen that goes on meanwhile keeps its own language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from hamdiary.domain.language import Translations, speak, spoken
from hamdiary.languages.reading import LANGUAGES, catalogue

_said: ContextVar[str] = ContextVar("language aside", default="")
"""Which language is spoken aside here; empty if the usual one is."""


@contextmanager
def in_language(code: str | None) -> Iterator[None]:
    """Take words from that language's catalogue within; None leaves them as they are.

    Threads that are begun within go along if they run in a copy of the context.
    """
    if code is None:
        yield
        return
    usual = spoken()
    if not isinstance(usual, _ByContext):
        speak(_ByContext(usual))
    before = _said.set(code if code in LANGUAGES else "")
    try:
        yield
    finally:
        _said.reset(before)


class _ByContext:
    """Words in the language that is spoken aside, else in the usual one."""

    def __init__(self, usual: Translations | None) -> None:
        self._usual = usual
        self._catalogues: dict[str, Translations | None] = {}

    def gettext(self, message: str, /) -> str:
        """The text in the language that counts here."""
        found = self._here()
        return message if found is None else found.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The form of the text for so many things."""
        found = self._here()
        if found is None:
            return msgid1 if n == 1 else msgid2
        return found.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str, /) -> str:
        """The text as it is meant in that context."""
        found = self._here()
        return message if found is None else found.pgettext(context, message)

    def info(self) -> dict[str, str]:
        """What the catalogue says of itself, its language above all; nothing in English."""
        told: dict[str, str] = getattr(self._here(), "info", dict)()
        return told

    def _here(self) -> Translations | None:
        code = _said.get()
        if not code:
            return self._usual
        if code not in self._catalogues:
            self._catalogues[code] = catalogue(code)
        return self._catalogues[code]
