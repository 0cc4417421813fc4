"""What a measure cannot hold is refused before it comes near the disk."""

import math
from datetime import date, datetime
from typing import Any

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.measures import NotSeen, columns_of
from hamdiary.domain.night import Night
from hamdiary.domain.values import BadValue, loaded, stored

NIGHT = dict(columns_of(Night))
HAMSTER = dict(columns_of(Hamster))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("weight_g", math.nan),
        ("weight_g", math.inf),
        ("weight_g", -math.inf),
        ("weight_g", -0.1),
        ("weight_g", 5000.1),
        ("weight_g", 2**63),
        pytest.param("weight_g", 10**5000, id="weight with 5001 figures"),
        ("weight_g", "heavy"),
        ("weight_g", True),
        ("weight_g", NotSeen.NOT_SEEN),
        ("gait", 6),
        ("gait", -1),
        ("gait", 2**63),
        pytest.param("gait", 10**5000, id="gait with 5001 figures"),
        ("gait", True),
        ("gait", 2.5),
        ("gait", math.nan),
        ("gait", "3"),
        ("gait", NotSeen.NOT_CHECKED),
        ("droppings", "runny"),
        ("droppings", NotSeen.NOT_SEEN),
        ("sign_tilt", "maybe"),
        ("sign_tilt", True),
        ("note", ""),
        ("note", "half a \ud83d hamster"),
        ("note", "cut\0short"),
        pytest.param("note", "x" * (NIGHT["note"].kind.most + 1), id="note that is too long"),
        ("note", 5),
        ("carer", "thirteen chars"),
    ],
)
def test_a_value_that_a_night_cannot_hold_is_refused(name: str, value: Any) -> None:
    with pytest.raises(BadValue) as refused:
        stored(NIGHT[name], value)
    assert "\n" not in str(refused.value) and len(str(refused.value)) < 100
    str(refused.value).encode()  # it can be printed


@pytest.mark.parametrize("value", [datetime(2026, 1, 1, 12), "2026-01-01", 20260101])
def test_a_day_is_a_date_and_nothing_else(value: Any) -> None:
    with pytest.raises(BadValue):
        stored(HAMSTER["born"], value)


@pytest.mark.parametrize(
    ("measure", "value", "kept"),
    [
        (NIGHT["gait"], 3, 3),
        (NIGHT["gait"], NotSeen.NOT_SEEN, "not_seen"),
        (NIGHT["weight_g"], 118.44, 118.4),
        (NIGHT["weight_g"], 118, 118.0),
        (NIGHT["water_ml"], 0, 0.0),
        (NIGHT["note"], "よく食べた [/] 🐹\n", "よく食べた [/] 🐹\n"),
        (NIGHT["sign_tilt"], "not_checked", "not_checked"),
        (HAMSTER["born"], date(2026, 1, 14), "2026-01-14"),
        (NIGHT["gait"], None, None),
    ],
)
def test_what_a_measure_can_hold_comes_back_as_it_was(measure: Any, value: Any, kept: Any) -> None:
    assert stored(measure, value) == kept
    back = loaded(measure.kind, kept)
    assert back == (kept if isinstance(value, float) else value)
    assert type(back) in (type(value), float)


def test_minus_zero_is_zero() -> None:
    assert str(stored(NIGHT["water_ml"], -0.0)) == "0.0"
