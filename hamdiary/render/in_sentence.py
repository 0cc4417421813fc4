"""A label as it stands in the middle of a sentence."""

from hamdiary.domain.language import tc


def in_sentence(label: str) -> str:
    """English begins it small; a language that writes nouns large leaves it as it is."""
    if tc("how a label begins inside a sentence", "small") != "small":
        return label
    return label[:1].lower() + label[1:]


def at_beginning(words: str) -> str:
    """The same at the beginning of a sentence or a cell."""
    return words[:1].upper() + words[1:]
