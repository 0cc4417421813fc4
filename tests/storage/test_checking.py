"""Looking a diary's file through for damage."""

from pathlib import Path

from hamdiary.storage.checking import damage_of
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary


def made(folder: Path) -> Path:
    home = Home(folder)
    create_diary(home.diary, home).close()
    return home.diary


def test_a_whole_file_has_no_damage_of(tmp_path):
    assert damage_of(made(tmp_path)) is None


def test_a_page_of_rubbish_is_found_and_it_is_said(tmp_path):
    diary = made(tmp_path)
    content = bytearray(diary.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    diary.write_bytes(content)
    trouble = damage_of(diary)
    assert trouble is not None and "is damaged" in trouble


def test_a_file_that_is_gone_is_no_damage_of(tmp_path):
    assert damage_of(tmp_path / "none.db") is None


def test_a_folder_with_signs_that_a_uri_knows_is_opened_all_the_same(tmp_path):
    folder = tmp_path / "100 % hamster?#ä"
    assert damage_of(made(folder)) is None
