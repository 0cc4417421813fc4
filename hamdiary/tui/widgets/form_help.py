"""The lines under a form that say what the focused line can take."""

from collections.abc import Sequence

from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Value,
)
from hamdiary.domain.saying import step_of
from hamdiary.tui.widgets.form_layout import ROOM_FOR_ALL
from hamdiary.tui.widgets.painting import Line, Span, apart, flowed, line, wrapped


def help_lines(
    measure: Measure, value: object, first_digit: int, width: int, height: int
) -> list[Line]:
    """At most `height` lines: what is asked, what can be pressed, and the full wording."""
    head = line(Span(measure.label, "bold"), Span("  "), Span(measure.hint, "muted"))
    if head.width > width:
        head = line(Span(measure.hint if len(measure.hint) <= width else measure.label, "muted"))
    chips = chip_lines(measure, value, first_digit, width)
    wording = _wording(measure, value, width)
    if height >= ROOM_FOR_ALL:
        from hamdiary.tui.widgets.wording import wording_lines

        wording = wording_lines(measure, width, first_digit)
    if height <= len(chips):
        return list(chips[:height])
    return [head, *chips, *wording][:height]


def chip_lines(measure: Measure, value: object, first_digit: int, width: int) -> Sequence[Line]:
    """What can be pressed, each clickable, the chosen one marked."""
    kind = measure.kind
    match kind:
        case Scale() | Choice():
            return _options(kind, value, first_digit, width)
        case Checklist():
            return flowed([_key("0", "none seen"), _key("Enter", "go through them")], width)
        case Quantity():
            return flowed([_key("0–9", f"type {kind.unit}"), *_number_keys()], width)
        case Text() | Day():
            return flowed([_key("Enter", "write"), _key("Bksp", "clear")], width)
    return []


def _number_keys() -> list[Line]:
    return [_key("Enter", "next"), _key("Bksp", "clear")]


def _key(key: str, words: str) -> Line:
    return line(Span(key, "key"), Span(f" {words}", "text"))


def _options(kind: Scale | Choice, value: object, first_digit: int, width: int) -> list[Line]:
    chips: list[Line] = []
    for place, step in enumerate(kind.steps):
        digit = str(place + first_digit)
        chosen = value == (place if isinstance(kind, Scale) else step.code)
        action = f"score({place})"
        if chosen and not isinstance(value, NotSeen):
            chips.append(line(Span(f" {digit} {step.short} ", "chip", action)))
        else:
            chips.append(
                line(Span(f" {digit}", "key", action), Span(f" {step.short} ", "text", action))
            )
    if kind.unseen is not None:
        ink = "chip" if value == kind.unseen else "key"
        words = f" {kind.unseen.words} "
        if value == kind.unseen:
            chips.append(line(Span(f" x{words}", ink, "unseen")))
        else:
            chips.append(line(Span(" x", ink, "unseen"), Span(words, "text", "unseen")))
    return flowed(chips, width, gap=0)


def _wording(measure: Measure, value: object, width: int) -> list[Line]:
    plain: Value | None = value if isinstance(value, int | str) else None
    step = step_of(measure, plain)
    if step is None or step.full == step.short:
        return []
    digit = f"{value} " if isinstance(value, int) else ""
    text = f"{digit}{step.short}: {step.full}"
    return [line(Span(each, "muted")) for each in wrapped(text, width)]


def rule(width: int) -> Line:
    """The dashed row between a form's lines and its help."""
    return line(Span("╌" * width, "grid"))


def keys_line(
    keys: Sequence[tuple[str, str, str]], right: tuple[str, str, str], width: int
) -> Line:
    """Keys with their words, as many as fit, and one at the right end."""
    end = line(Span(right[0], "key", right[2]), Span(f" {right[1]}", "muted", right[2]))
    row = line(Span(" "))
    for key, words, action in keys:
        part = line(Span(key, "key", action), Span(f" {words}", "muted", action), Span("   "))
        if row.width + part.width + end.width + 1 > width - 1:
            break
        row = row.then(part)
    return apart(row, end.plus(" "), width)
