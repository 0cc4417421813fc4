"""An import before it is made: what would come, what each column is, what stands in its way."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding

from hamdiary.domain.language import t, tc
from hamdiary.services.transfer.plan import Options, Plan, changes
from hamdiary.tui.dialogs.dialog import Dialog, key_line
from hamdiary.tui.widgets.lines import Line, Span, flowed, line
from hamdiary.tui.widgets.list_card import ListCard
from hamdiary.tui.widgets.plan_card import PlanCard

WIDTH, HEIGHT = 90, 30
"""Cells of the card, where there is room."""

Planning = Callable[[Options], Plan | None]
"""Plans the import anew with other options; None if that could not be done, which was said."""


class ImportDialog(Dialog[Plan | None]):
    """Returns the plan that is to be carried out, or None."""

    BINDINGS = [
        Binding("escape", "leave", "back"),
        Binding("f10,ctrl+s,y", "done", "import"),
    ]

    def __init__(self, plan: Plan, options: Options, planning: Planning) -> None:
        super().__init__()
        self._plan, self._options, self._planning = plan, options, planning

    def compose(self) -> ComposeResult:
        """The plan."""
        yield PlanCard(self._plan, id="plan")

    def on_mount(self) -> None:
        """Begin at the top."""
        card = self.query_one(PlanCard)
        card.key_actions = {"y": self.action_done, "f10": self.action_done}
        self._show()
        card.focus()

    def _show(self) -> None:
        card = self.query_one(PlanCard)
        card.fact = line(Span(self._state(), "muted" if self._plan.is_ready else "warn"))
        card.show_plan(self._plan, self._keys(min(WIDTH, self.app.size.width) - 5))

    def _state(self) -> str:
        if self._plan.asks:
            return t("to be answered first")
        if self._plan.troubles:
            return t("to be put right first")
        return changes(self._plan.count)

    def _keys(self, room: int) -> list[Line]:
        keys = []
        if self._plan.is_ready and self._plan.count:
            keys.append(key_line("F10", tc("key", "import it"), "done"))
        if self._plan.asks:
            keys.append(key_line("Enter", tc("key", "answer"), "choose"))
        elif self._plan.uses:
            keys.append(key_line("Enter", tc("key", "on a column: what it is"), "choose"))
        return flowed(
            [*keys, key_line("Esc", tc("key", "back, nothing is imported"), "leave")], room, 3
        )

    def on_list_card_chosen(self, message: ListCard.Chosen) -> None:
        """Enter opens what can be chosen."""
        message.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Take the answer under the cursor, or ask what the column under it is."""
        item = self.query_one(PlanCard).chosen
        if item.answer is not None:
            self._plan_anew(self._options.with_answer(*item.answer))
        elif item.header is not None:
            from hamdiary.tui.dialogs.column_use import ColumnUseDialog

            header = item.header
            dialog = ColumnUseDialog(header, self._plan.uses[header])
            self.app.push_screen(dialog, lambda use: self._take_use(header, use))

    def _take_use(self, header: str, use: str | None) -> None:
        if use is not None:
            self._plan_anew(self._options.with_use(header, use))

    def _plan_anew(self, options: Options) -> None:
        plan = self._planning(options)
        if plan is not None:
            self._plan, self._options = plan, options
            self._show()

    def action_done(self) -> None:
        """Carry it out, if nothing stands in its way."""
        if not self._plan.is_ready:
            self.notify(t("Something stands in its way; see the list."), severity="warning")
        elif self._plan.count == 0:
            self.notify(t("There is nothing new in it."), markup=False)
        else:
            self.dismiss(self._plan)
