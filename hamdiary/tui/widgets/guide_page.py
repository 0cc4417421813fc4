"""The card on which a page of the guide is read."""

from collections.abc import Mapping, Sequence

from hamdiary.domain.night import Answer
from hamdiary.tui.guide.pages import Page, page_at
from hamdiary.tui.guide.places import Place
from hamdiary.tui.guide.reader import Reader
from hamdiary.tui.guide.rows import Row
from hamdiary.tui.widgets.lines import Line, Span, line
from hamdiary.tui.widgets.rows_card import RowsCard


class PageCard(RowsCard):
    """A topic, a food, sources, an answer or what a search found."""

    def __init__(self, reader: Reader, answers: Mapping[str, Answer]) -> None:
        super().__init__("", id="guide-page")
        self.place = Place("topic", "right-now")
        """What is read."""
        self._reader, self._answers = reader, answers
        self._page: tuple[object, Page] | None = None

    def show_for(self, reader: Reader) -> None:
        """Show the same for a hamster as it is now."""
        self._reader = reader
        self.repaint()

    def read(self, place: Place) -> None:
        """Go to another page; what a search found has its first hit chosen."""
        self.place = place
        self.go_to(place.at, 0 if place.kind == "results" else None)

    def rows(self, width: int) -> Sequence[Row]:
        """The page in `width` cells."""
        return self._page_in(width).rows

    def _page_in(self, width: int) -> Page:
        key = (self.place, self._reader, tuple(self._answers.items()), width)
        if self._page is None or self._page[0] != key:
            self._page = (key, page_at(self.place, self._reader, self._answers, width))
        return self._page[1]

    def body(self, width: int, height: int) -> list[Line]:
        """The rows in sight; the frame says which page it is."""
        page = self._page_in(width)
        self.title, self.fact = page.title, line(Span(page.fact, "muted")) if page.fact else Line()
        return super().body(width, height)

    def target_of(self, key: str) -> str:
        """Where a number on the page leads, or nothing."""
        rows, _ = self._in_sight()
        for row in rows:
            if row.link and row.line.spans[0].ink == "key" and row.line.spans[0].text == key:
                return row.link
        return ""

    def take_key(self, key: str) -> bool:
        """Numbers and s lead on from wherever one reads; the space bar leafs."""
        if key.isdigit() or key == "s":
            target = self.target_of(key)
            if target:
                self.opens(target)
            return bool(target) or key == "s"
        return super().take_key("pagedown" if key == "space" else key)
