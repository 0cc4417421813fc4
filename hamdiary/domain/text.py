"""Text from people: made safe to keep and to show, compared, and turned into file names."""

import re
import unicodedata

MOST_MARKS = 8
"""Combining marks kept on one base character (bad-inputs 30); the tallest Tibetan stacks need 8."""

_MOST_MARKS_TO_NORMALISE = 30
"""Unicode's stream-safe limit: NFC sorts a longer run in quadratic time."""

_ORDINARY = "[\t\n -~]*+"
_WORDS = r"\S+(?:(?<=\d) (?:%|g|ml|min|cm|kg|oz)[.,;:)]*(?!\S))?"
_LONE_SURROGATE = "[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]"

# A control string counts only when it is closed: an open one would swallow the rest of a note.
_ESCAPE_SEQUENCE = (
    r"(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\n\x18\x1a\x1b\x80-\x9f]*+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b\]"
    r"|\x1b[()][0AB]"
)

# U+200E, U+200F and U+061C stay: Arabic and Hebrew need them to place punctuation, and unlike
# the overrides and isolates they cannot turn round the letters of other words.
_DROPPED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]+"

# No mark is a word character or white space, so a pile of marks is always inside such a run.
_MAYBE_PILED = r"[^\w\s\x00-\x7f]{%d,}"

_LOOKS_EMPTY = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters, symbols and marks that draw nothing, beside the format characters."""

_LATIN_WITHOUT_ACCENT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def clean(text: str) -> str:
    """Return text that is safe to keep and to print: no controls, no escape sequences, NFC.

    Tabs and line ends stay, every line end as a newline (traps §2, bad-inputs 25-32).
    """
    if re.fullmatch(_ORDINARY, text) or _is_clean(text):
        return text
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", _without_surrogates(text))
    text = re.sub(_DROPPED, "", re.sub(_ESCAPE_SEQUENCE, "", text))
    text = _clip_marks(text, _MOST_MARKS_TO_NORMALISE)
    return _clip_marks(unicodedata.normalize("NFC", text), MOST_MARKS)


def _is_clean(text: str) -> bool:
    """Tell so of what people usually write, without the patterns below, slow to compile."""
    # No control, surrogate or override is printable.
    return (
        text.isprintable()
        and unicodedata.is_normalized("NFC", text)
        and not re.search(_MAYBE_PILED % (MOST_MARKS + 1), text)
    )


def clean_line(text: str) -> str:
    """Return the text cleaned, on one line: every run of white space is one space, none outside."""
    return " ".join(clean(text).split())


def words_in(text: str) -> list[str]:
    """The words between which a line may be broken: a number and its unit are one."""
    return re.findall(_WORDS, text) if " " in text else text.split()


def replaced_surrogates(text: str) -> bool:
    """Tell whether cleaning this text puts U+FFFD for something unreadable (bad-inputs 32)."""
    return re.search(_LONE_SURROGATE, text) is not None


def has_controls(text: str) -> bool:
    """Tell whether text from elsewhere holds what cleaning drops or replaces."""
    return re.search(f"{_DROPPED}|{_LONE_SURROGATE}", text) is not None


def is_blank(text: str) -> bool:
    """Tell whether nothing of the text can be seen (bad-inputs 19)."""
    return all(_is_invisible(character) for character in clean(text))


def names_look_alike(a: str, b: str) -> bool:
    """Tell whether two names differ in case, width, spacing or hidden characters only.

    SQLite's NOCASE knows ASCII only (bad-inputs 20).
    """
    return _name_key(a) == _name_key(b)


def slug(text: str, fallback: str = "hamster") -> str:
    """Return `[a-z0-9-]{1,60}` for a file name; the fallback if no letter can be spelt so."""
    plain = clean_line(text).casefold().translate(_LATIN_WITHOUT_ACCENT)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")[:60].strip("-") or fallback


def _without_surrogates(text: str) -> str:
    """Join surrogates that belong together and replace the others by U+FFFD."""
    if not re.search("[\ud800-\udfff]", text):
        return text
    joined = re.sub(_LONE_SURROGATE, "\ufffd", text)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _clip_marks(text: str, most: int) -> str:
    """Keep at most so many combining marks on each base character."""

    def clip(run: re.Match[str]) -> str:
        """A run of marks without those that are too many."""
        kept = []
        marks = 0
        for character in run[0]:
            category = unicodedata.category(character)
            if category[0] == "M":
                marks += 1
            elif category != "Cf":  # a joiner between marks starts no new base
                marks = 0
            if category[0] != "M" or marks <= most:
                kept.append(character)
        return "".join(kept)

    return re.sub(_MAYBE_PILED % (most + 1), clip, text)


def _is_invisible(character: str) -> bool:
    """Tell whether a character leaves no mark on paper."""
    return (
        character.isspace()
        or character in _LOOKS_EMPTY
        or unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _name_key(name: str) -> str:
    """Return what two names that look alike have in common."""
    folded = unicodedata.normalize("NFKC", clean(name)).casefold()
    words = unicodedata.normalize("NFKC", folded).split()
    return " ".join(filter(None, map(_visible, words)))


def _visible(word: str) -> str:
    """Return the word without characters that cannot be seen."""
    return "".join(character for character in word if not _is_invisible(character))
