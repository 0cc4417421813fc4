import os
import stat
import subprocess
import sys
import tempfile
import tomllib
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.settings import QUIET_HOURS, Settings
from hamdiary.services.clock import BadSetting
from hamdiary.services.settings import load_settings, settings_or_defaults
from hamdiary.services.settings_set import set_setting, setting_lines
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.locations import Home

COMMENTED = """\
# Biscuit's evenings
[reminders.log]
at = "22:00"  # before the news

[delivery]
bell = false
"""


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path)


def written(home, text):
    home.settings.write_text(text, encoding="utf-8")
    return home


def trouble(home, text):
    with pytest.raises(BadSetting) as caught:
        load_settings(written(home, text))
    return str(caught.value).removeprefix(f"{home.settings}, ")


def test_without_a_file_all_is_as_usual(home):
    assert load_settings(home) == Settings()
    assert not home.settings.exists()


def test_without_a_file_no_toml_is_imported(tmp_path):
    code = (
        "import sys; from pathlib import Path; from hamdiary.storage.locations import Home;"
        "from hamdiary.services.settings import load_settings;"
        f"load_settings(Home(Path({str(tmp_path)!r})));"
        "assert not {'tomllib', 'tomlkit', 'difflib', 'dateutil'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_what_the_file_says_holds_and_the_rest_is_as_usual(home):
    settings = load_settings(written(home, COMMENTED))
    assert settings.reminders.log.at == time(22)
    assert settings.delivery.bell is False
    assert settings.reminders.quiet_hours == QUIET_HOURS


def test_the_file_is_read_again_once_it_has_changed(home):
    load_settings(written(home, COMMENTED))
    written(home, COMMENTED.replace("22:00", "9 pm"))
    assert load_settings(home).reminders.log.at == time(21)
    home.settings.unlink()
    assert load_settings(home) == Settings()


def test_a_file_that_begins_with_a_byte_order_mark_is_read(home):
    home.settings.write_bytes(b"\xef\xbb\xbf" + COMMENTED.encode())
    assert load_settings(home).delivery.bell is False


def test_a_time_of_toml_s_own_is_read(home):
    settings = load_settings(written(home, "[reminders.log]\nat = 22:05:00\n"))
    assert settings.reminders.log.at == time(22, 5)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reminders\n", "line 1, column 11: expected ']' at the end of a table declaration"),
        ("[reminders.log]\nat = 22:30\n", "; write a time in quotes"),
        ("[reminders.log]\nat = [\n", "line 2, column 7: invalid value"),
        ("a = 1\na = 2\n", "line 2, column 6: cannot overwrite a value"),
    ],
)
def test_an_error_of_toml_is_told_with_line_and_column(home, text, line):
    said = trouble(home, text)
    assert line in said
    assert said.startswith("line ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reminders.outing]\ntime = [\"21:00\"]\n",
         "line 2, column 1: there is no setting reminders.outing.time; "
         "did you mean reminders.outing.times?"),
        ("[remindrs]\nrepeat_minutes = 5\n",
         "line 1, column 2: there is no setting remindrs; did you mean reminders?"),
        ("quiet_hours = \"none\"\n",
         "line 1, column 1: there is no setting quiet_hours; "
         "did you mean reminders.quiet_hours?"),
        ("[delivery]\n# x\n  ntfy.topik = \"a\"\n",
         "line 3, column 3: there is no setting delivery.ntfy.topik; "
         "did you mean delivery.ntfy.topic?"),
        ("[reminders]\nlog = { on = true, att = \"22:00\" }\n",
         "line 2, column 20: there is no setting reminders.log.att; "
         "did you mean reminders.log.at?"),
        ("zzzzzz = 1\n",
         "line 1, column 1: there is no setting zzzzzz; hamdiary settings list names them all"),
    ],
)  # fmt: skip
def test_an_unknown_key_is_told_with_its_place_and_the_nearest_known(home, text, line):
    assert trouble(home, text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[reminders.log]\nat = \"25:00\"\n",
         "line 2, column 6: reminders.log.at must be a time like 21:00. There is no 25:00. "
         "Write a time from 0:00 to 23:59."),
        ("[reminders.log]\non = \"yes\"\n",
         "line 2, column 6: reminders.log.on must be true or false, without quotes"),
        ("[reminders]\nrepeat_minutes = 3\n",
         "line 2, column 18: reminders.repeat_minutes must be 0 or a whole number "
         "from 5 to 1440"),
        ("reminders = 5\n",
         "line 1, column 13: reminders has settings of its own; write [reminders]"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_its_place_and_what_it_must_be(home, text, line):
    assert trouble(home, text) == line


def test_nesting_too_deep_and_numbers_too_long_are_one_line(home):
    assert trouble(home, "a = " + "[" * 100_000).startswith("line ")
    assert trouble(home, "a = " + "9" * 5000).startswith("line ")


def test_bytes_that_are_no_text_are_told(home):
    home.settings.write_bytes(b"[delivery]\nbell = \xff\n")
    with pytest.raises(BadSetting, match="line 2: this is no text in UTF-8"):
        load_settings(home)


def test_a_folder_in_the_place_of_the_file_is_one_line(home):
    home.settings.mkdir()
    with pytest.raises(DiskTrouble, match="Is a directory"):
        load_settings(home)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_text_is_read_or_told_in_one_line(text):
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder))
        home.settings.write_bytes(text.encode())
        _, line = settings_or_defaults(home)
        assert line is None or "\n" not in line


def test_the_diary_opens_with_usual_settings_although_the_file_is_wrong(home):
    settings, line = settings_or_defaults(written(home, "nonsense"))
    assert settings == Settings()
    assert "line 1, column 9" in line


# Changing


def test_setting_keeps_comments_and_order(home):
    written(home, COMMENTED)
    set_setting(home, "reminders.log.at", "9 pm")
    set_setting(home, "reminders.repeat_minutes", 30)
    text = home.settings.read_text(encoding="utf-8")
    assert "# Biscuit's evenings\n" in text
    assert 'at = "21:00"  # before the news\n' in text
    assert text.index("[reminders.log]") < text.index("[delivery]")
    assert load_settings(home).reminders.repeat_minutes == 30


@pytest.mark.parametrize(
    ("name", "typed", "raw"),
    [
        ("reminders.outing.times", "20:30, 22:00", ["20:30", "22:00"]),
        ("reminders.outing.weekdays", "mon fri", ["monday", "friday"]),
        ("reminders.quiet_hours", "none", "none"),
        ("reminders.dose.on", "off", False),
        ("delivery.ntfy.topic", "hamdiary-4f1c09a2", "hamdiary-4f1c09a2"),
        ("delivery.notify_command", 'say "quote"', 'say "quote"'),
    ],
)
def test_each_kind_is_written_as_toml_has_it(home, name, typed, raw):
    line = set_setting(home, name, typed)
    found = tomllib.loads(home.settings.read_text(encoding="utf-8"))
    for part in name.split("."):
        found = found[part]
    assert found == raw == line.value


def test_every_setting_can_be_set_to_what_it_is_and_changes_nothing(home):
    for line in setting_lines(home):
        raw = line.value
        set_setting(home, line.name, ", ".join(raw) or "none" if isinstance(raw, list) else raw)
    assert load_settings(home) == Settings()


def test_the_file_is_the_owner_s_alone_and_nothing_is_left_beside_it(home):
    set_setting(home, "delivery.bell", False)
    set_setting(home, "delivery.bell", True)
    assert stat.S_IMODE(home.settings.stat().st_mode) == 0o600
    assert {each.name for each in home.folder.iterdir()} == {
        "settings.toml", "settings.toml.lock",
    }  # fmt: skip


def test_a_link_stays_a_link(home, tmp_path):
    kept = tmp_path / "dotfiles" / "hamdiary.toml"
    kept.parent.mkdir()
    kept.write_text(COMMENTED, encoding="utf-8")
    home.settings.symlink_to(kept)
    set_setting(home, "delivery.bell", True)
    assert home.settings.is_symlink()
    assert "bell = true" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("reminders.log.att", "9pm", "there is no setting reminders.log.att; did you mean"),
        ("reminders.log", "9pm", "reminders.log has several settings: reminders.log.on, "),
        ("reminders.log.at", "25:00", "reminders.log.at must be a time like 21:00"),
        ("delivery.ntfy.server", "ftp://x", "must be like https://ntfy.sh"),
    ],
)
def test_what_cannot_be_set_leaves_the_file_alone(home, name, value, line):
    written(home, COMMENTED)
    with pytest.raises(BadSetting) as caught:
        set_setting(home, name, value)
    assert line in str(caught.value)
    assert home.settings.read_text(encoding="utf-8") == COMMENTED


def test_a_file_with_an_error_is_not_written_over(home):
    written(home, "[reminders\n")
    with pytest.raises(BadSetting, match="line 1, column 11"):
        set_setting(home, "delivery.bell", False)
    assert home.settings.read_text(encoding="utf-8") == "[reminders\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_line(home):
    written(home, COMMENTED)
    home.folder.chmod(0o500)
    try:
        with pytest.raises(Exception, match="may not be written by you"):
            set_setting(home, "delivery.bell", False)
    finally:
        home.folder.chmod(0o700)


def test_another_file_can_be_named(tmp_path):
    named = tmp_path / "elsewhere" / "mine.toml"
    home = Home.of({"HAMDIARY_HOME": str(tmp_path), "HAMDIARY_SETTINGS": str(named)})
    set_setting(home, "delivery.bell", "off")
    assert named.exists()
    assert not (tmp_path / "settings.toml").exists()
    assert load_settings(home).delivery.bell is False
