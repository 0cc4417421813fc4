"""The hamster's card: whom to ring, and what is usual for it."""

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import brief_day
from hamdiary.domain.measures import measures_of
from hamdiary.domain.saying import said
from hamdiary.domain.text import clean_line
from hamdiary.services.pages import NightPage
from hamdiary.tui.widgets.framed import Framed
from hamdiary.tui.widgets.lines import Line, Span, line, shortened, wrapped

LABEL = 13
"""Where numbers begin on the vet's card."""

SHORT_LABEL = 9
"""Where facts begin on the hamster's card."""

KEY = 3
"""Where the words beside a key begin."""

ABOUT = "screen.hamster"
"""What a click on either card does."""

CORNERS = 8
"""Cells of a card's upper edge that its title leaves free."""


class VetCard(Framed):
    """The vet's numbers, always in sight."""

    whole = ABOUT

    def __init__(self) -> None:
        super().__init__(t("Vet"))
        self._hamster: Hamster | None = None

    def show_page(self, page: NightPage) -> None:
        """Show the vet of this page's hamster."""
        self._hamster = page.hamster

    def body(self, width: int, height: int) -> list[Line]:
        """Name, numbers and hours; what to do where no number is known."""
        hamster = self._hamster
        if hamster is None:
            return []
        rows = _vet_rows(hamster, width)
        if len(rows) > height:
            # Names and hours give way before a number does.
            rows = _number(t("Vet"), hamster.vet_phone, None, width)
            rows += _number(t("Out of hours"), hamster.night_phone, None, width)
        if not rows:
            hint = t("No vet's number yet. It is shown big when it matters.")
            rows = [line(Span(each, "muted")) for each in wrapped(hint, width)]
        if not hamster.vet_phone:
            rows += _about_key(t("add the vet's number"), width)
        elif not hamster.night_phone:
            key = _about_key(t("add the out-of-hours number"), width)
            rows += key if len(rows) + len(key) <= height else []
        return rows


def _vet_rows(hamster: Hamster, width: int) -> list[Line]:
    rows = [line(each) for each in wrapped(clean_line(hamster.vet_name or ""), width) if each]
    rows += _number(t("Vet"), hamster.vet_phone, hamster.vet_hours, width)
    return rows + _number(t("Out of hours"), hamster.night_phone, hamster.night_hours, width)


def _about_key(words: str, width: int) -> list[Line]:
    first, *more = wrapped(words, width - KEY)
    row = line(Span("a", "key", ABOUT)).to(KEY).plus(first, "muted", ABOUT)
    return [row, *(line(" " * KEY, Span(each, "muted", ABOUT)) for each in more)]


def _number(label: str, phone: str | None, hours: str | None, width: int) -> list[Line]:
    if not phone:
        return []
    head = line(Span(label, "muted"))
    number = head.to(LABEL).plus(clean_line(phone), "bold")
    if number.width <= width:
        rows = [number]
    else:  # a number is never cut
        rows = [head, *(line(Span(each, "bold")) for each in wrapped(clean_line(phone), width))]
    return [
        *rows,
        *(line(Span(each, "muted")) for each in wrapped(clean_line(hours or ""), width) if each),
    ]


class AboutCard(Framed):
    """A few facts about the hamster that nights are read against."""

    whole = ABOUT

    def __init__(self) -> None:
        super().__init__(t("Hamster"))
        self._page: NightPage | None = None

    def show_page(self, page: NightPage) -> None:
        """Show this page's hamster."""
        self._page = page

    def paint(self, width: int, height: int) -> list[Line]:
        """The card, titled with as much of the name as its upper edge can hold."""
        name = self._page.hamster.called if self._page else t("Hamster")
        self.title = shortened(name, width - CORNERS)
        return super().paint(width, height)

    def body(self, width: int, height: int) -> list[Line]:
        """The facts that are known, each on its line, and the key that changes them."""
        if self._page is None:
            return []
        rows = [row for fact in _known(self._page) for row in _fact(*fact, width)]
        key = _about_key(t("change these"), width)
        return [*rows[: max(0, height - len(key))], *key]


def _fact(label: str, words: str, width: int) -> list[Line]:
    first, *more = wrapped(words, width - SHORT_LABEL)
    rows = [line(Span(label, "muted")).to(SHORT_LABEL).plus(first)]
    return rows + [line(" " * SHORT_LABEL, each) for each in more]


def _known(page: NightPage) -> list[tuple[str, str]]:
    """Each fact worth having in sight, with a label short enough for a narrow card."""
    hamster = page.hamster
    facts: list[tuple[str, str | None]] = [
        (tc("hamster", "since"), brief_day(hamster.onset) if hamster.onset else None),
        (tc("hamster", "came"), _said(hamster, "onset_speed")),
        (
            tc("hamster", "vet said"),
            _said(hamster, "cause") if hamster.cause != "unknown" else None,
        ),
        (tc("hamster", "goal"), _goal(hamster)),
        (tc("hamster", "usual"), f"{page.usual_weight_g:.0f} g" if page.usual_weight_g else None),
    ]
    return [(label, words) for label, words in facts if words]


def _goal(hamster: Hamster) -> str | None:
    """Minutes out of the cage aimed at; nothing is aimed at once the diary is closed."""
    if hamster.closed_because is not None:
        return None
    return (
        t("rest, as the vet says")
        if hamster.goal is None
        else t("{goal:g} min out").format(goal=hamster.goal)
    )


def _said(hamster: Hamster, name: str) -> str | None:
    value = getattr(hamster, name)
    return None if value is None else said(measures_of(Hamster)[name], value)
