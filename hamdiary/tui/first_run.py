"""The first evening: whose diary is this, or a look around in a sample."""

import re
from contextlib import suppress

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import marked, t, tc
from hamdiary.domain.measures import measures_of
from hamdiary.knowledge.notices import KEEPS_NOTES, RULES_OF_THUMB, STAYS_HERE
from hamdiary.services.clock import Clock
from hamdiary.services.session import Session
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.hamster_screen import HamsterScreen
from hamdiary.tui.start import Start
from hamdiary.tui.tour_actions import TOUR
from hamdiary.tui.widgets.bars import Key, KeyBar
from hamdiary.tui.widgets.form_face import FormLine
from hamdiary.tui.widgets.form_messages import Typing
from hamdiary.tui.widgets.lines import Line, Span, apart, line, wrapped
from hamdiary.tui.widgets.painting import Painted

ASKED_FIRST = (
    "name", "species", "sex", "born", "onset", "vet_name", "vet_phone", "night_phone",
)  # fmt: skip
"""What the first evening asks; everything else can be told later."""


class FirstRunScreen(HamsterScreen):
    """Eight lines, each of which can wait."""

    BINDINGS = [
        Binding("f10", "begin", "Start the diary", show=False),
        Binding("f2", "sample", "Sample diary", show=False),
        Binding("f3", "join", "Join another carer", show=False),
    ]

    def __init__(self, start: Start) -> None:
        super().__init__(start.session, None, Clock(start.environment))
        self._start = start

    def compose(self) -> ComposeResult:
        """What this is, the form, the two ways on, and what it is not."""
        yield Welcome()
        yield self.form
        yield WaysOn()
        yield KeyBar(
            Key("F1", tc("key", "help"), "screen.help"),
            Key("^q", tc("key", "quit, kept as it is"), "app.quit"),
        )

    def heading(self) -> str:
        """What stands on the card."""
        return t("Whose diary is this?")

    def groups(self) -> list[list[FormLine]]:
        """The first few facts."""
        measures = measures_of(Hamster)
        return [[FormLine(name, measures[name]) for name in ASKED_FIRST]]

    def keys(self) -> list[Key]:
        """The keys that matter here."""
        return [
            Key("↑ ↓", tc("key", "line"), ""),
            Key("Enter", tc("key", "next"), ""),
            Key("F10", tc("key", "start"), "screen.begin"),
            Key("Bksp", tc("key", "clear"), ""),
            Key("F2", tc("key", "sample"), "screen.sample"),
            Key("F3", tc("key", "join"), "screen.join"),
        ]

    def session(self) -> Session:
        """The diary is made with the first answer."""
        self._session = self._start.make_diary()
        return self._session

    def on_form_typing(self, message: Typing) -> None:
        """The first letter makes the diary, so that there is a place to keep it in."""
        with suppress(DiaryTrouble):
            self.session()
        super().on_form_typing(message)

    def action_leave(self) -> None:
        """Escape does not leave the first screen: F10 and ^q do."""

    def action_begin(self) -> None:
        """Open the diary, with whatever was told."""
        if not self.settle_form():
            return
        try:
            known = self.session().diary.hamster(self.hamster.id)
            if known is None:
                self.save({"name": t("Hamster")})
        except DiaryTrouble as trouble:
            self.form.complain(t("Not saved: {trouble}").format(trouble=trouble))
            return
        session = self.session()
        with suppress(DiaryTrouble):  # it is there in the palette all the same
            session.diary.remember(session.device, TOUR, "0")
        self._call_nothing_late(session)
        self._open_diary(session, self.hamster)

    def _call_nothing_late(self, session: Session) -> None:
        """What was due before there was a diary stands on the list, but rings no alarm at once."""
        from hamdiary.services.clock import BadSetting
        from hamdiary.services.reminding import to_ring

        with suppress(BadSetting, DiaryTrouble):
            to_ring(session, self.hamster)

    def action_sample(self) -> None:
        """Look around in an invented diary, in a place that is thrown away."""
        session = self._start.make_sample()
        self._open_diary(session, session.hamster())

    def action_join(self, values: Values | None = None, trouble: str = "") -> None:
        """Begin with what another carer has sent; `trouble` is why that cannot be."""
        from hamdiary.services.merging.asked import JoinAsked
        from hamdiary.tui.dialogs.fields import FieldsDialog

        if isinstance(self.app.screen, FieldsDialog):
            return
        dialog = FieldsDialog(
            t("Join another carer's diary"),
            JoinAsked,
            ("path", "initials"),
            values or {},
            today=self.today,
            done=tc("key", "join"),
            needs={"path": t("Say which file they have sent.")},
            trouble=("path", trouble) if trouble else None,
        )
        self.app.push_screen(dialog, self._join)

    def _join(self, values: Values | None) -> None:
        from hamdiary.services.carers import initials, remember_carer
        from hamdiary.tui.deeds.transfer import typed_place

        if values is None:
            return
        try:
            session = self._start.join(typed_place(str(values["path"])))
        except DiaryTrouble as trouble:
            self._session = None
            self.action_join(values, str(trouble))
            return
        self._session = session
        remember_carer(session.diary, session.device, initials(str(values["initials"] or "")))
        self._open_diary(session, session.hamster())

    def _open_diary(self, session: Session, hamster: Hamster) -> None:
        from hamdiary.tui.diary_screen import DiaryScreen

        self._start.session, self._start.hamster = session, hamster
        self.app.push_screen(DiaryScreen(session, hamster, self._start.is_sample))


WHAT_IT_IS = (
    marked("a night diary for a hamster with weak hind legs"),
    marked("a night diary for weak hind legs"),
    marked("a night diary"),
)
"""What hamdiary is, in ever fewer words."""


class Welcome(Painted):
    """The two rows above the form."""

    def paint(self, width: int, height: int) -> list[Line]:
        """What hamdiary is, and that nothing leaves this computer."""
        inset = "   "
        first = line(Span(inset), Span("hamdiary", "title"))
        fitting = (each for each in map(t, WHAT_IT_IS) if first.width + len(each) + 4 <= width)
        first = first.plus(f"  {next(fitting, '')}", "muted")
        second = line(Span(f"{inset}{t(STAYS_HERE)}", "muted"))
        right = line(Span(t("about two minutes, every line can wait") + inset, "muted"))
        return [first.on("panel"), apart(second, right, width).on("surface")]


class WaysOn(Painted):
    """The two ways on, and the words that belong before any diary."""

    def paint(self, width: int, height: int) -> list[Line]:
        """The layout that says most: airy if it can be, else both ways in one short row."""
        airy, tight = _ways(width)
        layouts = [[*airy, Line()], [*tight, Line()], tight]
        told = [_sentences(width, height - len(each)) for each in layouts]
        best = max(range(len(layouts)), key=lambda place: told[place][0])
        return [*layouts[best], *told[best][1]][:height]


INSET = "     "
"""Space before the ways on and the words below them."""


TIGHTER = re.compile("  +")
"""Space that gives way where a row is full."""


def _ways(width: int) -> tuple[list[Line], list[Line]]:
    """Both ways on, in full and in one short row."""
    ten = line(INSET, Span(" F10 ", "chip", "screen.begin"))
    start = ten.plus(" " + tc("key", "Start the diary"), "bold", "screen.begin")
    key = Span("F2", "key", "screen.sample")
    sample = line(
        key, Span("  " + tc("key", "Look around with a sample diary"), "text", "screen.sample")
    )
    join_key = Span("F3", "key", "screen.join")
    join = line(
        join_key, Span("  " + tc("key", "Join another carer's diary"), "text", "screen.join")
    )
    both = start.to(35).then(sample)
    rest = [line(INSET).then(sample), line(INSET).then(join)]
    full = [both, line(INSET).to(35).then(join)] if both.width <= width else [start, *rest]
    short = line("   ", key, Span("  " + tc("key", "Sample"), "text", "screen.sample")).plus("   ")
    others = short.then(line(join_key, Span("  " + tc("key", "Join"), "text", "screen.join")))
    if start.width + others.width > width:
        start = ten.plus(" " + tc("key", "Start"), "bold", "screen.begin")
    row = start.then(others)
    if row.width > width:
        row = Line(tuple(each._replace(text=TIGHTER.sub(" ", each.text)) for each in row.spans))
    return full, [row]


SAID_FIRST = ((0, 1, 3), (1, 3), (0, 1))
"""Which sentences of those on the first screen are said where not all fit (domain §8)."""


def _sentences(width: int, rows: int) -> tuple[int, list[Line]]:
    """What fits of it in whole sentences, and how much that is worth (domain §8)."""
    sentences = [f"{each.rstrip('.')}." for each in t(KEEPS_NOTES).split(". ")]
    room = width - len(INSET) - 1
    all_of_it = wrapped(t(KEEPS_NOTES), room)
    ways = [
        [*all_of_it, "", *wrapped(t(RULES_OF_THUMB), room)],
        all_of_it,
        *(wrapped(" ".join(sentences[each] for each in chosen), room) for chosen in SAID_FIRST),
    ]
    best = next((place for place, each in enumerate(ways) if len(each) <= rows), len(ways))
    # That it does not diagnose is said before all else.
    told = ways[best] if best < len(ways) else wrapped(sentences[1], room)
    return -best, [line(INSET, Span(each, "muted")) for each in told[: max(0, rows)]]
