"""The charts of a report: what is drawn, and what is not."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from reports import LAST, a_report, ago

from hamdiary.domain.trends.series import nights_up_to
from hamdiary.render.chart_frame import NARROW, WIDE, Frame, columns_for
from hamdiary.render.charts import charts_of

SVG = "{http://www.w3.org/2000/svg}"


def drawn(report, key="gait", width=WIDE):
    (chart,) = [each for each in charts_of(report.series, width) if each.key == key]
    return ElementTree.fromstring(chart.svg)


def words(picture):
    return [each.text for each in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("nights", [1, 14, 30, 90, 121, 800, 3650])
def test_everything_lies_inside_the_picture(nights, width):
    for chart in charts_of(a_report(nights).series, width):
        picture = ElementTree.fromstring(chart.svg)
        high = float(picture.get("viewBox").split()[3])
        for each in picture.iter():
            for name in ("x", "x1", "x2", "cx"):
                assert 0 <= float(each.get(name, 0)) <= width
            for name in ("y", "y1", "y2", "cy"):
                assert 0 <= float(each.get(name, 0)) <= high


def test_a_night_without_an_entry_breaks_the_line():
    """Every fifth night is missing, so that thirty nights are six runs."""
    lines = [each.get("d") for each in drawn(a_report(30)).iter(f"{SVG}path")]
    line = max(lines, key=len)
    assert line.count("M") == 6 + 1  # and one more, where nobody could tell
    assert "L" not in line


def test_a_night_not_seen_has_a_cross_and_no_level():
    picture = drawn(a_report(30))
    crosses = [each for each in picture.iter(f"{SVG}path") if " M" in each.get("d") and
               "L" in each.get("d")]  # fmt: skip
    assert len(crosses) == 1
    assert len(list(picture.iter(f"{SVG}circle"))) == 24 - 1


def test_left_and_right_differ_by_shape_and_by_line():
    picture = drawn(a_report(30), "legs")
    assert list(picture.iter(f"{SVG}circle"))
    squares = [each for each in picture.iter(f"{SVG}rect") if each.get("fill") == "#ffffff"]
    assert len(squares) == 23 + 1  # and the one beside the word
    dashes = {each.get("stroke-dasharray") for each in picture.iter(f"{SVG}path") if
              "H" in each.get("d")}  # fmt: skip
    assert dashes == {None, "4 2"}
    assert {"left", "right"} <= set(words(picture))


def test_bars_that_reach_the_goal_are_darker():
    picture = drawn(a_report(30), "minutes")

    def light(colour):
        return sum(int(colour[place : place + 2], 16) for place in (1, 3, 5))

    fills = {each.get("fill") for each in picture.iter(f"{SVG}rect")}
    dark, pale = sorted(fills, key=light)
    assert light(pale) - light(dark) > 200


def test_the_levels_stand_in_words_beside_the_gait():
    assert {"normal 5", "stands 3", "still 0"} <= set(words(drawn(a_report(30))))


def test_marks_have_letters_and_none_to_come_is_drawn():
    bold = [each.text for each in drawn(a_report(14)).iter(f"{SVG}text") if each.get("font-weight")]
    assert bold == ["A", "B"]


def test_letters_that_would_overlap_share_a_label():
    bold = [each.text for each in drawn(a_report(90)).iter(f"{SVG}text") if each.get("font-weight")]
    assert bold == ["A B"]


@pytest.mark.parametrize(
    ("nights", "columns"), [(1, 1), (120, 120), (121, 18), (731, 105), (732, 27), (3650, 131)]
)
def test_long_periods_are_drawn_in_weeks_and_years_in_four_weeks(nights, columns):
    assert columns_for(nights_up_to(LAST, nights)) == columns


def test_a_week_shows_its_median_and_its_range():
    picture = drawn(a_report(140))
    assert "median and range of each week" in picture.find(f"{SVG}title").text
    assert len(list(picture.iter(f"{SVG}circle"))) == 20


def test_a_picture_has_a_title_and_a_description():
    for chart in charts_of(a_report(30).series):
        picture = ElementTree.fromstring(chart.svg)
        assert picture.get("role") == "img"
        title, told = picture.get("aria-labelledby").split()
        assert picture.find(f"{SVG}title").get("id") == title
        assert picture.find(f"{SVG}desc").get("id") == told
        assert picture.find(f"{SVG}desc").text == chart.words


def test_the_description_counts_what_is_missing():
    (gait, *_) = charts_of(a_report(30).series)
    assert gait.words.startswith("Gait: 23 of 30 nights scored; ")
    assert gait.words.endswith("1 not seen; 6 not recorded.")


def test_a_picture_can_do_nothing_but_be_seen():
    """A strict page lets no style attribute through; nothing in it may load or run."""
    for chart in charts_of(a_report(30).series):
        assert not re.search(r"style=|<script|href|url\(|<image|foreignObject", chart.svg)


def test_dates_never_leave_the_picture():
    frame = Frame(nights_up_to(date(2026, 11, 22), 3650), WIDE, 100, 70, 52)
    assert all("Infinity" not in each for each in frame.dates())
    assert frame.x_of(ago(0)) < frame.end
