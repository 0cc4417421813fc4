"""Whether this hamdiary knows what a change from elsewhere tells of, by the thousand."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from types import MappingProxyType

from hamdiary.domain.foreign import columns_of_kind
from hamdiary.storage.entries import Columns, Entry, Name
from hamdiary.storage.field_texts import CheckedTexts

NOTHING: Mapping[Name, Columns] = MappingProxyType({})


class KnownFields:
    """The texts of fields that were found to be written as hamdiary writes them.

    Changes that are `present` in just these words were looked at when they came.
    """

    def __init__(self, present: Mapping[Name, Columns] = NOTHING) -> None:
        self._present = present
        self.texts = CheckedTexts()
        """What they say."""
        self.once = dict[str, str]().setdefault
        """Gives the same text for equal texts: they come by the thousand, and take room."""
        self.heads = _Heads()
        self._known = defaultdict[str, set[str]](set)

    def hold_all(self, entries: Iterable[Entry]) -> bool:
        """Whether all of them tell of known kinds' known fields, as hamdiary writes them."""
        texts, present = defaultdict[str, set[str]](set), self._present
        for entry in entries:
            if not present or present.get((entry.lamport, entry.device)) != entry:
                texts[entry.kind].add(entry.fields)
        return all(self._hold(kind, its) for kind, its in texts.items())

    def _hold(self, kind: str, its: Set[str]) -> bool:
        new = its - self._known[kind]
        said = [self.texts[text] for text in new]
        if None in said or not new <= self.texts.as_written:
            return False
        names = set[str]().union(*[each.to for each in said if each is not None])
        if not names <= columns_of_kind(kind).keys():
            return False
        self._known[kind] |= new
        return True


class _Heads(dict[str, tuple[str, str | None, str]]):
    """Zone, carer and kind by how a line of a bundle says them."""

    def __missing__(self, text: str) -> tuple[str, str | None, str]:
        zone, carer, kind = json.loads(f"[{text}]")
        found = self[text] = (zone, carer, kind)
        return found
