"""A class declares what can be recorded once, and everything else is derived from it."""

from collections.abc import Mapping
from datetime import date

import pytest

from hamdiary.domain.declaring import checklist, choice, day, quantity, scale, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    NotSeen,
    Quantity,
    Scale,
    Step,
    Text,
    columns_of,
    measures_of,
    sign_column,
)


@dataclass(frozen=True)
class Thing:
    key: str
    grip: int | NotSeen | None = scale(
        "Grip", step("weak", "weak, lets go", "lets go at once"), step("firm", "firm", "holds on"),
        unseen=NotSeen.NOT_SEEN, hint="on a rope",
    )  # fmt: skip
    bed: str | None = choice("Bed", step("hay", "hay", "hay"), step("paper", "paper", "paper"))
    nest_g: float | None = quantity("Nest", unit="g", low=1, high=20, most=100)
    checks: Mapping[str, str] = checklist(
        "Checks", step("eyes", "eyes", "both eyes are open"), step("ears", "ears", "ears are up")
    )
    remark: str | None = text("Remark", aside=True)
    moved: date | None = day("Moved")


def test_measures_come_in_the_order_in_which_they_are_declared():
    names = ["grip", "bed", "nest_g", "checks", "remark", "moved"]
    assert list(measures_of(Thing)) == names
    assert [each.name for each in measures_of(Thing).values()] == names


def test_a_field_that_is_no_measure_is_left_out():
    assert "key" not in measures_of(Thing)


def test_nothing_is_recorded_of_a_new_thing():
    new = Thing("k")
    assert [getattr(new, name) for name in measures_of(Thing)] == [None, None, None, {}, None, None]


def test_two_new_things_do_not_share_their_checklist():
    assert Thing("a").checks is not Thing("b").checks


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("grip", Scale),
        ("bed", Choice),
        ("nest_g", Quantity),
        ("checks", Checklist),
        ("remark", Text),
        ("moved", Day),
    ],
)
def test_a_measure_knows_its_kind(name, kind):
    assert type(measures_of(Thing)[name].kind) is kind


def test_a_measure_carries_its_label_and_hint_and_whether_it_is_aside():
    measures = measures_of(Thing)
    assert (measures["grip"].label, measures["grip"].hint) == ("Grip", "on a rope")
    assert measures["remark"].aside and not measures["grip"].aside
    assert measures["bed"].hint == ""


def test_a_checklist_has_a_column_a_sign_and_everything_else_one_column():
    columns = dict(columns_of(Thing))
    assert list(columns) == [
        "grip", "bed", "nest_g", "sign_eyes", "sign_ears", "remark", "moved",
    ]  # fmt: skip
    assert columns["sign_eyes"] is columns["sign_ears"] is measures_of(Thing)["checks"]
    assert sign_column("eyes") == "sign_eyes"


def test_the_short_word_of_a_step_is_what_stands_before_the_comma():
    assert step("weak", "weak, lets go", "lets go at once").short == "weak"
    assert step("firm", "firm", "holds on").short == "firm"


def test_a_step_may_name_its_short_word():
    assert step("yes", "empty", "the pouches were empty", "bare") == Step(
        "yes", "bare", "empty", "the pouches were empty"
    )


def test_a_choice_knows_its_codes_in_the_order_of_its_digits():
    assert measures_of(Thing)["bed"].kind.codes == ("hay", "paper")


def test_an_amount_keeps_one_decimal_unless_it_says_otherwise():
    assert measures_of(Thing)["nest_g"].kind.places == 1


def test_not_seen_and_not_checked_are_two_things_and_neither_is_nothing():
    assert NotSeen.NOT_SEEN != NotSeen.NOT_CHECKED
    assert all(NotSeen)
    assert [each.words for each in NotSeen] == ["not seen", "not checked"]


def test_measures_are_worked_out_once():
    assert measures_of(Thing) is measures_of(Thing)
