"""Where the files lie, and the few things a device remembers about itself."""

import shutil
import stat
import sys
from pathlib import Path

import pytest

from hamdiary.storage import locations
from hamdiary.storage.locations import Home
from hamdiary.storage.windows import Window, forget_window, is_open


def test_everything_lies_where_the_environment_says(tmp_path: Path) -> None:
    home = Home.of({"HAMDIARY_HOME": str(tmp_path / "here")})
    assert home.diary == tmp_path / "here" / "diary.db"


def test_without_that_it_lies_in_the_users_own_data_folder() -> None:
    assert Home.of({}).diary.is_absolute()


def test_a_device_keeps_its_name(tmp_path: Path) -> None:
    assert Home(tmp_path).device() == Home(tmp_path).device() != Home(tmp_path / "x").device()


def test_a_copied_home_is_a_device_of_its_own(tmp_path: Path) -> None:
    first = Home(tmp_path / "home").device()
    shutil.copytree(tmp_path / "home", tmp_path / "copy")
    copy = Home(tmp_path / "copy").device()
    assert copy != first and Home(tmp_path / "copy").device() == copy
    assert Home(tmp_path / "home").device() == first


def test_a_home_carried_to_another_computer_is_a_device_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Home(tmp_path).device()
    monkeypatch.setattr(locations, "computer_id", lambda: "another")
    assert Home(tmp_path).device() != first


def test_a_home_of_before_keeps_its_device(tmp_path: Path) -> None:
    """Homes did not note their place at first."""
    (tmp_path / "device").write_text("5e1fa3c0")
    assert Home(tmp_path).device() == Home(tmp_path).device() == "5e1fa3c0"


def test_a_device_takes_a_new_name_when_asked(tmp_path: Path) -> None:
    first = Home(tmp_path).device()
    renewed = Home(tmp_path).renew_device()
    assert Home(tmp_path).device() == renewed != first


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes")
def test_the_home_is_the_owners_alone(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.device()
    home.remember(home.diary, "1")
    window = Window(home)
    assert {stat.S_IMODE(each.stat().st_mode) for each in (home.folder, home.windows)} == {0o700}
    files = [each for each in home.folder.rglob("*") if each.is_file()]
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600} and len(files) == 5
    window.close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a@b", b"two words", b"x" * 900])
def test_a_spoilt_name_of_a_device_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "device").write_bytes(content)
    name = Home(tmp_path).device()
    assert len(name) == 8 and Home(tmp_path).device() == name


def test_a_home_that_cannot_be_written_still_has_a_device(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(Home(tmp_path / "file" / "home").device()) == 8


def test_a_diary_is_known_where_it_was_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.remember(tmp_path / "a.db", "1")
    home.remember(tmp_path / "b.db", "2")
    assert home.knows(tmp_path / "a.db") and home.knows(tmp_path / "b.db")
    assert not home.knows(tmp_path / "c.db")


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"'])
def test_a_spoilt_list_of_known_diaries_is_no_obstacle(tmp_path: Path, content: str) -> None:
    home = Home(tmp_path)
    (tmp_path / "known-diaries.json").write_text(content)
    assert not home.knows(tmp_path / "a.db")
    home.remember(tmp_path / "a.db", "1")
    assert home.knows(tmp_path / "a.db")


def test_what_cannot_be_remembered_leaves_nothing_lying(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (tmp_path / "known-diaries.json").mkdir()
    home.remember(tmp_path / "diary.db", "1f")
    assert not [*tmp_path.glob(".*")]


def test_a_window_is_open_until_it_is_closed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    window = Window(home)
    assert is_open(home, window.name)
    window.close()
    assert not is_open(home, window.name)
    assert list(home.windows.iterdir()) == []


def test_a_window_that_nobody_knows_is_not_open(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert not is_open(home, "1-abcd")
    forget_window(home, "1-abcd")


def test_two_windows_have_two_names(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first, second = Window(home), Window(home)
    assert first.name != second.name
    first.close()
    assert is_open(home, second.name)
    second.close()
