"""Whether this hamdiary knows what a change from elsewhere tells of, by the thousand."""

from collections import defaultdict

from hamdiary.domain.foreign import columns_of_kind
from hamdiary.storage.entries import CheckedTexts


class KnownFields:
    """The texts of fields that were found to be written as hamdiary writes them."""

    def __init__(self) -> None:
        self.texts = CheckedTexts()
        """What they say."""
        self._known = defaultdict[str, set[str]](set)

    def hold(self, kind: str, text: str) -> bool:
        """Whether it is the text of a known kind's known fields, as hamdiary writes them."""
        if text in self._known[kind]:
            return True
        said = self.texts[text]
        if said is None or not said.to.keys() <= columns_of_kind(kind).keys():
            return False
        if text not in self.texts.as_written:
            return False
        self._known[kind].add(text)
        return True
