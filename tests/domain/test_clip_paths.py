"""Paths of clips: any name goes into one line of text and comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.clip_paths import as_kept, as_path, dropped, shown_name, shown_path
from hamdiary.domain.text import clean_line

ODD = [
    "/films/two  blanks.mp4",
    "/films/line\nbreak.mp4",
    "/films/\x1b]52;c;ZXZpbA==\x07.mp4",
    "/films/bytes-\udcff\udcfe.mp4",
    "/films/e\u0301 as a Mac writes it.mov",
    "/films/\u202egpm.exe",
    "/films/ ends in a blank ",
    "file:///films/a%20b.mp4",
]


@pytest.mark.parametrize("path", ODD)
def test_a_name_that_a_line_would_lose_is_kept_as_an_address_and_given_back(path):
    kept = as_kept(path)
    assert kept.startswith("file://") and kept.isascii() and clean_line(kept) == kept
    if not path.startswith("file:"):
        assert as_path(kept) == path


@pytest.mark.parametrize(
    "path", ["/films/left.mp4", "/Fotos/Käfig ハムスター.jpg", "C:\\films\\a.mp4"]
)
def test_an_ordinary_path_is_kept_as_it_is(path):
    assert as_kept(path) == as_path(path) == shown_path(path) == path


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_every_path_comes_back(name):
    path = f"/films/{name}"
    assert as_path(as_kept(path)) == path
    assert clean_line(as_kept(path)) == as_kept(path)


@given(st.binary(min_size=1).filter(lambda raw: b"\0" not in raw))
def test_names_that_are_no_text_come_back_byte_by_byte(raw):
    path = "/films/" + raw.decode("utf-8", "surrogateescape")
    assert as_path(as_kept(path)) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///films/a%20b.mp4", "/films/a b.mp4"),
        ("file://localhost/films/a.mp4", "/films/a.mp4"),
        ("FILE:/films/a.mp4", "/films/a.mp4"),
        ("file:///C:/films/a.mp4", "C:/films/a.mp4"),
        ("/films/100%.mp4", "/films/100%.mp4"),
    ],
)
def test_an_address_is_read_as_file_managers_write_it(address, path):
    assert as_path(address) == path


@pytest.mark.parametrize("path", ODD)
def test_what_is_shown_is_one_harmless_line(path):
    assert clean_line(shown_path(as_kept(path))) == shown_path(as_kept(path))
    assert "\x1b" not in shown_name(as_kept(path))


@pytest.mark.parametrize(
    ("kept", "name"),
    [("/films/left.mp4", "left.mp4"), ("C:\\films\\left.mp4", "left.mp4"), ("/", "/"),
     ("/films/a\\b.mp4", "a\\b.mp4"), ("file:///films/a%20%20b.mp4", "a b.mp4")],
)  # fmt: skip
def test_the_name_is_the_last_part(kept, name):
    assert shown_name(kept) == name


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("'/films/my film.mp4' ", "/films/my film.mp4"),
        ('"/films/my film.mp4"', "/films/my film.mp4"),
        ("/films/my\\ film\\ \\(1\\).mp4", "/films/my film (1).mp4"),
        ("'/films/it'\\''s.mp4'", "/films/it's.mp4"),
        ("/films/plain.mp4", "/films/plain.mp4"),
        ("'", "'"),
    ],
)
def test_a_dropped_file_loses_the_quotes_of_the_terminal(typed, path):
    assert dropped(typed) == path


def test_backslashes_stay_where_they_part_folders():
    assert dropped("C:\\films\\a.mp4", backslashes=False) == "C:\\films\\a.mp4"
