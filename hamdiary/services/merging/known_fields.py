"""Whether this hamdiary knows what a change from elsewhere tells of, by the thousand."""

from hamdiary.domain.foreign import columns_of_kind
from hamdiary.storage.entries import FieldTexts


class KnownFields:
    """The texts of fields that were found to be written as hamdiary writes them."""

    def __init__(self) -> None:
        self.texts = FieldTexts()
        """What they say."""
        self._known: dict[str, set[str]] = {}

    def hold(self, kind: str, text: str) -> bool:
        """Whether it is the text of a known kind's known fields, as hamdiary writes them."""
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = set()
        if text in known:
            return True
        said = self.texts[text]
        if said is None or not said.to.keys() <= columns_of_kind(kind).keys():
            return False
        if not self.texts.is_as_written(text):
            return False
        known.add(text)
        return True
