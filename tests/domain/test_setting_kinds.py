from datetime import time

import pytest

from hamdiary.domain.reminders.quiet import Quiet, QuietHours
from hamdiary.domain.setting_kinds import (
    Minutes,
    Switch,
    TimeOfDay,
    TimesOfDay,
    Weekdays,
    Words,
    WrongValue,
)
from hamdiary.domain.settings import Settings
from hamdiary.domain.settings_listed import as_raw, settings_of

ALL = {".".join(key): (key, each) for key, each in settings_of(Settings())}


def value_at(key):
    tree = Settings()
    for part in key:
        tree = getattr(tree, part)
    return tree


@pytest.mark.parametrize("name", ALL)
def test_every_default_can_be_written_and_read_again(name):
    key, each = ALL[name]
    default = value_at(key)
    assert each.kind.loaded(as_raw(default)) == default
    assert each.words


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Switch(), "on", True),
        (Switch(), "No", False),
        (Minutes(5, 1440), "90", 90),
        (Minutes(5, 1440), "0", 0),
        (TimeOfDay(), "9pm", time(21)),
        (TimesOfDay(6), "22:30, 9pm", (time(21), time(22, 30))),
        (Weekdays(), "tue and Friday", (1, 4)),
        (Weekdays(), "none", ()),
        (Quiet(), "23-7", QuietHours(time(23), time(7))),
        (Quiet(), "11 pm to 7 am", QuietHours(time(23), time(7))),
        (Quiet(), "none", None),
        (Words(".+", "x"), "none", None),
        (Words(".+", "x"), "notify me", "notify me"),
    ],
)
def test_what_is_typed_is_read(kind, typed, value):
    assert kind.typed(typed) == value
    assert kind.loaded(as_raw(value)) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Switch(), "maybe"),
        (Minutes(5, 1440), "4"),
        (Minutes(5, 1440), "-60"),
        (Minutes(5, 1440), "9" * 5000),
        (TimeOfDay(), "25:00"),
        (TimesOfDay(2), "20:00 21:00 22:00"),
        (TimesOfDay(2), ""),
        (Weekdays(), "someday"),
        (Weekdays(), "t"),
        (Quiet(), "23:00"),
        (Quiet(), "07:00-07:00"),
        (Words("[a-z]+", "abc"), "a b"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(kind, typed):
    with pytest.raises(WrongValue, match=r"^must be "):
        kind.typed(typed)


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        (Switch(), "true"),
        (Switch(), 1),
        (Minutes(5, 1440), True),
        (Minutes(5, 1440), 60.5),
        (Minutes(5, 1440), "60"),
        (TimeOfDay(), 21),
        (TimesOfDay(6), []),
        (TimesOfDay(6), [21]),
        (Weekdays(), "monday"),
        (Weekdays(), [1]),
        (Quiet(), False),
        (Words(".+", "x"), 5),
    ],
)
def test_a_value_of_another_type_is_refused(kind, raw):
    with pytest.raises(WrongValue, match=r"^must be "):
        kind.loaded(raw)
