"""The hints that are open, the most urgent first, with what stands behind the chosen one."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult

from hamdiary.domain.language import marked, t, tc
from hamdiary.tui.dialogs.dialog import WishDialog
from hamdiary.tui.dialogs.hint import HintWish
from hamdiary.tui.widgets import hint_lines as parts
from hamdiary.tui.widgets.form_help import rule
from hamdiary.tui.widgets.hint_banner import sign_span
from hamdiary.tui.widgets.hint_card import IN_BRIEF, HintKey, back_key, key_line
from hamdiary.tui.widgets.hint_lines import HintShown
from hamdiary.tui.widgets.lines import BLANK, Line, Span, flowed, line, wrapped
from hamdiary.tui.widgets.list_card import ListCard

WIDTH = 90
"""Cells of the card."""

TITLES = 11
"""Where titles begin."""

ONE_LINE = 60
"""Cells from which on a row has a sign with its word, and says since when it is open."""

NONE_OPEN = marked("No hint is open. That does not mean that all is well.")
"""What stands where there is none."""


class HintsDialog(WishDialog[HintWish | None]):
    """Returns which hint is wanted, and what for."""

    def __init__(
        self, hints: Sequence[HintShown], keys: Mapping[str, Sequence[HintKey]], notice: str
    ) -> None:
        """`keys` has by hint what can be done about it; `notice` stands below them all."""
        super().__init__()
        self._shown, self._offered = hints, keys
        self._card = HintsCard(hints, keys, notice)
        verbs = {each.key: each.verb for offered in keys.values() for each in offered}
        self._card.key_actions = self.wishes(verbs)

    def compose(self) -> ComposeResult:
        """The card."""
        yield self._card

    def on_mount(self) -> None:
        """Begin with the most urgent."""
        self._card.focus()

    def on_resize(self) -> None:
        """The window has another size, or has one now."""
        self.fit(self._card, WIDTH)

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter shows the whole hint."""
        message.stop()
        self.action_wish("open")

    def action_wish(self, verb: str) -> None:
        """Return what is wanted with the chosen hint, if it can be had."""
        if not self._shown:
            return
        chosen = self._shown[self._card.cursor]
        if verb == "open" or verb in {each.verb for each in self._offered[chosen.key]}:
            self.dismiss(HintWish(chosen.key, verb))


GIVES_WAY = (4, 2, 1, 0, 3)
"""Parts behind a hint in the order in which they give way: how soon to be seen stays longest."""


class HintsCard(ListCard):
    """One row a hint; below them why, how soon and how sure the chosen one is."""

    def __init__(
        self, hints: Sequence[HintShown], keys: Mapping[str, Sequence[HintKey]], notice: str
    ) -> None:
        super().__init__(t("Hints: when to ring the vet"), id="hints")
        self._hints, self._offered, self._notice = hints, keys, notice
        count = len(hints)
        self.fact = line(
            Span(t("{count} open").format(count=count) if count else t("none open"), "muted")
        )

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._hints)

    def rows(self, width: int) -> Sequence[Sequence[Line]]:
        """Sign, title, and since when."""
        return [_row(each, width) for each in self._hints]

    def wanted_height(self, width: int) -> int:
        """Room for every row and for the longest of what stands below."""
        inner = width - 5
        rows = sum(map(len, self.rows(inner))) or len(wrapped(t(NONE_OPEN), inner))
        behind = max((len(self._behind(each, inner)) for each in self._hints), default=0)
        return rows + behind + len(self._foot(inner)) + 2

    def body(self, width: int, height: int) -> list[Line]:
        """The rows, what is behind the chosen one where there is room, keys and what a hint is."""
        if not self._hints:
            empty = [line(each) for each in wrapped(t(NONE_OPEN), width)]
            return [*empty, *self._foot(width)][:height]
        keys, notice = self._keys(width), self._notices(width)
        behind = self._behind(self._hints[self.cursor], width)
        least = min(sum(map(len, self.rows(width))), 2)
        if least + len(behind) + len(keys) + len(notice) > height:
            notice = [BLANK, *self._notices_in_brief(width)]
        if least + len(behind) + len(keys) + len(notice) > height:
            most = height - least - len(keys) - len(notice)
            behind = self._behind(self._hints[self.cursor], width, most)
        if least + len(behind) + len(keys) + len(notice) > height:
            notice = notice[1:]
        room = max(1, height - len(behind) - len(keys) - len(notice))
        rows = self._visible(width, room)
        filled = [BLANK] * (height - len(rows) - len(behind) - len(keys) - len(notice))
        return [*rows, *behind, *filled, *keys, *notice]

    def _behind(self, shown: HintShown, width: int, most: int | None = None) -> list[Line]:
        """Why it is said and what to do; parts of it if all would take more than `most` rows."""
        opened = parts.part(tc("hint", "Open"), [Span(shown.opened, "muted")], width)
        groups = [
            parts.part(tc("hint", "Seen"), [Span(each) for each in shown.seen], width),
            opened if width < ONE_LINE else [],
            parts.why_part(shown, width),
            parts.how_soon_part(shown, width),
            parts.source_part(shown, width, caution=False),
        ]
        for place in GIVES_WAY:
            if most is not None and sum(map(len, groups)) + 3 > most:
                groups[place] = []
        rows = [row for group in groups for row in group]
        return [BLANK, rule(width), *rows, BLANK] if rows else [BLANK]

    def _foot(self, width: int) -> list[Line]:
        return [*self._keys(width), *self._notices(width)]

    def _keys(self, width: int) -> list[Line]:
        chosen = self._hints[self.cursor].key if self._hints else ""
        whole = HintKey("Enter", tc("key", "all of it"), "open", tc("key", "all"))
        keys = [*[whole] * bool(chosen), *self._offered.get(chosen, ())]
        lines = [key_line(each, width < IN_BRIEF) for each in keys]
        return [*[BLANK] * (not chosen), *flowed([*lines, back_key()], width, 3)]

    def _notices(self, width: int) -> list[Line]:
        return [BLANK, *(line(Span(each, "muted")) for each in wrapped(self._notice, width))]

    def _notices_in_brief(self, width: int) -> list[Line]:
        brief = t("No hint does not mean “all is well”.")
        return [line(Span(each, "muted")) for each in wrapped(brief, width)]


def _row(shown: HintShown, width: int) -> list[Line]:
    wide = width >= ONE_LINE
    sign = sign_span(shown.urgency)
    if not wide:
        sign = sign._replace(text=sign.text.split()[0])
    start = TITLES if wide else 4
    opened = line(Span(shown.opened, "muted")) if wide else Line()
    first, *more = wrapped(shown.title, width - start)
    row = line(sign).to(start).plus(first, "bold")
    if row.width + 2 + opened.width <= width:
        row = row.to(width - opened.width).then(opened)
    return [row, *(line(" " * start, Span(each, "bold")) for each in more)]
