"""The row and the numbers of a hint in whatever room there is; none is ever cut."""

import pytest

from hamdiary.domain.urgency import URGENCIES
from hamdiary.domain.vet_numbers import VetNumber
from hamdiary.knowledge.urgency import URGENCY_SIGNS
from hamdiary.tui.widgets.big_digits import big, can_be_big
from hamdiary.tui.widgets.hint_banner import BannerWords, banner_line
from hamdiary.tui.widgets.hint_lines import BESIDE_LABEL, part
from hamdiary.tui.widgets.lines import Span
from hamdiary.tui.widgets.vet_numbers import number_lines, numbers_in_brief

WIDTHS = [20, 40, 45, 60, 80, 120, 200]
FIRST = VetNumber("Out of hours", "020 7946 0987", "every night 19-8:30", True)
OTHER = VetNumber("Dr Imre", "020 7946 0112", "", False)
LONG = VetNumber("Vet", "+44 20 7946 0112 and ask for Dr Imre", "", False)


def plain(lines):
    return "\n".join(each.plain for each in lines)


@pytest.mark.parametrize("width", WIDTHS[1:])
@pytest.mark.parametrize("urgency", URGENCIES)
@pytest.mark.parametrize("more", [0, 3])
def test_the_row_has_sign_word_and_key_and_fits(width, urgency, more):
    title = "Blood in the droppings, or straining"
    row = banner_line(BannerWords(urgency, title, more), width)
    assert row.width == width
    assert URGENCY_SIGNS[urgency] in row.plain
    assert "h" in row.plain.split()
    assert "…" not in row.plain


@pytest.mark.parametrize(("width", "words"), [
    (120, "Ate nothing. Be seen by a vet today."),
    (60, "Ate nothing. Be seen by a vet today."),
    (45, "Ate nothing. Vet today."),
])  # fmt: skip
def test_the_row_says_less_where_there_is_less_room(width, words):
    assert words in banner_line(BannerWords("today", "Ate nothing"), width).plain


def test_a_title_that_does_not_fit_leaves_how_soon():
    row = banner_line(BannerWords("now", "long " * 30), 60)
    assert "Ring a vet now, at any hour." in row.plain


def test_the_row_says_how_many_more_there_are():
    assert "and 2 more" in banner_line(BannerWords("soon", "Slowly lighter", 2), 120).plain


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("in_big", [True, False])
def test_numbers_are_whole_and_within_the_room(width, in_big):
    lines = number_lines([FIRST, OTHER], width, in_big=in_big)
    assert max(each.width for each in lines) <= width
    assert "020 7946 0987" in plain(lines) and "020 7946 0112" in plain(lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_numbers_in_brief_are_whole_too(width):
    lines = numbers_in_brief([FIRST, LONG], width)
    assert max(each.width for each in lines) <= width
    assert "020 7946 0987" in plain(lines)
    shown = " ".join(plain(lines).split())
    assert all(word in shown for word in LONG.phone.split())


def test_two_numbers_stand_beside_each_other_with_their_figures_in_line():
    lines = number_lines([FIRST, OTHER], 85, in_big=True)
    top = big(FIRST.phone, "text")[0].plain
    assert any(top in each.plain and each.plain.count("╶─╮") > 4 for each in lines)


def test_a_number_with_words_is_shown_plain_only():
    assert not can_be_big(LONG.phone)
    assert number_lines([LONG], 85, in_big=True) == number_lines([LONG], 85, in_big=False)


@pytest.mark.parametrize("phone", ["020 7946 0112", "+49 30 901820", "(030) 90-18.20"])
def test_the_signs_of_a_number_have_figures(phone):
    assert can_be_big(phone)
    assert len({row.width for row in big(phone, "text")}) == 1


def test_without_a_number_the_nearest_vet_is_named():
    assert "Ring the nearest vet" in plain(number_lines([], 60, in_big=True))


@pytest.mark.parametrize("width", [30, BESIDE_LABEL, 90])
def test_a_part_is_labelled_once_and_fits(width):
    lines = part("Why", [Span("Sudden loss has causes, and hours matter. " * 3)], width)
    assert max(each.width for each in lines) <= width
    assert plain(lines).count("Why") == 1
