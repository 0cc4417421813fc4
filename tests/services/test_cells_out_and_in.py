"""A cell that was written is read as what it was, and none of it lives in a spreadsheet."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.column_days import (
    Unreadable,
    all_at_midnight,
    depends_on_order,
    night_of_cell,
    orders_of,
)
from hamdiary.domain.evening import zone_named
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import Text, columns_of
from hamdiary.domain.night import Night
from hamdiary.domain.wellbeing import Wellbeing
from hamdiary.services.transfer.cells import Wrong, decimals_of, depends_on_decimal, read_cell
from hamdiary.services.transfer.columns import Column, cell, columns, header, unguarded

NOTE = next(each for each in columns("night") if each.name == "note")
LIVE = "=+-@\t\r＝＋－＠"
TODAY = date(2026, 11, 22)
BERLIN = zone_named("Europe/Berlin")


@given(st.text(st.sampled_from("'=+-@ a\n＝"), min_size=1) | st.text(min_size=1))
def test_a_guard_comes_off_as_it_went_on_and_leaves_nothing_live(text):
    written = cell(NOTE, text, guarded=True)
    assert unguarded(written) == text
    assert written[0] not in LIVE
    assert cell(NOTE, text, guarded=False) == text


def test_numbers_are_never_guarded():
    weight = next(each for each in columns("night") if each.name == "weight_g")
    assert cell(weight, 118.0, guarded=True) == "118"
    assert cell(weight, 118.4, guarded=True) == "118.4"
    assert cell(weight, None, guarded=True) == ""
    assert cell(Column("x", "x", weight.measure), -3.9, guarded=True) == "-3.9"


def test_free_text_is_what_people_write_and_the_name_of_the_hamster():
    free = {each.name for each in columns("night") if each.is_free_text}
    assert free == {"hamster_name"} | {
        name for name, measure in columns_of(Night) if isinstance(measure.kind, Text)
    }


@pytest.mark.parametrize(
    ("declaring", "name", "headed"),
    [
        (Night, "weight_g", "weight_g"), (Night, "gait", "gait"), (Hamster, "goal_min", "goal_min"),
        (Hamster, "ramp_every", "ramp_every_nights"), (Wellbeing, "hurt", "hurt_points"),
    ],
)  # fmt: skip
def test_a_header_has_the_unit_once(declaring, name, headed):
    assert header(name, dict(columns_of(declaring))[name]) == headed


@pytest.mark.parametrize(
    ("text", "evening"),
    [
        ("2026-11-22", "2026-11-22"), ("2026/11/22", "2026-11-22"), ("22.11.2026", "2026-11-22"),
        ("22. 11. 2026", "2026-11-22"), ("22/11/26", "2026-11-22"), ("22 Nov 2026", "2026-11-22"),
        ("November 22, 2026", "2026-11-22"), ("22. Oktober 2026", "2026-10-22"),
        ("22. März 2026", "2026-03-22"), ("2026-11-22 21:30", "2026-11-22"),
        ("2026-11-22 02:00", "2026-11-21"), ("2026-11-22T11:59:59", "2026-11-21"),
        ("2026-11-22T12:00", "2026-11-22"), ("22/11/2026, 1:30 am", "2026-11-21"),
        ("22/11/2026 1:30 PM", "2026-11-22"), ("2026-11-22T23:30:00Z", "2026-11-22"),
        ("2026-11-22T10:30:00Z", "2026-11-21"), ("2026-11-22T23:30:00-08:00", "2026-11-22"),
    ],
)  # fmt: skip
def test_a_night_is_read_as_people_and_programs_write_it(text, evening):
    assert str(night_of_cell(text, "", "dmy", BERLIN, TODAY)) == evening


@pytest.mark.parametrize(
    "text",
    ["", "x", "22 Nov", "31.11.2026", "2026-13-01", "22/11/9999", "45000", "1" * 500,
     "22/11/2026 25:00", "2026-11-22T21:30:00+99:99", "yesterday", "２０２６", "2026-11-22 9999"],
)  # fmt: skip
def test_what_is_no_day_is_said_to_be_none(text):
    assert isinstance(night_of_cell(text, "", "dmy", BERLIN, TODAY), Unreadable)


@given(st.text(max_size=60), st.text(max_size=20))
def test_no_text_at_all_makes_the_reader_of_nights_fail(text, time):
    found = night_of_cell(text, time, "mdy", BERLIN, TODAY)
    assert isinstance(found, date | Unreadable)
    assert orders_of([text]) <= {"dmy", "mdy"}
    depends_on_order([text])
    all_at_midnight([text])


def test_all_cells_together_tell_the_order_of_day_and_month():
    assert orders_of(["03/04/2026", "13/04/2026"]) == {"dmy"}
    assert orders_of(["03/04/2026", "04/13/2026"]) == {"mdy"}
    assert orders_of(["2026-04-03", "03/04/2026"]) == {"dmy", "mdy"}
    assert orders_of(["13/04/2026", "04/13/2026"]) == frozenset()
    assert depends_on_order(["03/03/2026", "2026-04-03"]) is None


def test_all_cells_together_tell_the_decimal_sign():
    assert decimals_of(["118,4", "1.184"]) == {","}
    assert depends_on_decimal(["118", "118.4"]) is None
    assert depends_on_decimal(["118", "1.184"]) == "1.184"
    weight = dict(columns_of(Night))["weight_g"]
    assert read_cell(weight, "1.184", "", ",", TODAY) == 1184
    assert read_cell(weight, "1.184", "", ".", TODAY) == 1.2
    assert isinstance(read_cell(weight, "9.999", "", ",", TODAY), Wrong)
    assert read_cell(weight, "4,2", "oz", None, TODAY) == 119.1
    assert read_cell(weight, "k.A.", "", None, TODAY) is None
