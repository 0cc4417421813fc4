"""Rows of the diet week: a mark a night for each line, what was given, what would fit."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamdiary.domain.amounts import amount_said
from hamdiary.domain.diet import DietWeek, Mark, WeekLine
from hamdiary.domain.diet_suggestions import Suggestion
from hamdiary.domain.foods import Serving, is_dwarf
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.manner import brief_weekday, in_sentence, weekday_and_day
from hamdiary.domain.servings import What, counts_for
from hamdiary.knowledge.diet_words import WHAT_WORDS, marks_of
from hamdiary.knowledge.food_search import name_of
from hamdiary.knowledge.foods import foods
from hamdiary.render.diet import of_target
from hamdiary.services.diet import Diet
from hamdiary.tui.widgets.lines import Line, Span, apart, line, shortened, wrapped

LABEL = 11
"""Cells of the labels at the left edge."""

SHORT_LABEL = 5
"""The same on a narrow card."""

WIDE = 30
"""Cells from which on there is room for words."""

MARKS: dict[Mark, tuple[str, str]] = {
    "given": ("■", "mark"),
    "none": ("□", "muted"),
    "not_recorded": ("·", "faint"),
}
"""What stands for a night, and its ink (look.md, Marks)."""

_SHORT = {"e": "E", "d": "D", "plants": marked("Plants"), "protein": marked("Protein")}

FEED, WEEK = "screen.feed", "screen.view('care')"
"""What clicks do."""


def days_line(week: DietWeek, label: int, gap: str = " ") -> Line:
    """The first letters of the days over the marks."""
    return line(
        Span(" " * label + gap.join(brief_weekday(on)[:1] for on in week.evenings), "muted")
    )


def mark_line(each: WeekLine, label: int, gap: str = " ") -> Line:
    """One line of the week: its marks, and its count beside what a week is to have."""
    short = label < LABEL
    row = line(Span(t(_SHORT[each.what]) if short else WHAT_WORDS[each.what])).to(label)
    for place, mark in enumerate(each.marks):
        sign, ink = MARKS[mark]
        is_last = place == len(each.marks) - 1
        row = row.plus(gap if place else "").plus(sign, "accent" if is_last else ink)
    return row


def counted(row: Line, each: WeekLine, width: int) -> Line:
    """The row with its count at the right end, and a mark where it is too much."""
    count, _, target = of_target(each).partition(" ")
    too_often = each.standing == "too_often"
    words = line(Span(count, "warn" if too_often else "bold"), Span(f" {target}", "muted"))
    if too_often and row.width + words.width + 3 <= width:
        words = line(Span("! ", "warn")).then(words)
    return row.to(max(row.width + 1, width - words.width)).then(words)


def short_title(week: DietWeek) -> str:
    """From when to when, without the month: "Mon 16 – Sun 22"."""
    first, last = week.evenings[0], week.evenings[-1]
    return f"{weekday_and_day(first)} – {weekday_and_day(last)}"


def week_rows(week: DietWeek, width: int) -> list[Line]:
    """The four lines under their days."""
    wide = width >= WIDE
    label = LABEL if wide else 8
    gap = " " if width - label >= 22 else ""
    rows = [days_line(week, label, gap)]
    return rows + [counted(mark_line(each, label, gap), each, width) for each in week.lines]


def named_rows(diet: Diet, width: int) -> list[Line]:
    """E and D under their days; for plants and protein what was given."""
    week = diet.week
    rows = [days_line(week, LABEL)]
    rows += [counted(mark_line(each, LABEL), each, width) for each in week.lines[:2]]
    for each in week.lines[2:]:
        room = width - LABEL - 7
        given = names_given(diet, each.what)
        first, *more = wrapped(", ".join(given), room)[:2] if given else [""]
        head = line(WHAT_WORDS[each.what]).to(LABEL).plus(first, "muted")
        rows.append(counted(head, each, width))
        rows += [line(" " * LABEL, Span(words, "muted")) for words in more]
    return rows


def few_rows(week: DietWeek, width: int) -> list[Line]:
    """E, D and plants in a row each, for a card of three."""
    *vitamins, plants = week.lines[:3]
    rows = [counted(mark_line(each, SHORT_LABEL, ""), each, width) for each in vitamins]
    return [*rows, counted(line(t("Plants")), plants, width)]


def week_in_one_line(week: DietWeek, width: int) -> Line:
    """The counts alone, for a window of one column."""
    row = line(Span("f", "key", FEED), Span(" " + tc("key", "food") + " ", "muted", FEED)).to(10)
    for place, each in enumerate(week.lines):
        words = f"{t(_SHORT[each.what])} {of_target(each)}"
        gap = " · " if place else ""
        if row.width + len(gap) + len(words) > width:
            break
        ink = "warn" if each.standing == "too_often" else "text"
        row = row.plus(gap, "muted").plus(words, ink, FEED)
    return row


# What would fit


def short_reasons(suggestion: Suggestion, week: DietWeek, room: int = 40) -> str:
    """Why a food would fit, in as few words as can be: "E, 4th plant"; what has no room is left."""
    plants = next(each for each in week.lines if each.what == "plants")
    words = {
        "e_due": "E",
        "d_due": "D",
        "protein_due": tc("food", "protein"),
        "variety": tc("food", "variety"),
        "liked": tc("food", "liked"),
        "plants_due": t("{ordinal} plant").format(ordinal=ordinal(plants.count + 1)),
    }
    parts = [words[each] for each in suggestion.reasons]
    said = ""
    for part in (*parts, *([tc("food", "new")] if suggestion.is_new else [])):
        longer = f"{said}, {part}" if said else part
        if len(longer) > room:
            break
        said = longer
    return said


def ordinal(number: int) -> str:
    """A place in a row: "1st", "4th"."""
    written = {1: t("{n}st"), 2: t("{n}nd"), 3: t("{n}rd")}.get(number, t("{n}th"))
    return written.format(n=number)


def suggestion_rows(diet: Diet, width: int) -> Iterator[Line]:
    """What would fit, a row each with its reason; why nothing would."""
    if not diet.suggested:
        words = (
            t("Tonight has had its extra food.") if diet.tonight else t("Nothing more would fit.")
        )
        yield line(Span(shortened(words, width), "muted"))
        return
    for each in diet.suggested:
        action = f"screen.give('{each.food}')"
        row = line(Span("○ ", "accent", action))
        name = name_of(each.food).partition(",")[0]
        row = row.plus(shortened(name, min(17, width - 2)), "text", action).to(20)
        yield row.plus(short_reasons(each, diet.week, width - row.width), "muted", action)


def limit_words(diet: Diet) -> str:
    """The most of all extras of a night: "For tonight, at most 1 g in all"."""
    if diet.is_tonight:
        return t("For tonight, at most {grams:g} g in all").format(grams=diet.limit_g)
    return t("For that night, at most {grams:g} g in all").format(grams=diet.limit_g)


def names_given(diet: Diet, what: What) -> list[str]:
    """The names of the week's foods that count for that line, the latest first."""
    known = foods()
    return [
        in_sentence(known[each.food].name.partition(",")[0])
        for each in diet.week.foods
        if each.food in known and counts_for(known[each.food], what)
    ]


def caution_of(diet: Diet) -> str:
    """What is to be minded now: soft droppings, the sugar of a dwarf, else the pellets."""
    match diet.droppings:
        case "soft":
            return t("Droppings are soft: no moist food now.")
        case "loose":
            return t("Droppings are loose: no moist food now.")
        case "watery":
            return t("Droppings are watery: no moist food now.")
    if is_dwarf(diet.hamster.species):
        return t("A dwarf: no fruit, no sweetcorn, little carrot; sugar.")
    return t("Pellets are the source of vitamins; these foods are variety.")


# What was given


def serving_row(serving: Serving, is_new: bool, width: int) -> Line:
    """One serving: its name, how much, what became of it."""
    marks = {"all": ("✓", "good"), "some": ("◐", "muted"), "none": ("✗", "warn")}
    sign, ink = marks.get(serving.eaten or "", ("·", "faint"))
    food = foods().get(serving.food or "")
    told = [marks_of(food) if food else "", tc("food", "new") if is_new else ""]
    is_never = food is not None and food.is_never
    if is_never:
        told = [tc("food", "never")]
    words = " ".join(filter(None, told))
    # An amount is not cut; the name gives way before it.
    amount = shortened(amount_said(serving), width // 2)
    at = min(21, width - max(len(amount), 6) - len(words) - bool(words))
    name = shortened(name_of(serving.food or "?"), at - 3)
    row = line(Span(sign, ink), Span(f" {name}")).to(at).plus(amount)
    if not words:
        return row
    right = line(Span(words, "warn" if is_never else "bold"))
    return apart(row, right, width)


def night_rows(
    evening: date, servings: Sequence[Serving], diet: Diet, width: int
) -> list[tuple[Line, Serving | date]]:
    """A night of the week: a row a serving; one row if there is none, or if nobody recorded."""
    day = brief_weekday(evening)
    head = line(Span(day, "bold" if evening == diet.evening else "muted")).to(5)
    if not servings:
        unknown = evening in diet.week.not_recorded
        words = t("not recorded") if unknown else tc("food", "none")
        return [(head.plus(words, "faint" if unknown else "muted"), evening)]
    rows: list[tuple[Line, Serving | date]] = []
    for place, each in enumerate(servings):
        start = head if place == 0 else line(" " * 5)
        rows.append((start.then(serving_row(each, diet.is_new(each), width - 5)), each))
    return rows


def said_rows(words: str, width: int, ink: str = "muted") -> list[Line]:
    """Words over as many rows as they take."""
    return [line(Span(each, ink)) for each in wrapped(words, width)]
