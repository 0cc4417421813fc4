"""A rounded frame with its title on the left and one fact on the right, and what stands in it."""

from collections.abc import Sequence

from hamdiary.tui.widgets.lines import BLANK, Line, Span, line, shortened


class Framed:
    """The frame around one thing; what stands in it is `body`.

    No widget: a widget may draw several of them, each more widget is paid for at every start.
    `Card` is one that is a widget by itself.
    """

    MARK = "▌"

    whole = ""
    """What a click does where no word of the card has an action of its own."""

    inset = 2
    """Cells between the frame and the words; the first of them bears the mark."""

    def __init__(self, title: str = "") -> None:
        self.title = title
        """What the card is about."""
        self.fact: Line = Line()
        """One thing worth knowing at a glance: a count, a range, a state."""
        self.short_fact: Line = Line()
        """The same in fewer words, where there is no room for all."""
        self.is_fact_kept = False
        """Whether the fact stands in the lower edge where the upper has no room: keys, say."""
        self._kept: dict[tuple[int, int, str], tuple[Line, Line]] = {}
        self._keeping = self._kept
        self.foot: Line = Line()
        """What stands in the lower edge: that there is more below."""
        self.way: Line = Line()
        """What stands left in the lower edge: which card it is of several, and how to go on."""
        self.short_way: Line = Line()
        """The same in fewer words, where there is no room for all."""

    def body(self, width: int, height: int) -> Sequence[Line]:
        """The lines inside, each at most `width` cells; to be defined by each card."""
        raise NotImplementedError

    def wanted_height(self, width: int) -> int:
        """Rows that the card needs to show all it has, its frame included."""
        return len(self.body(width - 5, 1_000)) + 2

    def edge(self) -> str:
        """The frame's ink."""
        return "edge"

    def paint(self, width: int, height: int) -> list[Line]:
        """Frame and body."""
        if width < 6 or height < 2:
            return []
        edge = self.edge()
        inside = list(self.body(width - 3 - self.inset, height - 2))[: height - 2]
        inside += [BLANK] * (height - 2 - len(inside))
        self._keeping = {}
        framed = [self._framed(each, width, edge) for each in inside]
        self._kept = self._keeping
        return [self._top(width, edge), *framed, self._bottom(width, edge)]

    def _bottom(self, width: int, edge: str) -> Line:
        left, right = line(Span("╰", edge)), line(Span("╯", edge))
        foot = self.foot if self.foot.width else self._fact_below(width)
        if foot.width and foot.width + 8 <= width:
            right = line(Span(" ", edge)).then(foot).plus(" ─╯", edge)
        ways = [way for way in (self.way, self.short_way) if way.width + right.width + 5 <= width]
        if ways and ways[0].width:
            left = left.plus("─ ", edge).then(ways[0]).plus(" ", edge)
        return left.plus("─" * (width - left.width - right.width), edge).then(right)

    def _fact_below(self, width: int) -> Line:
        """The fact, if it is kept and the upper edge has no room for it."""
        if not self.is_fact_kept or self._fitting(width):
            return Line()
        fitting = (each for each in (self.fact, self.short_fact) if each.width + 8 <= width)
        return next(fitting, Line())

    def _fitting(self, width: int) -> list[Line]:
        """The facts that have room beside the title."""
        left = self.heading(width - 8).width
        left += 4 if left else 2
        facts = (self.fact, self.short_fact)
        return [each for each in facts if each.width and left + each.width + 6 <= width]

    def _top(self, width: int, edge: str) -> Line:
        name = self.heading(width - 8)
        left = line(Span("╭─ " if name.width else "╭─", edge))
        if name.width:
            left = left.then(name).plus(" ", edge)
        right = Line()
        fitting = self._fitting(width)
        if fitting:
            right = line(Span(" ", edge)).then(fitting[0]).plus(" ─", edge)
        fill = width - left.width - right.width - 1
        return left.plus("─" * max(0, fill), edge).then(right).plus("╮", edge)

    def heading(self, width: int) -> Line:
        """What stands left in the upper edge: the title."""
        return line(Span(shortened(self.title, width), "title")) if self.title else Line()

    def _framed(self, inner: Line, width: int, edge: str) -> Line:
        # At a key press most lines are the very ones that were shown before.
        key = (id(inner), width, edge)
        kept = self._kept.get(key)
        framed = kept[1] if kept else self._in_frame(inner, width, edge)
        self._keeping[key] = (inner, framed)
        return framed

    def _in_frame(self, inner: Line, width: int, edge: str) -> Line:
        mark = Span(self.MARK, "accent") if inner.ground == "focus" else Span(" ")
        if inner.ground == "chosen":
            mark = Span("›", "muted")
        start = line(Span("│", edge), mark, Span(" " * (self.inset - 1)))
        return Line((*start.then(inner).to(width - 1).spans, Span("│", edge)), inner.ground)
