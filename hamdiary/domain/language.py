"""The language that owners read: English as written in the code, or what a catalogue says for it.

Like the manner of writing (`domain/manner.py`) it holds for the whole program: a front end says
once where the words come from, before anything is shown. The English text is the key of its
translation (gettext). What is stored, what other programs read and what is typed as a command,
an option or a code is never translated.
"""

from _thread import RLock  # all of `threading` takes a millisecond, which `hamdiary remind` saves
from collections.abc import Callable
from typing import Any, Protocol, TypeVar


class Translations(Protocol):
    """Where words come from: what `gettext.NullTranslations` offers, and no more."""

    def gettext(self, message: str, /) -> str:
        """The text in the language."""

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The form of the text for so many things."""

    def pgettext(self, context: str, message: str, /) -> str:
        """The text as it is meant in that context."""


Source = Translations | Callable[[], Translations | None] | None
"""Where words come from; None is English, a function finds it out."""

_chosen: list[Source] = [None]

_finding_out = RLock()
"""Held while a function is asked; other threads wait here for its answer."""

_is_asked: list[bool] = [False]
"""Whether it is being asked now; read only by who holds the lock."""


def speak(source: Source) -> None:
    """From now on take words from there; a function is asked at the first word, and once."""
    _chosen[0] = source


def spoken() -> Translations | None:
    """Where words come from now; None is English."""
    chosen = _chosen[0]
    return _found_out() if callable(chosen) else chosen


def _found_out() -> Translations | None:
    with _finding_out:
        chosen = _chosen[0]
        if not callable(chosen):
            return chosen
        if _is_asked[0]:
            return None  # whoever is asked may say something on the way: in English
        found, _is_asked[0] = None, True
        try:
            found = chosen()
        finally:
            _chosen[0], _is_asked[0] = found, False
        return found


def t(text: str) -> str:
    """The text in the language in use; where nothing is said for it, the text itself.

    Values are put in afterwards, so that a translation can move them:
    `t("{name} was weighed").format(name=name)`.
    """
    chosen = _chosen[0]
    if chosen is None or not text:
        return text
    found = spoken()
    return text if found is None else found.gettext(text)


def tn(one: str, many: str, count: int) -> str:
    """The form for that count: `tn("{n} night", "{n} nights", n).format(n=n)`."""
    found = spoken()
    if found is None:
        return one if count == 1 else many
    return found.ngettext(one, many, count)


def tc(context: str, text: str) -> str:
    """A text that means several things, in the sense that `context` names: tc("gait", "normal")."""
    found = spoken()
    return text if found is None or not text else found.pgettext(context, text)


def language() -> str:
    """The code of the language in use, "en" or "de"; nothing that is stored may depend on it."""
    found = spoken()
    if found is None:
        return "en"
    told: dict[str, str] = getattr(found, "info", dict)()
    return told.get("language", "en").partition("_")[0] or "en"


def marked(text: str) -> str:
    """The text itself: a constant that is translated where it is shown, by `t`."""
    return text


Class = TypeVar("Class")


def shows(*names: str, context: str = "") -> Callable[[type[Class]], type[Class]]:
    """Declare that a dataclass's fields of those names are texts to be shown.

    They are given, kept and compared in English; who reads one gets it in the language in use, so
    nothing that is declared once at import is bound to a language. `english` gives the text back.
    `context` names the field that says in which sense they are meant, as `tc` has it.
    """

    def declare(kind: type[Class]) -> type[Class]:
        """The class with its fields as `Shown`."""
        for name in names:
            setattr(kind, name, Shown(name, context))
        return kind

    return declare


class Shown:
    """One such field: the instance keeps the English text under the field's name."""

    def __init__(self, name: str, context: str) -> None:
        self.name = name
        self.context = context

    def __get__(self, thing: Any, owner: type) -> str:
        if thing is None:
            raise AttributeError(self.name)
        text: str = thing.__dict__[self.name]
        if _chosen[0] is None:
            return text
        context = self.context and thing.__dict__[self.context]
        return tc(context, text) if context else t(text)

    def __set__(self, thing: Any, text: str) -> None:
        thing.__dict__[self.name] = text


Code = TypeVar("Code")
Words = TypeVar("Words", bound=str | tuple[str, ...])


class Told(dict[Code, Words]):
    """Texts by their codes, given in English; who looks one up gets it in the language in use.

    `context` says in which sense all of them are meant, as `tc` has it.
    """

    def __init__(self, texts: dict[Code, Words], context: str = "") -> None:
        super().__init__(texts)
        self.context = context

    def __getitem__(self, code: Code) -> Words:
        words = super().__getitem__(code)
        return words if _chosen[0] is None else self._told(words)

    def get(self, code: Any, default: Any = None) -> Any:
        """As of a dict; what is found is in the language in use."""
        if code not in self:
            return default
        return self[code]

    def _told(self, words: Any) -> Any:
        if isinstance(words, tuple):
            return tuple(map(self._told, words))
        return tc(self.context, words) if self.context else t(words)


def english(thing: object, name: str) -> str:
    """A text as it was declared, whatever language is in use."""
    return str(thing.__dict__[name])
