"""The plots as an owner sees them: marks where they belong, and every odd diary drawn."""

from datetime import date, timedelta

import pytest
from courses import LAST, course, ending

from hamdiary.domain.measures import NotSeen
from hamdiary.domain.trends.course import Mark, lettered
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.domain.trends.summary import summary_of
from hamdiary.domain.trends.weighing import Usual
from hamdiary.render.axis import LABEL, axis_for
from hamdiary.render.canvas import Canvas, line_width, plain
from hamdiary.render.recovery import PLOTS, marks_listed, picture
from hamdiary.render.strips import sparkline

UNSEEN = NotSeen.NOT_SEEN
LOOK = ending(0, None, 0, 1, 1, UNSEEN, 1, 1, 2, None, 1, 2, 3, 3)
"""The nights of the picture in look.md."""
USUAL = Usual(121.0, 0, None, None)


def drawn(course, width, *plots, **settings):
    lines = picture(course, axis_for(course.span, width), plots or PLOTS, **settings)
    return [plain(line).replace("┈", " ").rstrip() for line in lines]


def row(lines, label):
    return next(line for line in lines if line.startswith(label))


@pytest.mark.parametrize(("width", "cell"), [(82, 5), (76, 4), (54, 3), (45, 2), (60, 3)])
def test_fourteen_nights_take_five_four_three_or_two_cells_each(width, cell):
    assert axis_for(nights_up_to(LAST, 14), width).cell == cell


def test_thirty_nights_take_two_cells_each_at_eighty_columns():
    assert axis_for(nights_up_to(LAST, 30), 76).cell == 2


def test_nothing_is_drawn_in_less_than_twenty_columns():
    assert axis_for(nights_up_to(LAST, 14), 19) is None
    assert axis_for(nights_up_to(LAST, 14), 20).width == 20


def test_gait_steps_from_level_to_level_and_stops_at_gaps():
    lines = drawn(course(gait=LOOK), 82, "gait")
    assert lines[:8] == [
        "Gait",
        "5 normal",
        "4 wobbly",
        "3 stands                                                                ┏━●━━━━●━━",
        "2 pushes                                            ┏━●━━          ┏━●━━┛",
        "1 flicker                  ┏━●━━━━●━━     ━━●━━━━●━━┛         ━━●━━┛",
        "0 still     ━━●━━     ━━●━━┛",
        "no score           ·                   ×                   ·",
    ]


def test_level_nought_is_drawn_and_not_empty():
    lines = drawn(course(gait=ending(*[0] * 14)), 82, "gait")
    assert row(lines, "0 still") == f"{'0 still':12}" + "━━●━━" * 14


def test_equal_legs_stay_apart():
    lines = drawn(course(leg_left=ending(1), leg_right=ending(1)), 82, "legs")
    assert row(lines, "1 moves").endswith("─◄╌►╌")


def test_legs_apart_have_a_line_each():
    lines = drawn(course(leg_left=ending(2, 2), leg_right=ending(0, 1)), 82, "legs")
    assert row(lines, "2 sometimes").endswith("─◄────◄───")
    assert row(lines, "1 moves").endswith("╭╌╌►╌")
    assert row(lines, "0 none").endswith("╌╌╌►╌╯")


def test_a_weight_far_off_does_not_flatten_the_others():
    weights = ending(120.0, 121.0, 5000.0, 119.0, 3.0, 118.0)
    lines = drawn(course(weights=weights, usual=USUAL), 82, "weight")
    assert "102 %" in lines[1] or "104 %" in lines[1]
    assert "▲" in lines[1]
    assert any("▼" in line for line in lines)


def test_all_equal_weights_are_one_level_line():
    lines = drawn(course(weights=ending(*[121.0] * 14), usual=USUAL), 82, "weight")
    filled = [line for line in lines[1:6] if line[LABEL:].strip()]
    assert len(filled) <= 2 and filled[0].startswith("100 %")


def test_weight_without_a_usual_one_is_in_grams():
    lines = drawn(course(weights=ending(120.0, 121.0)), 82, "weight")
    assert "grams" in lines[0]
    assert row(lines, "120 g")


def test_bars_bear_their_minutes_and_nought_is_told_from_nothing():
    minutes, goal = ending(0, None, 12, 20), ending(10, 10, 10, 10)
    lines = drawn(course(minutes=minutes, goal=goal), 82, "minutes")
    assert lines[1] == "20 min" + " " * 67 + "12   20"
    assert lines[2] == "10" + " " * 60 + "▁▁▁▁▁▁▁▁▁▁▁▂▂▂▁▁███▁"
    assert lines[3].endswith("▁0▁   ·   ███  ███")


def test_a_night_of_ordered_rest_says_so_and_has_no_goal():
    goal = {**ending(10, 10, 10), LAST: None}
    lines = drawn(course(minutes={}, goal=goal), 82, "minutes")
    assert lines[-4].endswith("rest")


def test_what_was_eaten_has_a_block_and_a_digit():
    lines = drawn(course(ate=ending(0, 1, 2, 3, 4, UNSEEN)), 82, "ate")
    assert lines[0].endswith("▁▁0  ▂▂1  ▄▄2  ▆▆3  ██4   ×")


def test_droppings_are_bold_where_they_are_not_normal():
    axis = axis_for(nights_up_to(LAST, 14), 82)
    line = picture(course(droppings=ending("normal", "soft")), axis, ["droppings"])[0]
    assert [span.role for span in line if "norm" in span.text] == ["muted"]
    assert [span.role for span in line if "soft" in span.text] == ["bold"]


def test_a_refused_dose_is_never_hidden_by_a_given_one():
    doses = ending(("given", "given", "refused"))
    assert "✗" in drawn(course(doses=doses), 45, "doses")[0]


def test_mondays_are_bold_and_the_cursors_date_is_reversed():
    axis = axis_for(nights_up_to(LAST, 14), 82)
    monday, cursor = date(2026, 11, 9), date(2026, 11, 19)
    lines = picture(course(gait=LOOK), axis, ["gait"], cursor=cursor)
    dates = {span.text.strip(): span.role for span in lines[-2]}
    assert dates[str(monday.day)] == "bold"
    assert dates["19"] == "chip"
    assert {span.here for line in lines for span in line} == {True, False}


def test_marks_stand_at_their_night_with_their_letter():
    marks = lettered([(date(2026, 11, 11), "treatment"), (date(2026, 11, 30), "day 20")])
    lines = drawn(course(gait=LOOK, marks=marks), 82, "gait")
    assert lines[0].index("A") == LABEL + 2 * 5
    assert lines[1][LABEL + 2 * 5] == "┊"
    assert "B" not in lines[0]


def test_marks_of_one_column_become_a_plus_and_are_all_listed():
    marks = (Mark(LAST, "A", "vet"), Mark(LAST, "B", "drops"))
    shown = course(gait=LOOK, marks=marks)
    assert drawn(shown, 82, "gait")[0].endswith("+")
    assert [plain(line)[0] for line in marks_listed(shown)] == ["A", "B"]


def test_a_long_span_names_the_years_of_its_marks():
    marks = lettered([(date(2026, 3, 1), "vet")])
    (line,) = marks_listed(course(400, marks=marks))
    assert plain(line) == "A  1 Mar 2026  vet"


def test_a_happenings_words_are_cleaned_and_their_emoji_shift_nothing():
    marks = lettered([(LAST, "first step 🐹\n\x1b[2J of 今日")])
    (line,) = marks_listed(course(marks=marks))
    assert plain(line) == "A 22 Nov  first step 🐹 of 今日"
    assert line_width(line) == 10 + 13 + 8


def test_more_events_than_letters_get_a_star():
    events = [(LAST - timedelta(days=day), "x") for day in range(60)]
    letters = [mark.letter for mark in lettered(events)]
    assert letters[:2] == ["A", "B"] and letters[51:53] == ["z", "*"]


def test_treatment_days_stand_in_place_of_dates():
    shown = course(gait=LOOK, treatment_start=date(2026, 11, 11))
    lines = drawn(shown, 82, "gait", by_treatment_day=True)
    assert lines[-2].split() == ["Day", "of", "−2", "−1", *map(str, range(1, 13))]


def test_the_published_case_is_labelled_wherever_it_is_drawn():
    shown = course(gait={}, treatment_start=date(2026, 11, 11))
    for width in (45, 82):
        assert any("one published case" in line for line in drawn(shown, width, compare=True))
    assert not any("published" in line for line in drawn(shown, 82))
    past = course(gait={}, treatment_start=date(2026, 1, 1))
    assert not any("published" in line for line in drawn(past, 82, compare=True))


@pytest.mark.parametrize("width", [20, 30, 45, 82])
def test_the_label_of_the_published_case_is_whole_and_within_the_width(width):
    shown = course(gait={}, treatment_start=date(2026, 11, 11))
    lines = drawn(shown, width, "gait", compare=True)
    assert "one published case, not a forecast" in " ".join(line.strip() for line in lines)
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("by_day", [False, True])
@pytest.mark.parametrize("width", [45, 60, 82])
def test_the_cursors_date_is_told_in_every_width(width, by_day):
    shown = course(gait=LOOK, treatment_start=date(2026, 11, 11))
    axis, cursor = axis_for(shown.span, width), date(2026, 11, 19)
    lines = picture(shown, axis, ["gait"], cursor=cursor, by_treatment_day=by_day)
    chips = [span.text.strip() for line in lines for span in line if span.role == "chip"]
    assert chips[0] == ("9" if by_day else "19")


def test_the_published_case_is_not_drawn_beyond_what_was_told():
    shown = course(60, gait={}, treatment_start=date(2026, 10, 1))
    lines = drawn(shown, 132, "gait", compare=True)
    assert all(not line[LABEL + 2 * 30 :].strip() for line in lines[1:7])


def odd_courses():
    many = 400
    yield "empty", course()
    yield "one night", course(1, gait={LAST: 0}, weights={LAST: 120.0}, ate={LAST: 0})
    yield "all gaps", course(many)
    yield "all not seen", course(gait=ending(*[UNSEEN] * 14), leg_left=ending(*[UNSEEN] * 14))
    yield "all equal", course(many, gait=ending(*[3] * many), weights=ending(*[120.0] * many))
    yield "level nought", course(many, gait=ending(*[0] * many), leg_left=ending(*[0] * many))
    yield "outlier", course(many, weights=ending(*[120.0] * 300, 1e9, *[0.0] * 99), usual=USUAL)
    yield "no numbers", course(weights=ending(float("nan"), 120.0), minutes=ending(float("inf")))
    yield "an unknown level", course(gait=ending(9, 2), leg_left=ending(7), ate=ending(9))
    yield "a day and a night out", course(minutes=ending(1440.0, 3.0), water=ending(5000.0))
    yield "many marks", course(marks=lettered([(LAST, f"{n} 🐹") for n in range(70)]))


@pytest.mark.parametrize("width", [20, 45, 60, 80, 120, 200])
@pytest.mark.parametrize("shown", [pytest.param(c, id=name) for name, c in odd_courses()])
def test_an_odd_diary_is_drawn_within_its_width(shown, width):
    axis = axis_for(shown.span, width)
    lines = picture(shown, axis, cursor=LAST)
    assert max(map(line_width, lines)) <= width


def test_a_long_course_is_drawn_in_the_width_that_there_is():
    gait = ending(*([0, 1, 2, 3, 4, 5] * 600))
    shown = course(3600, gait=gait, leg_left=gait, weights=ending(*[120.0] * 3600))
    axis = axis_for(shown.span, 80)
    assert (axis.cell, axis.columns) == (1, 68)
    assert len(summary_of(shown, axis.columns).gait) == 68
    lines = [plain(line) for line in picture(shown, axis)]
    assert "2018" in lines[-1] and "2026" in lines[-1]


def test_a_summary_at_hand_changes_nothing():
    shown = course(90, gait=ending(*([0, 2, 5] * 30)), weights=ending(*[120.0] * 90))
    axis = axis_for(shown.span, 60)
    summary = summary_of(shown, axis.columns)
    assert picture(shown, axis, summary=summary) == picture(shown, axis)


def test_a_spark_tells_level_nought_from_nothing():
    line = sparkline(ending(0, None, UNSEEN, 5), nights_up_to(LAST, 4), 5)
    assert "".join(span.text for span in line) == "▁·×▇"


@pytest.mark.parametrize("words", ["a\x1b[2Jb", "a\nb", "a\u202eb", "a\x00b"])
def test_nothing_that_steers_a_terminal_gets_onto_a_canvas(words):
    canvas = Canvas(10, 1)
    canvas.put(0, 0, words)
    (line,) = canvas.lines()
    assert plain(line) in ("ab", "a b")


@pytest.mark.parametrize(
    ("words", "shown"), [("今日は", "今日"), ("é̂x🐹", "é̂x🐹"), ("🐹🐹🐹", "🐹🐹")]
)
def test_wide_letters_take_two_cells_and_are_never_halved(words, shown):
    canvas = Canvas(5, 1)
    canvas.put(0, 0, words)
    (line,) = canvas.lines()
    assert plain(line) == shown
    assert line_width(line) == 5


def test_marks_of_one_evening_have_the_same_letters_in_every_language():
    events = [(LAST, "vet visit"), (LAST, "ends: syrup"), (LAST, "vet visit")]
    translated = [(LAST, "Tierarztbesuch"), (LAST, "endet: syrup")]
    told, elsewhere = lettered(events), lettered(translated)
    assert [mark.letter for mark in told] == [mark.letter for mark in elsewhere] == ["A", "B"]
    assert told[0].words == "vet visit" and elsewhere[0].words == "Tierarztbesuch"
