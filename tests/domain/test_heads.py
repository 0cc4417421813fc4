"""Values written apart: both stand until chosen, undo restores the question, nothing is dropped."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.journal import Change, FieldChange, Ref, Stamp, Stored, edit, heads, state
from hamdiary.domain.undoing import bringing_back, taking_back, undo_and_redo


class Carer:
    """One device: it knows some changes of a night and writes over what it knows."""

    def __init__(self, device: str, *known: Change) -> None:
        self.device, self.known = device, list(known)

    def write(self, value: Stored) -> Change:
        return self._add(edit(self.known, {"gait": value}))

    def undo(self, target: Change | None = None) -> Change:
        target = target or self._last(0)
        return self._add(taking_back(self.known, target), undoes=target.ref)

    def redo(self) -> Change:
        target = self._last(1)
        return self._add(bringing_back(self.known, target), redoes=target.ref)

    def can(self, pile: int) -> bool:
        return bool(undo_and_redo(self._own)[pile])

    def meet(self, other: "Carer") -> None:
        both = {each.ref: each for each in (*self.known, *other.known)}
        self.known, other.known = list(both.values()), list(both.values())

    @property
    def _own(self) -> list[Change]:
        return [each for each in self.known if each.ref.device == self.device]

    def _last(self, pile: int) -> Change:
        ref = undo_and_redo(self._own)[pile][-1]
        return next(each for each in self.known if each.ref == ref)

    def _add(self, fields: dict[str, FieldChange], **mark: Ref) -> Change:
        ref = Ref(max((each.ref.lamport for each in self.known), default=0) + 1, self.device)
        stamp = Stamp(self.device, "2026-11-22T20:00:00Z", "UTC")
        change = Change(ref, stamp, "night", "h1/2026-11-22", fields, **mark)
        self.known.append(change)
        return change

    @property
    def values(self) -> list[Stored]:
        return [each.fields["gait"].to for each in heads(self.known).get("gait", [])]


def two_apart(first: Stored = 1) -> tuple[Carer, Carer]:
    """Two carers who knew one value, wrote 2 and 3 apart, and met."""
    a = Carer("a")
    a.write(first)
    b = Carer("b", *a.known)
    a.write(2)
    b.write(3)
    a.meet(b)
    return a, b


def test_values_written_apart_both_stand() -> None:
    a, b = two_apart()
    assert a.values == b.values == [2, 3]


def test_choosing_ends_the_question_on_every_device() -> None:
    a, b = two_apart()
    a.write(2)
    b.meet(a)
    assert a.values == b.values == [2]


def test_an_edit_that_saw_both_values_counts_as_choosing() -> None:
    a, _ = two_apart()
    a.write(4)
    assert a.values == [4]


def test_undo_of_a_choice_puts_the_question_again() -> None:
    a, b = two_apart()
    a.write(3)
    a.undo()
    b.meet(a)
    assert a.values == b.values == [2, 3]


def test_redo_of_a_choice_answers_it_again_and_undo_asks_again() -> None:
    a, _ = two_apart()
    a.write(4)
    for _ in range(3):
        a.undo()
        assert a.values == [2, 3]
        a.redo()
        assert a.values == [4]


def test_a_question_put_again_can_be_answered_anew() -> None:
    a, _ = two_apart()
    a.write(4)
    a.undo()
    a.write(3)
    assert a.values == [3]
    a.undo()
    assert a.values == [2, 3]


def test_taking_back_ones_own_value_leaves_the_other_carers() -> None:
    a, b = two_apart()
    a.undo()
    b.meet(a)
    assert a.values == b.values == [3]
    b.undo()
    a.meet(b)
    assert a.values == b.values == [1]


def test_taking_back_apart_on_both_sides_brings_back_what_was_before() -> None:
    for first in (1, None):
        a, b = two_apart(first)
        a, b = Carer("a", *a.known), Carer("b", *b.known)
        a.undo()
        b.undo()
        a.meet(b)
        assert state(a.known).get("gait") == state(b.known).get("gait") == first
        assert {*a.values} == {*b.values} == {first}


def test_an_undo_does_not_stand_against_what_was_written_meanwhile() -> None:
    a = Carer("a")
    a.write(1)
    b = Carer("b", *a.known)
    a.write(2)
    a.undo()
    b.write(3)
    a.meet(b)
    assert a.values == b.values == [3]


def test_a_choice_undone_here_and_made_there_is_made() -> None:
    a, b = two_apart()
    a.write(2)
    a.undo()
    b.write(3)
    a.meet(b)
    assert a.values == b.values == [3]


def test_after_a_question_is_put_again_each_value_can_still_be_taken_back() -> None:
    a, b = two_apart()
    b.write(3)
    b.undo()
    a.meet(b)
    a.undo()
    assert a.values == [3]


def test_a_third_value_is_asked_about_too() -> None:
    a, _b = two_apart()
    c = Carer("c", *(each for each in a.known if each.ref.lamport == 1))
    c.write(5)
    c.meet(a)
    assert sorted(map(str, c.values)) == ["2", "3", "5"]


def test_undo_and_redo_a_thousand_times_is_read_in_no_time() -> None:
    a = Carer("a")
    for number in range(1500):
        a.known.append(_step(a, number))
    assert a.values == [None]


def _step(a: Carer, number: int) -> Change:
    """Writing and taking back in turn, each over the one before."""
    ref, stamp = Ref(number + 1, "a"), Stamp("a", "2026-11-22T20:00:00Z", "UTC")
    over = (Ref(number, "a"),) if number else ()
    undoes = Ref(number, "a") if number % 2 else None
    fields = {"gait": FieldChange(None if number % 2 else 2, over)}
    return Change(ref, stamp, "night", "h1/2026-11-22", fields, undoes)


ACTS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from("wwwurm"), st.integers(0, 3)), max_size=40
)


@given(ACTS)
def test_whatever_carers_do_apart_they_agree_and_something_stands(
    acts: list[tuple[int, str, int]],
) -> None:
    carers = [Carer(device) for device in "abc"]
    for who, act, value in acts:
        carer = carers[who]
        if act == "w" and edit(carer.known, {"gait": value}):
            carer.write(value)
        elif act == "u" and carer.can(0):
            carer.undo()
        elif act == "r" and carer.can(1):
            carer.redo()
        elif act == "m":
            carer.meet(carers[value % 3])
    for carer in carers[1:] * 2:
        carers[0].meet(carer)
    assert len({tuple(map(str, carer.values)) for carer in carers}) == 1
    assert all(carer.values for carer in carers if carer.known)


@given(ACTS, st.integers(0, 3))
def test_undo_takes_back_what_was_just_written_whatever_came_before(
    acts: list[tuple[int, str, int]], value: int
) -> None:
    carers = [Carer(device) for device in "abc"]
    for who, act, written in acts:
        carer = carers[who]
        if act in "wur" and edit(carer.known, {"gait": written}):
            carer.write(written) if act == "w" or not carer.can(0) else carer.undo()
        elif act == "m":
            carer.meet(carers[written % 3])
    a = carers[0]
    earlier = a.values
    if edit(a.known, {"gait": value}):
        a.write(value)
        assert a.values == [value]
        a.undo()
        assert a.values == (earlier or [None])
        a.redo()
        assert a.values == [value]


def test_the_order_in_which_changes_are_read_does_not_matter() -> None:
    a, b = two_apart()
    a.write(4)
    a.undo()
    b.undo()
    a.meet(b)
    expected = a.values
    for seed in range(20):
        Random(seed).shuffle(a.known)
        assert a.values == expected
