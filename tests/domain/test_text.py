"""Text from people is made safe without losing what it says."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamdiary.domain.text import (
    MOST_MARKS,
    clean,
    clean_line,
    is_blank,
    names_look_alike,
    replaced_surrogates,
    slug,
    words_in,
)

PIECES = (
    *("a", "é", "e\u0301", "\u0344", "ก้ำ", "क्षि", "👩\u200d👩\u200d👧", "🐹", "ハ", "각", "\u1161"),
    *("\u0301\u0323" * 6, "\u200d", "\u200b", "\ud83d", "\udc39", "\ufeff", "\u202e", "\u2067"),
    *("\x1b", "\x1b[", "\x1b]", "\x1b\\", "\x9b", "\x9d", "\x9c", "\x07", "31m", "[2J", "[/]"),
    *("\r", "\n", "\r\n", "\t", " ", "\x00", "\x7f", "\x85", "\u2028", "\u3000", "\ufffd"),
)
UNICODE = st.characters(exclude_categories=())
ANY_TEXT = st.one_of(
    st.text(UNICODE, max_size=40),
    st.lists(st.one_of(st.sampled_from(PIECES), UNICODE), max_size=30).map("".join),
)
FORBIDDEN = {
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
} - {"\n", "\t"}


def longest_pile(text: str) -> int:
    longest = run = 0
    for character in text:
        if unicodedata.category(character)[0] == "M":
            run += 1
        elif unicodedata.category(character) != "Cf":
            run = 0
        longest = max(longest, run)
    return longest


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY_TEXT)
def test_clean_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    cleaned = clean(text)
    assert not FORBIDDEN.intersection(cleaned)
    assert longest_pile(cleaned) <= MOST_MARKS
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode("utf-8")


@given(ANY_TEXT)
def test_a_clean_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x1b]52;c;aGk=\x07b", "ab"),
        ("a\x1b]52;c;aGk=\x1b\\b", "ab"),
        ("a\x9d52;c;aGk=\x9cb", "ab"),
        ("a\x1b]8;;https://example.org\x07link\x1b]8;;\x07b", "alinkb"),
        ("a\x1b[2Jb", "ab"),
        ("a\x1b[1;31mred\x1b[0m b", "ared b"),
        ("a\x1b[?1049hb", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1bP1$qm\x1b\\b", "ab"),
        ("a\x1b_Gf=100;AAAA\x1b\\b", "ab"),
        ("a\x1b(Bb", "ab"),
        ("a\x00b", "ab"),
        ("a\x7fb\x08", "ab"),
        ("a\u202eb\u202c", "ab"),
        ("a\u2066b\u2069", "ab"),
        ("\ufeffname", "name"),
    ],
)
def test_control_sequences_vanish_whole(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b]0;ate well, then slept", "0;ate well, then slept"),
        ("\x1bPip ran\nand ran", "Pip ran\nand ran"),
        ("one\x1b]two\nthree\x07four", "onetwo\nthreefour"),
        ("\x1b(see below)", "(see below)"),
    ],
)
def test_a_sequence_never_closed_swallows_no_words(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "[/]",
        "[/",
        "[@click=app.quit]x[/]",
        "[type=x, v={'a[0]'}]",
        "[2J",
        "<script>alert(1)</script>",
        "'; DROP TABLE hamsters; --",
        "=HYPERLINK(1)",
        "first\n\tsecond\n",
        "👩\u200d👩\u200d👧\u200d👦 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 🏴\U000e0067\U000e0062\U000e007f",
        "ハムスター",
        "น้ำที่นี่",
        "क्षत्रिय र्\u200dय",
        "ཧྐྵྨླྺྼྻྂ",
        "בְּרֵאשִׁ֖ית",
        "\u200fעברית (1)\u200e",
        "နှုတ်ဆက်ပါတယ်",
        "Tiếng Việt",
    ],
)
def test_harmless_text_of_every_script_stays_as_it_is(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_piled_up_marks_are_clipped() -> None:
    assert clean("Z" + "\u0300" * 200 + "ed") == "Z" + "\u0300" * 8 + "ed"


def test_a_joiner_does_not_let_marks_pile_up() -> None:
    assert longest_pile(clean("Z" + "\u0300\u200d" * 50)) == 8


def test_every_line_end_becomes_a_newline() -> None:
    assert clean("a\r\nb\rc\u2028d\x85e\x0bf") == "a\nb\nc\nd\ne\nf"


def test_decomposed_letters_are_composed() -> None:
    assert clean("A\u0308") == "Ä"


@pytest.mark.parametrize(("typed", "kept"), [("a\ud800b", "a\ufffdb"), ("\udc9f", "\ufffd")])
def test_a_lone_surrogate_is_replaced_and_can_be_told(typed: str, kept: str) -> None:
    assert clean(typed) == kept
    assert replaced_surrogates(typed)


@pytest.mark.parametrize("typed", ["Pip", "🐹", "\ud83d\udc39", "already \ufffd"])
def test_nothing_is_told_when_nothing_was_replaced(typed: str) -> None:
    assert not replaced_surrogates(typed)


def test_two_surrogates_that_belong_together_are_joined() -> None:
    assert clean("\ud83d\udc39") == "🐹"


@pytest.mark.parametrize(
    "text",
    [
        "slept well, " * 8_500,
        "ハムスター🐹 " * 14_000,
        "\u0301\u0323" * 50_000,
        "\x1b[" * 50_000,
        "\x1b]" * 50_000,
        "\x9d" * 100_000,
        "\x1b[" + "1" * 100_000,
        " \n" * 50_000,
        "\ud800" * 100_000,
    ],
    ids=["ascii", "wide", "marks", "csi", "osc", "c1", "digits", "space", "surrogates"],
)
def test_a_large_paste_is_accepted(text: str) -> None:
    """Work that grows with the square of the length would keep this test for minutes."""
    assert clean(clean(text)) == clean(text)
    clean_line(text)


def test_text_with_nothing_to_do_is_returned_itself() -> None:
    note = "ate well\nslept " * 1000
    assert clean(note) is note


def test_a_line_has_single_spaces_for_line_ends_and_tabs() -> None:
    assert clean_line("  one\r\n\ttwo\u2028three ") == "one two three"


@pytest.mark.parametrize(
    "text",
    ["", " ", "\t\n", "\u200b", "\u200d\u2060\ufeff", "\u3164", "\u2800", "\xad", "\ufe0f", "\x1b"],
)
def test_text_without_anything_to_see_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "0", "-", "🐹", "\u200bP", "ハ", "\ufffd"])
def test_text_with_anything_to_see_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ärmel", "ärmel"),
        ("Ä", "A\u0308"),
        ("Ä", "a\u0308"),
        ("Pip", "ＰＩＰ"),
        ("Straße", "STRASSE"),
        ("Little  Pip", " little\tpip "),
        ("Pip", "P\u200bip"),
    ],
)
def test_names_that_only_look_different_to_a_machine_are_alike(one: str, other: str) -> None:
    assert names_look_alike(one, other)
    assert names_look_alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("Pip", "Pop"), ("Ä", "A"), ("ハム", "ハス")])
def test_different_names_are_not_alike(one: str, other: str) -> None:
    assert not names_look_alike(one, other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hop-a-Long", "hop-a-long"),
        ("Mr. Ärmel & Søn", "mr-armel-son"),
        ("../../evil", "evil"),
        ("a/b", "a-b"),
        ("x" * 300, "x" * 60),
        ("🐹" * 80, "hamster"),
        ("ハムスター", "hamster"),
        ("", "hamster"),
        ("１５", "15"),
    ],
)
def test_a_slug_is_a_short_plain_file_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_a_slug_takes_the_fallback_it_is_given() -> None:
    assert slug("!!", "diary") == "diary"


@given(ANY_TEXT)
def test_a_slug_has_only_the_letters_every_file_system_takes(text: str) -> None:
    made = slug(text)
    assert 1 <= len(made) <= 60
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_no_combining_mark_counts_as_a_word_character_or_space() -> None:
    """Cleaning finds piles of marks by this."""
    marks = (c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c)[0] == "M")
    assert not [mark for mark in marks if mark.isalnum() or mark.isspace()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("it is 105.8 % of its 92.8 g.", ["it", "is", "105.8 %", "of", "its", "92.8 g."]),
        ("18 of 20 min, tired", ["18", "of", "20 min,", "tired"]),
        ("10 minutes", ["10", "minutes"]),
        ("a  g", ["a", "g"]),
        ("", []),
        ("word", ["word"]),
    ],
)
def test_a_line_is_never_broken_between_a_number_and_its_unit(text, words):
    assert words_in(text) == words


def test_printable_text_with_a_pile_of_marks_is_still_clipped():
    piled = "é" + "\u0301" * 20
    assert len(clean(piled)) == 1 + MOST_MARKS
    assert clean("Новая подстилка ему нравится, 1–9 ½") == "Новая подстилка ему нравится, 1–9 ½"
