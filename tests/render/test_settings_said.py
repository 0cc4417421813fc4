"""What settings are called on a screen, and what their values mean."""

import pytest

from hamdiary.domain.settings import Settings
from hamdiary.domain.settings_listed import as_raw, settings_of
from hamdiary.render.settings import LABELS, label_of, value_said

NAMES = [".".join(path) for path, _ in settings_of(Settings())]
ROOM = 25
"""Cells that the list has for a label on a phone."""


def default(name):
    value = Settings()
    for part in name.split("."):
        value = getattr(value, part)
    return as_raw(value)


def test_every_setting_has_a_label_of_its_own_and_no_label_is_left_over():
    assert set(LABELS) == set(NAMES)
    assert len(set(LABELS.values())) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_label_fits_beside_its_value_on_a_phone(name):
    assert len(label_of(name)) <= ROOM


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_said_in_words_and_never_as_nothing(name):
    said = value_said(name, default(name))
    assert said and said not in ("auto", "true", "false")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("reminders.outing.on", True, "on"),
        ("reminders.outing.weekdays", [], "every evening"),
        ("reminders.weigh_in.weekdays", [], "a week later"),
        ("reminders.weigh_in.weekdays", ["monday", "friday"], "Mon, Fri"),
        ("reminders.outing.times", ["20:30", "22:00"], "20:30, 22:00"),
        ("reminders.repeat_minutes", 60, "60 minutes"),
        ("reminders.repeat_minutes", 0, "never again"),
        ("display.language", "de", "Deutsch"),
        ("backups.copies_in", "/media/stick", "/media/stick"),
    ],
)
def test_a_value_says_what_it_means(name, value, said):
    assert value_said(name, value) == said
