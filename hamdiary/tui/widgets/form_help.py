"""The lines under a form that say what the focused line can take."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import tc
from hamdiary.domain.measures import (
    Checklist,
    Choice,
    Day,
    Instant,
    Measure,
    NotSeen,
    Quantity,
    Scale,
    Text,
    Times,
    Value,
)
from hamdiary.domain.saying import step_of
from hamdiary.domain.text import clean_line
from hamdiary.tui.widgets.form_layout import ROOM_FOR_ALL
from hamdiary.tui.widgets.lines import Line, Span, apart, flowed, line, wrapped


def help_lines(
    measure: Measure, value: object, first_digit: int, width: int, height: int
) -> list[Line]:
    """At most `height` lines: what is asked, what can be pressed, and the full wording."""
    chips = chip_lines(measure, value, first_digit, width, height)
    if height <= len(chips):
        return list(chips[:height])
    wording = _wording(measure, value, width)
    if height >= ROOM_FOR_ALL and not _says_all(measure):
        from hamdiary.tui.widgets.wording import wording_lines

        wording = wording_lines(measure, width, first_digit)
    head = _head(measure, width, height - len(chips))
    return [*head, *chips, *wording][:height]


def _head(measure: Measure, width: int, rows: int) -> list[Line]:
    """What is asked, over as many lines as it takes; in one line if there is no room for more."""
    label = line(Span(measure.label, "bold"), Span("  "))
    room = width - label.width
    hint = wrapped(measure.hint, room) if room >= HINT_CELLS else []
    if hint and len(hint) <= rows:
        more = [line(" " * label.width, Span(each, "muted")) for each in hint[1:]]
        return [label.plus(hint[0], "muted"), *more]
    hint = wrapped(measure.hint, width)
    return [line(Span(each, "muted")) for each in (hint if len(hint) <= rows else [measure.label])]


def _says_all(measure: Measure) -> bool:
    """Whether the hint is the whole wording already, as it is for a sign."""
    kind = measure.kind
    return isinstance(kind, Scale | Choice) and all(
        step.full in (step.short, measure.hint) for step in kind.steps
    )


BESIDE_LABEL = 19
"""Cells before a fact on its line: what does not fit beside them is shown whole below."""

HINT_CELLS = 20
"""Cells beside the label from which on the hint stands there."""


def chip_lines(
    measure: Measure, value: object, first_digit: int, width: int, height: int = 2
) -> Sequence[Line]:
    """What can be pressed, each clickable, the chosen one marked; in `height` rows if need be."""
    kind = measure.kind
    match kind:
        case Scale() | Choice():
            return _options(kind, value, first_digit, width, height)
        case Checklist():
            rest = tc("key", "no to the rest") if _any_yes(value) else tc("key", "none seen")
            return flowed([_key("0", rest), _key("Enter", tc("key", "go through them"))], width)
        case Quantity():
            return flowed(
                [_key("0–9", tc("key", "type {unit}").format(unit=kind.unit)), *_number_keys()],
                width,
            )
        case Text() | Day() | Instant() | Times():
            writes = [_key("A–Z 0–9", tc("key", "write")), *_number_keys()]
            if first_digit == 0 or (isinstance(kind, Text) and kind.lines):
                writes = [_key("Enter", tc("key", "write")), _key("Bksp", tc("key", "clear"))]
            return flowed(writes, width)
    return []


def _key_of(number: int) -> str:
    """The key that takes an option; beyond nine only the arrow reaches it."""
    return str(number) if number <= 9 else "→"


def _any_yes(value: object) -> bool:
    return isinstance(value, Mapping) and "yes" in value.values()


def _number_keys() -> list[Line]:
    return [_key("Enter", tc("key", "next")), _key("Bksp", tc("key", "clear"))]


def _key(key: str, words: str) -> Line:
    return line(Span(key, "key"), Span(f" {words}", "text"))


@dataclass(frozen=True)
class _Chip:
    key: str
    words: str
    action: str
    chosen: bool

    def shown(self, with_words: bool) -> Line:
        """As it stands in the line, with or without its words."""
        words = f" {self.words} " if with_words else " "
        if self.chosen:
            return line(Span(f" {self.key}{words}", "chip", self.action))
        return line(Span(f" {self.key}", "key", self.action), Span(words, "text", self.action))


def _options(
    kind: Scale | Choice, value: object, first_digit: int, width: int, height: int
) -> list[Line]:
    """The chips; where rows are few, words give way before keys, the chosen one's last."""
    chips = _chips(kind, value, first_digit)
    ends = (0, len(kind.steps) - 1, len(kind.steps))
    rows: list[Line] = []
    for named in (range(len(chips)), ends, ends[2:], ()):
        worded = [place in named or chip.chosen for place, chip in enumerate(chips)]
        rows = flowed(
            [chip.shown(said) for chip, said in zip(chips, worded, strict=True)], width, gap=0
        )
        if len(rows) <= height:
            return rows
    return flowed([chip.shown(False) for chip in chips], width, gap=0)


def _chips(kind: Scale | Choice, value: object, first_digit: int) -> list[_Chip]:
    chosen = None if isinstance(value, NotSeen) else value
    chips = [
        _Chip(
            _key_of(place + first_digit),
            step.short,
            f"score({place})",
            chosen == (place if isinstance(kind, Scale) else step.code),
        )
        for place, step in enumerate(kind.steps)
    ]
    if kind.unseen is not None:
        chips.append(_Chip("x", kind.unseen.words, "unseen", value == kind.unseen))
    return chips


def _wording(measure: Measure, value: object, width: int) -> list[Line]:
    plain: Value | None = value if isinstance(value, int | str) else None
    if isinstance(measure.kind, Text):
        words = clean_line(str(value or ""))
        is_cut = cell_len(words) > width - BESIDE_LABEL
        return [line(Span(each, "muted")) for each in wrapped(words, width)] if is_cut else []
    step = step_of(measure, plain)
    if step is None or step.full in (step.short, measure.hint):
        return []
    digit = f"{value} " if isinstance(value, int) else ""
    text = f"{digit}{step.short}: {step.full}"
    return [line(Span(each, "muted")) for each in wrapped(text, width)]


def rule(width: int) -> Line:
    """The dashed row between a form's lines and its help."""
    return line(Span("╌" * width, "grid"))


def keys_line(
    keys: Sequence[tuple[str, str, str]], ends: Sequence[tuple[str, str, str]], width: int
) -> Line:
    """Keys with their words, as many as fit, and some that always stand at the right end."""
    end = line()
    for key, words, action in ends:
        end = end.plus("   " if end.width else "")
        end = end.plus(key, "key", action).plus(f" {words}", "muted", action)
    row = line(Span(" "))
    for key, words, action in keys:
        part = line(Span(key, "key", action), Span(f" {words}", "muted", action), Span("   "))
        if row.width + part.width + end.width + 1 > width - 1:
            break
        row = row.then(part)
    return apart(row, end.plus(" "), width)
