"""A label as it stands in the middle of a sentence."""

from hamdiary.domain.language import language


def in_sentence(label: str) -> str:
    """English begins it small; German, which writes nouns large, leaves it as it is."""
    return label if language() == "de" else label[:1].lower() + label[1:]


def at_beginning(words: str) -> str:
    """The same at the beginning of a sentence or a cell."""
    return words[:1].upper() + words[1:]
