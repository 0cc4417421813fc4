"""In which language the report is written: the owner's own, or that of the vet who will read it."""

from collections.abc import Sequence

from hamdiary.domain.language import language, t, tc
from hamdiary.languages.reading import NAMES
from hamdiary.services.pages import NightPage
from hamdiary.services.session import Session
from hamdiary.tui.widgets.care_card import CareCard, Keys
from hamdiary.tui.widgets.lines import Line, Span, apart, line


class LanguageCard(CareCard):
    """The languages there are, one of them chosen."""

    def _keys(self) -> Keys:
        return (
            ("↑ ↓", tc("key", "language")),
            ("Enter", tc("key", "choose")),
        )

    def __init__(self) -> None:
        super().__init__(t("In which language"), id="report-language")
        self.codes: Sequence[str] = tuple(NAMES)
        """What there is, in the order of the digits."""
        self._chosen = ""

    def read(self, session: Session, page: NightPage) -> None:
        """There is nothing to read."""

    def go_to(self, chosen: str | None) -> None:
        """Let the cursor stand on that language; None is the owner's own."""
        self.cursor = self.codes.index(chosen or language())

    def show_chosen(self, chosen: str | None) -> None:
        """Mark the chosen language; None is the owner's own."""
        self._chosen = chosen or language()
        self.show_rows([[line()]] * len(self.codes))

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """A line each: its digit, what its readers call it, whether hamdiary speaks it here."""
        return [[self._row(number, code, width)] for number, code in enumerate(self.codes, 1)]

    def _row(self, number: int, code: str, width: int) -> Line:
        here = code == self._chosen
        mark = Span("◉", "accent") if here else Span("○", "faint")
        row = line(mark, " ", Span(f"{number}", "key"), " ")
        row = row.plus(NAMES[code], "bold" if here else "text")
        own = t("as this screen") if code == language() else ""
        return apart(row, line(Span(own, "muted")), width)
