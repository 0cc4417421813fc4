from pathlib import Path

import pytest


@pytest.fixture
def file(settings):
    return Path(settings["HAMDIARY_HOME"]) / "settings.toml"


def test_every_setting_is_listed_with_its_value_and_what_it_does(hamdiary):
    ended = hamdiary("settings")
    assert ended.code == 0
    assert "not there yet" in ended.out
    assert "reminders.log.at = 22:30" in ended.out
    assert "By when the log should be written" in ended.out
    assert ended.out == hamdiary("settings", "list").out


def test_the_path_is_printed_alone(hamdiary, file):
    assert hamdiary("settings", "--path").out == f"{file}\n"
    assert hamdiary("settings", "--path", "--json").json["path"] == str(file)


def test_another_file_can_be_named(hamdiary, tmp_path):
    named = str(tmp_path / "mine.toml")
    assert hamdiary("settings", "--path", HAMDIARY_SETTINGS=named).out == f"{named}\n"


def test_setting_a_value_says_what_holds_now(hamdiary, file):
    ended = hamdiary("settings", "set", "reminders.outing.times", "20:30,", "10pm")
    assert (ended.code, ended.out) == (0, "reminders.outing.times = 20:30, 22:00\n")
    assert 'times = ["20:30", "22:00"]' in file.read_text(encoding="utf-8")
    assert "20:30, 22:00 (usually 21:00)" in hamdiary("settings").out


def test_json_names_what_was_changed(hamdiary):
    said = hamdiary("settings", "set", "delivery.bell", "off", "--json").json
    assert (said["name"], said["value"], said["default"]) == ("delivery.bell", False, True)
    listed = hamdiary("settings", "list", "--json").json
    assert listed["changed"] == ["delivery.bell"]
    assert listed["settings"]["reminders.quiet_hours"] == "00:00-07:00"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("reminders.log.att", "9pm"), "did you mean reminders.log.at?"),
        (("reminders.log.at", "25:00"), "There is no 25:00."),
    ],
)
def test_what_cannot_be_set_ends_with_one_line(hamdiary, file, arguments, line):
    ended = hamdiary("settings", "set", *arguments)
    assert (ended.code, ended.out) == (78, "")
    assert line in ended.err
    assert len(ended.err.splitlines()) == 1
    assert not file.exists()


def test_check_says_that_the_file_is_in_order(hamdiary, file):
    assert "is not there" in hamdiary("settings", "check").out
    hamdiary("settings", "set", "delivery.bell", "off")
    assert hamdiary("settings", "check").out == f"{file} is in order\n"
    assert hamdiary("settings", "check", "--json").json["ok"] is True


@pytest.mark.parametrize("command", [("settings",), ("settings", "check"), ("settings", "list")])
def test_an_error_in_the_file_is_told_with_line_and_column(hamdiary, file, command):
    file.parent.mkdir(exist_ok=True)
    file.write_text('[reminders.outing]\ntime = "21:00"\n', encoding="utf-8")
    ended = hamdiary(*command)
    assert ended.code == 78
    assert ended.err == (
        f"hamdiary: {file}, line 2, column 1: there is no setting reminders.outing.time; "
        "did you mean reminders.outing.times?\n"
    )


def test_the_diary_works_on_although_the_settings_do_not(biscuit, file):
    file.write_text("nonsense", encoding="utf-8")
    assert biscuit("log", "--gait", "3").code == 0
    assert biscuit("tonight").code == 0
