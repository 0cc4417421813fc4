"""A thing is what its changes say: heads, edits that change something, undo that takes nothing."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.journal import (
    Change,
    FieldChange,
    Ref,
    Stamp,
    Stored,
    before,
    edit,
    heads,
    state,
)
from hamdiary.domain.undoing import bringing_back, taking_back, undo_and_redo

NIGHT = "h1/2026-11-22"


class Pen:
    """Writes changes of one thing, as one device after another would."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def write(self, device: str = "a", /, **values: Stored) -> Change:
        return self.add(device, edit(self.changes, values))

    def undo(self, target: Change, device: str = "a") -> Change:
        fields = taking_back(self.changes, target)
        return self.add(device, fields, undoes=target.ref)

    def redo(self, target: Change, device: str = "a") -> Change:
        fields = bringing_back(self.changes, target)
        return self.add(device, fields, redoes=target.ref)

    def apart(self, device: str, lamport: int, over: tuple[Ref, ...], **values: Stored) -> Change:
        fields = {name: FieldChange(value, over) for name, value in values.items()}
        change = Change(Ref(lamport, device), stamp(device), "night", NIGHT, fields)
        self.changes.append(change)
        return change

    def add(
        self,
        device: str,
        fields: dict[str, FieldChange],
        undoes: Ref | None = None,
        redoes: Ref | None = None,
    ) -> Change:
        ref = Ref(len(self.changes) + 1, device)
        change = Change(ref, stamp(device), "night", NIGHT, fields, undoes, redoes)
        self.changes.append(change)
        return change

    @property
    def shown(self) -> dict[str, Stored]:
        return {name: value for name, value in state(self.changes).items() if value is not None}


def values_of(fields: dict[str, FieldChange]) -> dict[str, Stored]:
    return {name: field.to for name, field in fields.items()}


def stamp(device: str) -> Stamp:
    return Stamp(device, "2026-11-22T20:00:00Z", "Europe/Berlin")


def test_a_thing_without_changes_shows_nothing() -> None:
    assert state([]) == {} and heads([]) == {}


def test_the_last_value_of_each_field_is_shown() -> None:
    pen = Pen()
    pen.write(gait=2, ate="half")
    pen.write(gait=3)
    assert pen.shown == {"gait": 3, "ate": "half"}


def test_an_edit_names_the_change_whose_value_it_replaces() -> None:
    pen = Pen()
    first = pen.write(gait=2)
    second = pen.write(gait=3, ate="all")
    assert second.fields == {"gait": FieldChange(3, (first.ref,)), "ate": FieldChange("all")}


def test_only_fields_that_really_change_are_written() -> None:
    pen = Pen()
    pen.write(gait=2, weight_g=118.0)
    assert edit(pen.changes, {"gait": 2, "weight_g": 118, "note": None}) == {}


def test_a_score_and_its_text_are_two_values() -> None:
    pen = Pen()
    pen.write(gait=2)
    assert edit(pen.changes, {"gait": "2"}) != {}


def test_edits_made_apart_are_two_heads_and_the_later_reference_is_shown() -> None:
    pen = Pen()
    first = pen.write(gait=2)
    left = pen.apart("a", 2, (first.ref,), gait=3)
    right = pen.apart("b", 2, (first.ref,), gait=4)
    assert heads(pen.changes)["gait"] == [left, right]
    assert pen.shown == {"gait": 4}


def test_a_wall_clock_decides_nothing() -> None:
    pen = Pen()
    pen.write(gait=2)
    early = Stamp("b", "1999-01-01T00:00:00Z", "UTC")
    pen.changes.append(
        Change(Ref(9, "b"), early, "night", NIGHT, {"gait": FieldChange(4, (Ref(1, "a"),))})
    )
    assert pen.shown == {"gait": 4}


def test_choosing_between_two_heads_is_a_change_over_both() -> None:
    pen = Pen()
    first = pen.write(gait=2)
    left = pen.apart("a", 2, (first.ref,), gait=3)
    right = pen.apart("b", 2, (first.ref,), gait=4)
    chosen = edit(pen.changes, {"gait": 4})
    assert chosen == {"gait": FieldChange(4, (left.ref, right.ref))}


def test_before_tells_what_each_field_held() -> None:
    pen = Pen()
    pen.write(gait=2)
    second = pen.write(gait=3, ate="all")
    assert before(pen.changes, second) == {"gait": 2, "ate": None}


def test_undo_brings_back_what_was_there() -> None:
    pen = Pen()
    pen.write(gait=2)
    second = pen.write(gait=3, ate="all")
    pen.undo(second)
    assert pen.shown == {"gait": 2}


def test_undo_after_undo_goes_further_back() -> None:
    pen = Pen()
    first, second = pen.write(gait=2), pen.write(gait=3)
    pen.undo(second)
    pen.undo(first)
    assert pen.shown == {}


def test_redo_after_two_undos_goes_forward_again() -> None:
    pen = Pen()
    first, second = pen.write(gait=2), pen.write(gait=3)
    pen.undo(second)
    pen.undo(first)
    pen.redo(first)
    assert pen.shown == {"gait": 2}
    pen.redo(second)
    assert pen.shown == {"gait": 3}


def test_undo_of_a_redone_change_takes_it_back_again() -> None:
    pen = Pen()
    first = pen.write(gait=2)
    pen.undo(first)
    pen.redo(first)
    pen.undo(first)
    assert pen.shown == {}
    pen.redo(first)
    assert pen.shown == {"gait": 2}


def test_a_field_changed_since_is_left_alone_by_undo() -> None:
    pen = Pen()
    mine = pen.write(gait=2, ate="half")
    pen.write("b", gait=4)
    assert values_of(taking_back(pen.changes, mine)) == {"ate": None}


def test_the_same_value_typed_again_by_another_carer_is_left_alone_by_undo() -> None:
    pen = Pen()
    mine = pen.write(gait=2)
    pen.write("b", gait=3)
    pen.write("b", gait=2)
    assert values_of(taking_back(pen.changes, mine)) == {}


def test_a_field_changed_since_is_left_alone_by_redo() -> None:
    pen = Pen()
    mine = pen.write(gait=2, ate="half")
    pen.undo(mine)
    pen.write("b", gait=4)
    assert values_of(bringing_back(pen.changes, mine)) == {"ate": "half"}


def test_a_field_cleared_anew_since_is_left_alone_by_redo() -> None:
    pen = Pen()
    pen.write(gait=1)
    mine = pen.write(gait=2)
    pen.undo(mine)
    pen.write("b", gait=5)
    pen.write("b", gait=1)
    assert values_of(bringing_back(pen.changes, mine)) == {}


def test_undo_of_a_deletion_brings_everything_back() -> None:
    pen = Pen()
    pen.write(gait=2, note="slept")
    deletion = pen.write(gait=None, note=None)
    assert pen.shown == {}
    pen.undo(deletion)
    assert pen.shown == {"gait": 2, "note": "slept"}


def test_another_change_ends_what_can_be_redone() -> None:
    pen = Pen()
    first = pen.write(gait=2)
    pen.undo(first)
    assert undo_and_redo(pen.changes) == ([], [first.ref])
    second = pen.write(ate="all")
    assert undo_and_redo(pen.changes) == ([second.ref], [])


def test_what_can_be_undone_and_redone_are_two_piles() -> None:
    pen = Pen()
    first, second, third = pen.write(gait=1), pen.write(gait=2), pen.write(gait=3)
    pen.undo(third)
    pen.undo(second)
    assert undo_and_redo(pen.changes) == ([first.ref], [third.ref, second.ref])
    pen.redo(second)
    assert undo_and_redo(pen.changes) == ([first.ref, second.ref], [third.ref])


@given(st.integers(1, 10**12), st.text("0123456789abcdef", min_size=1, max_size=12))
def test_a_reference_survives_being_written_down(lamport: int, device: str) -> None:
    assert Ref.parse(str(Ref(lamport, device))) == Ref(lamport, device)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["write", "undo", "redo"]),
        st.dictionaries(
            st.sampled_from(["gait", "ate", "note"]), st.sampled_from([None, 1, 2, "x"]), min_size=1
        ),
    ),
    max_size=30,
)


@given(ACTS)
def test_undo_and_redo_move_along_what_was_shown(acts: list[tuple[str, dict[str, Stored]]]) -> None:
    pen, past, future = Pen(), [], []
    for act, values in acts:
        done, undone = undo_and_redo(pen.changes)
        by_ref = {change.ref: change for change in pen.changes}
        if act == "write":
            if edit(pen.changes, values):
                past.append(pen.shown)
                future.clear()
                pen.write(**values)
        elif act == "undo" and done:
            future.append(pen.shown)
            pen.undo(by_ref[done[-1]])
            assert pen.shown == past.pop()
        elif act == "redo" and undone:
            past.append(pen.shown)
            pen.redo(by_ref[undone[-1]])
            assert pen.shown == future.pop()
    assert (len(past), len(future)) == tuple(map(len, undo_and_redo(pen.changes)))


@given(ACTS, st.randoms(use_true_random=False))
def test_the_order_in_which_changes_arrive_does_not_matter(
    acts: list[tuple[str, dict[str, Stored]]], dice: Random
) -> None:
    pen = Pen()
    for number, (_, values) in enumerate(acts):
        known = [change for change in pen.changes if dice.random() < 0.7]
        fields = edit(known, values)
        if fields:
            pen.add("ab"[number % 2], fields)
    mixed = list(pen.changes)
    dice.shuffle(mixed)
    assert state(mixed) == state(pen.changes)
