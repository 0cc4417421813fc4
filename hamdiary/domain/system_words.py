"""What the system says when a file, a program or a connection cannot be had."""

from hamdiary.domain.language import marked, t

KNOWN = (
    marked("Permission denied"),
    marked("Operation not permitted"),
    marked("No such file or directory"),
    marked("No space left on device"),
    marked("Disk quota exceeded"),
    marked("Read-only file system"),
    marked("Input/output error"),
    marked("Is a directory"),
    marked("Not a directory"),
    marked("Directory not empty"),
    marked("File exists"),
    marked("File too large"),
    marked("File name too long"),
    marked("Too many levels of symbolic links"),
    marked("Too many open files"),
    marked("Device or resource busy"),
    marked("Text file busy"),
    marked("Exec format error"),
    marked("Cannot allocate memory"),
    marked("Invalid cross-device link"),
    marked("Connection refused"),
    marked("Connection reset by peer"),
    marked("Connection timed out"),
    marked("Network is unreachable"),
    marked("No route to host"),
    marked("Name or service not known"),
    marked("Temporary failure in name resolution"),
)
"""Its usual answers, which it gives in English; others stand as they are."""


def reason_of(error: Exception, otherwise: str = "") -> str:
    """Why the system refused, in the owner's language where its answer is known.

    Where it says nothing, `otherwise` (in the owner's language already), else the error's name.
    """
    said = getattr(error, "strerror", None)
    return t(said) if said else otherwise or type(error).__name__


def small_reason_of(error: Exception, otherwise: str = "") -> str:
    """The same within a sentence: English begins it small."""
    words = reason_of(error, otherwise)
    return words.lower() if words == getattr(error, "strerror", None) else words
