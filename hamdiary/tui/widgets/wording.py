"""The whole wording of a measure, so that two people agree."""

from hamdiary.domain.language import t
from hamdiary.domain.measures import Checklist, Choice, Measure, Quantity, Scale
from hamdiary.tui.widgets.lines import Line, Span, line, wrapped


def wording_lines(measure: Measure, width: int, first_digit: int = 0) -> list[Line]:
    """Every level or option of a measure, each with its full wording under it."""
    rows: list[Line] = []
    kind = measure.kind
    if isinstance(kind, Scale | Choice | Checklist):
        steps = kind.items if isinstance(kind, Checklist) else kind.steps
        numbered = not isinstance(kind, Checklist)
        for place, step in enumerate(steps):
            rows.append(Line())
            head = f"{place + first_digit}  {step.short}" if numbered else step.short
            rows.append(line(Span(head, "bold")))
            rows += [line(Span(f"   {each}")) for each in wrapped(step.full, width - 3)]
    if isinstance(kind, Scale | Choice) and kind.unseen is not None:
        rows += [Line(), line(Span(f"x  {kind.unseen.words}", "bold"))]
        text = t("you looked and could not tell, or did not look; it is never taken as normal")
        rows += [line(Span(f"   {each}")) for each in wrapped(text, width - 3)]
    if isinstance(kind, Quantity):
        rows += [
            Line(),
            line(t("In {unit}; a comma or a point begins the decimals.").format(unit=kind.unit)),
        ]
    return rows
