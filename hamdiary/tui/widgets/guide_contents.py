"""What is in the guide, part by part, and the line in which everything is searched."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from hamdiary.domain.language import language, t, tc
from hamdiary.domain.text import clean_line
from hamdiary.knowledge.files import DamagedKnowledge
from hamdiary.knowledge.guide import contents, german_words
from hamdiary.knowledge.guide_topics import TopicTitle
from hamdiary.tui.guide.rows import EMPTY, Row, heading, text_rows
from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, wrapped
from hamdiary.tui.widgets.rows_card import RowsCard

ROOMY = 12
"""From so many rows on, parts are set apart."""

WORDS = 31
"""Where the words beside the titles begin, and further right where titles are longer."""

BROAD = 56
"""From so many cells on, what else people call a topic stands beside it."""

LONGEST = 80
"""Letters of a pasted search that are taken."""


class GuideField(Input):
    """Where words are typed; a few keys are the guide's at once, so that none comes too late."""

    taken: Callable[[str], bool]
    """Does what a key means to the guide; False if it is to be typed."""

    def on_key(self, event: events.Key) -> None:
        """Let the guide have its keys first."""
        if self.taken(event.key):
            event.stop()
            event.prevent_default()

    def _on_paste(self, event: events.Paste) -> None:
        """Pasted text comes clean and on one line."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(clean_line(event.text[: LONGEST * 10])[:LONGEST])


class ContentsCard(RowsCard):
    """Topics under their parts, the search above them."""

    def __init__(self) -> None:
        super().__init__(t("Topics"), id="guide-contents")
        self.cursor = 0
        self.field = GuideField(placeholder=t("a sign, a food, a word"), compact=True,
                                select_on_focus=False, id="guide-field")  # fmt: skip
        """Where words are typed."""
        self.searches: Callable[[], None] = lambda: None
        """What a click on the search does."""
        self._made: dict[tuple[int, bool], Sequence[Row]] = {}

    def compose(self) -> ComposeResult:
        """The field, laid over its line while it is used."""
        self.field.display = False
        yield self.field

    def list_size(self, width: int, height: int) -> tuple[int, int]:
        """Below the search."""
        return width, height - (2 if height >= ROOMY else 1)

    def body(self, width: int, height: int) -> list[Line]:
        """The search, then the topics."""
        search = line(
            Span("/", "key", "search"), Span(" " + tc("key", "search the guide"), "muted", "search")
        )
        if self.field.display:
            search = line(Span("/", "key"))
        above = [search, BLANK] if height >= ROOMY else [search]
        listed = super().body(width, height)
        self.foot = self.foot if height > 1 else BLANK
        return [*above, *listed][:height]

    def action_search(self) -> None:
        """Begin to type."""
        self.searches()

    def rows(self, width: int) -> Sequence[Row]:
        """Parts and topics; made once for each width."""
        key = (width, self.size.height - 2 >= ROOMY)
        if key not in self._made:
            try:
                self._made[key] = list(_rows(*key))
            except DamagedKnowledge as trouble:
                self._made[key] = text_rows(str(trouble), width, "warn")
        return self._made[key]


def _rows(width: int, roomy: bool) -> Iterator[Row]:
    for part, topics in enumerate(groupby(contents().values(), key=lambda each: each.section)):
        section, listed = topics
        if part and roomy:
            yield EMPTY
        yield from heading(section, width)
        for each in listed:
            yield from (Row(row, each.slug) for row in _topic(each, width))


def _words_from() -> int:
    """Where the words beside the titles begin: behind the longest title there is."""
    return max(WORDS, *(len(each.title) + 3 for each in contents().values()))


def _words_for(each: TopicTitle) -> Sequence[str]:
    """What else a topic goes by; the first German word is its title."""
    return german_words(each.slug)[1:] if language() == "de" else each.words


def _topic(each: TopicTitle, width: int) -> list[Line]:
    title = each.title if len(each.title) < width else each.short
    if width < BROAD:
        return [line(f" {text}") for text in wrapped(title, width - 1)]
    row = line(f" {title}").to(_words_from())
    for count, word in enumerate(_words_for(each)):
        more = f", {word}" if count else word
        if row.width + len(more) > width:
            break
        row = row.plus(more, "muted")
    return [row]
