"""The command palette: everything that can be done, by name."""

from asyncio import to_thread
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import english, shows
from hamdiary.tui.diary_actions import DiaryActions
from hamdiary.tui.help_actions import HelpActions
from hamdiary.tui.twins import untwinned


@shows("name", "help")
@dataclass(frozen=True)
class Command:
    """One thing that can be done."""

    name: str
    """What it is called."""
    help: str
    """What it does, in a few words, and its key."""
    action: str
    """The action of the diary's screen."""

    @property
    def names(self) -> set[str]:
        """Its name as it is read, and in English, which somebody may have learnt."""
        return {self.name, english(self, "name")}


COMMANDS = (
    Command("Out of cage", "start or stop the clock, add an outing · o", "screen.outing"),
    Command("Doses", "given, refused, skipped · m", "screen.doses"),
    Command("Extra food", "what was given, how much, eaten, liked · f", "screen.feed"),
    Command("Write a note", "for the night that is shown · n", "screen.note"),
    Command("Still to do", "go to it, put it off, or not tonight · z", "screen.todo"),
    Command("Hints", "when to ring the vet, why, and what to tell · h", "screen.hints"),
    Command("Which signs do you see?", "how soon a vet should see it", "screen.guide('signs')"),
    Command("What to do right now", "in the guide", "screen.guide('right-now')"),
    Command("What to tell the vet", "ready to be read aloud", "screen.tell_the_vet"),
    Command("Tonight", "tonight's log · t", "screen.tonight"),
    Command("Diary", "all nights, search, calendar · d", "screen.view('diary')"),
    Command("Recovery", "plots of gait, legs, weight, time out · r", "screen.view('recovery')"),
    Command("Care", "medicines, happenings, time out, reminders · c", "screen.view('care')"),
    Command("Guide", "causes, signs, nursing, foods, who says it · g", "screen.view('guide')"),
    Command("Vet report", "one page worth reading, as PDF and more · v", "screen.view('report')"),
    Command(
        "Report in another language", "German or English, for the vet", "screen.report_language"
    ),
    Command("The night before", "open the log of the night before · <", "screen.step_night(-1)"),
    Command("The night after", "open the log of the night after · >", "screen.step_night(1)"),
    Command("Clips", "photos and videos of this night · p", "screen.clips"),
    Command("New clip", "list a photo or video by the path of its file", "screen.new_clip"),
    Command("New medicine", "write down what the vet prescribed", "screen.new_medicine"),
    Command("New happening", "a vet visit, a first step, a fall", "screen.new_happening"),
    Command("New question for the vet", "it stands in the report", "screen.new_question"),
    Command("Quality of life", "a weekly check, for a talk with the vet", "screen.wellbeing"),
    Command("About the hamster", "facts, vet, cage, goal · a", "screen.hamster"),
    Command("Another hamster", "switch to it, or set one up · s", "screen.hamsters"),
    Command("Foods", "how much, how often, what never", "screen.guide('food-table')"),
    Command("Cage check", "this cage beside what each source asks", "screen.guide('cage')"),
    Command("Floor safety", "what to see to before it comes out", "screen.safety"),
    Command("Undo", "take back the last change · Ctrl+Z", "screen.undo"),
    Command("Redo", "bring it back · Ctrl+Y", "screen.redo"),
    Command("Delete this night", "clear all of the night that is shown", "screen.delete_night"),
    Command("Help", "this screen, its keys and marks, and the focused line · ?", "screen.help"),
    Command("First night", "a tour of five short steps", "screen.tour"),
    Command("Settings", "reminders, quiet hours, how you are told, display", "screen.settings"),
    Command(
        "Language, units, dates…",
        "English, Deutsch; ounces; 12 or 24 hours; animation",
        "screen.settings('display.')",
    ),
    Command("Back up now", "a verified copy of the whole diary", "screen.back_up"),
    Command("Backups…", "all of them; bring one back", "screen.backups"),
    Command(
        "Export the diary…", "JSON, CSV tables, or the nights for a spreadsheet", "screen.export"
    ),
    Command("Import nights…", "a table of nights, tables, a whole diary", "screen.import"),
    Command("Merge another carer's diary…", "take in a bundle, or a folder", "screen.merge"),
    Command("Send my changes…", "a bundle for another carer", "screen.send"),
    Command("Who writes…", "initials that stand with each change", "screen.carer"),
    Command("Fields with two values", "two carers wrote apart; choose · b", "screen.conflicts"),
    Command("Where is my data?", "the diary's file, and what else there is", "screen.where"),
    Command("On the command line", "every command, with its help", "screen.command_line"),
    Command("Close this diary", "recovered, rehomed or died", "screen.close_diary"),
    Command("Open this diary again", "after it was closed", "screen.reopen_diary"),
    Command("Erase for good…", "every trace of this hamster; cannot be undone", "screen.erase"),
)
"""What is wanted at night stands first, what is wanted once a year last."""


class DiaryCommands(Provider):
    """Offers the commands of the diary's screen, and those of the program below them."""

    _command_line: Sequence[Command] = ()

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for each in self._offered():
            yield DiscoveryHit(each.name, self._runner(each), help=each.help)
        for one in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(one.title, one.callback, help=one.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or help fits what is typed; commands of the command line come last."""
        matcher = self.matcher(query)
        for weight, commands in ((1.0, self._offered()), (0.5, self._command_line)):
            for each in commands:
                named = max(map(matcher.match, each.names))
                score = max(named, matcher.match(each.help) * 0.6) * weight
                if score > 0:
                    name = matcher.highlight(each.name)
                    yield Hit(score, name, self._runner(each), help=each.help)
        for one in self.app.get_system_commands(self.screen):
            score = max(matcher.match(one.title), matcher.match(one.help) * 0.6)
            if score > 0:
                yield Hit(score, matcher.highlight(one.title), one.callback, help=one.help)

    async def startup(self) -> None:
        """Learn what the command line can do, beside the keys: that takes a moment."""
        screen = self.screen
        assert isinstance(screen, HelpActions)
        pages = untwinned(
            await to_thread(screen.command_pages), [english(each, "name") for each in COMMANDS]
        )
        action = "screen.command_line"
        self._command_line = [
            Command(f"hamdiary {page.name}", page.words, f"{action}({page.name!r})")
            for page in pages
        ]

    def _offered(self) -> list[Command]:
        """What can be done now: an open diary can be closed, a closed one opened."""
        assert isinstance(self.screen, DiaryActions)
        closed = self.screen.page.hamster.closed_because is not None
        useless = "screen.close_diary" if closed else "screen.reopen_diary"
        return [each for each in COMMANDS if each.action != useless]

    def _runner(self, command: Command) -> Callable[[], Awaitable[None]]:
        return partial(self.screen.run_action, command.action)
