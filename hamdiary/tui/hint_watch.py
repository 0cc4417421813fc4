"""Watching which hints are open: the row that says so, and the dialog when one says NOW.

It looks at hints in brief: the rules themselves are loaded only once something has changed.
"""

from collections.abc import Sequence

from hamdiary.domain.hints.in_brief import HintInBrief
from hamdiary.domain.language import t
from hamdiary.services.hints_in_brief import at_a_glance, hints_in_brief
from hamdiary.services.knowing import LacksKnowledge
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.hint_actions import HintActions
from hamdiary.tui.widgets.hint_banner import BannerWords, HintBanner, badge
from hamdiary.tui.widgets.lines import Line

QUIET = 0.6
"""Seconds without a key after which a dialog may come: keys that are typed belong to the log."""

LOOKS_AGAIN = 0.3
"""Seconds until the next try while something else is open or being typed."""


class HintWatch:
    """Shows hints for one screen, and says NOW once."""

    def __init__(self, screen: HintActions) -> None:
        self._screen = screen
        self._words: BannerWords | None = None
        self._banner: HintBanner | None = None
        self._said: set[tuple[str, str]] = set()
        self._to_say: list[str] = []
        self._waits = False

    def begin(self) -> HintBanner | None:
        """The row for the first frame: what was open when somebody looked last.

        It is blank where that may be over, so that nothing moves once it is known.
        """
        glance = at_a_glance(self._screen.session, self._screen.page.hamster)
        words = _words_of(glance.hints)
        if words is None:
            return None
        self._banner = HintBanner()
        if glance.holds:
            self._words = words
            self._banner.show(words)
        else:
            self._banner.hold(words.urgency)
        return self._banner

    def look(self) -> None:
        """Find what is open, and show it."""
        screen = self._screen
        try:
            opened = hints_in_brief(screen.session, screen.page.hamster)
        except LacksKnowledge as trouble:
            screen.say_once(t("Hints cannot be told: {trouble}.").format(trouble=trouble))
            self.show()
            return
        except DiaryTrouble:
            self.show()
            return  # whoever looks around says why
        before, self._words = self._words, _words_of(opened)
        if self._words != before or self._is_blank:
            screen.show_frame()
            self.show()
        self._say_now([each.key for each in opened if each.urgency == "now"])

    def show(self) -> None:
        """The row on Tonight; on every view if it cannot wait."""
        words = self._words
        wanted = words is not None and (self._is_on_tonight or words.urgency in ("now", "today"))
        if words is not None and wanted:
            if self._banner is None:
                self._banner = HintBanner()
                self._screen.mount(self._banner, after="#who")
            self._banner.show(words)
        if self._banner is not None:
            self._banner.display = wanted

    def badge(self) -> Line:
        """SOON or WATCH beside "saved", on the views that do not show the row."""
        words = self._words
        if words is None or words.urgency not in ("soon", "watch") or self._is_on_tonight:
            return Line()
        return badge(words.urgency)

    @property
    def _is_blank(self) -> bool:
        return self._banner is not None and self._banner.is_blank

    @property
    def _is_on_tonight(self) -> bool:
        return self._screen.view.id == "tonight"

    # NOW

    def _say_now(self, urgent: Sequence[str]) -> None:
        """Each NOW once for as long as it is open; it is said again when the window is opened."""
        hamster = self._screen.page.hamster.id
        self._said &= {(hamster, key) for key in urgent}
        self._to_say = [key for key in urgent if (hamster, key) not in self._said]
        if self._to_say and not self._waits:
            self._wait()

    def _wait(self) -> None:
        self._waits = True
        self._screen.set_timer(LOOKS_AGAIN, self._say_when_quiet)

    def _say_when_quiet(self) -> None:
        self._waits = False
        if not self._to_say:
            return
        if self._screen.is_busy(QUIET):
            self._wait()
            return
        from hamdiary.tui.deeds.hints import HintDeeds

        self._said |= {(self._screen.page.hamster.id, key) for key in self._to_say}
        HintDeeds(self._screen).say_now(self._to_say)
        self._to_say = []


def _words_of(opened: Sequence[HintInBrief]) -> BannerWords | None:
    said = [each for each in opened if each.is_said]
    return BannerWords(said[0].urgency, said[0].title, len(said) - 1) if said else None
