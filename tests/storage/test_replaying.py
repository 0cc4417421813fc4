"""What a journal adds up to, worked out quickly, is what it adds up to worked out one by one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hamdiary.domain.conflicts import conflicts_among
from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, heads, shown
from hamdiary.storage.entries import entry_of
from hamdiary.storage.field_texts import FieldTexts
from hamdiary.storage.replaying import replay

THING = "a1/2025-06-17"
FIELDS = ("gait", "ate", "note")


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes of one night by two devices that now know of one another and now do not."""
    written: list[Change] = []
    for number in range(1, draw(st.integers(1, 9)) + 1):
        device = draw(st.sampled_from(("aa", "bb")))
        names = draw(st.sets(st.sampled_from(FIELDS), min_size=1))
        undone = draw(st.sampled_from([None, None, *(each.ref for each in written)]))
        fields = {}
        for name in sorted(names):
            earlier = [each.ref for each in written if name in each.fields]
            over = draw(st.sets(st.sampled_from(earlier))) if earlier else set()
            last = draw(st.booleans())
            fields[name] = FieldChange(
                draw(st.sampled_from((None, 0, 1, "most"))),
                tuple(earlier[-1:]) if last else tuple(sorted(over)),
            )
        if undone is not None and not all(
            name in next(e for e in written if e.ref == undone).fields for name in fields
        ):
            undone = None
        stamp = Stamp(device, f"2025-06-17T21:00:{number:02}Z", "Europe/Berlin", None)
        written.append(Change(Ref(number, device), stamp, "night", THING, fields, undone))
    return written


@given(histories())
@settings(max_examples=400, deadline=None)
def test_a_replay_shows_and_asks_what_the_heads_say(changes: list[Change]) -> None:
    wanted = heads(changes)
    found = replay([entry_of(each) for each in changes], FieldTexts())
    ((thing, values, at_utc),) = found.of_kind("night")
    assert (thing, values) == (THING, shown(wanted))
    assert at_utc == changes[-1].stamp.at_utc
    asked = conflicts_among("night", THING, found.standing.get(("night", THING), {}))
    key = lambda each: each.field  # noqa: E731
    assert sorted(asked, key=key) == sorted(conflicts_among("night", THING, wanted), key=key)
