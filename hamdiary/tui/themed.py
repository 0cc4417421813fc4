"""In which colours the window is drawn, and that the chosen theme is remembered."""

from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter

from hamdiary.domain.language import t
from hamdiary.tui.mixed_in import OfAnApp
from hamdiary.tui.themes import HIGH_CONTRAST, OURS, Roles, mixed_variables

TERMINALS_OWN = ("ansi-dark", "ansi-light")
"""Textual's themes whose colours only the terminal knows: nothing can be mixed from them."""


class Themed(OfAnApp):
    """An app in one of hamdiary's themes or Textual's own."""

    _is_themed = False
    _has_colours = True

    def dress(self, chosen: str | None, has_colours: bool) -> None:
        """Begin in the chosen theme; in hamdiary's first one if there is none of that name."""
        for theme in OURS:
            self.register_theme(theme)
        for name in TERMINALS_OWN:
            self.unregister_theme(name)
        name = chosen if chosen in self.available_themes else OURS[0].name
        # Not `self.theme = …`, which would read the style sheet a second time.
        self.set_reactive(App.theme, name)
        self._is_themed = True
        self._has_colours = has_colours
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Listen for a change of theme."""
        self._mark_contrast()
        self.theme_changed_signal.subscribe(self, self._change_theme)

    def _change_theme(self, theme: object) -> None:
        self._mark_contrast()
        self.remember_theme(self.theme)

    def _mark_contrast(self) -> None:
        self.set_class(self.theme in HIGH_CONTRAST, "-contrast")

    def remember_theme(self, name: str) -> None:
        """Let the next window begin in this theme."""
        raise NotImplementedError

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours and those mixed from them."""
        if not self._is_themed:
            return {}  # Textual asks once while it begins, for a theme nobody will see
        variables = super().get_css_variables()
        variables = variables | mixed_variables(variables, self.current_theme)
        self.theme_variables = Roles(variables, self.current_theme)
        return variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """How lines are changed before they are sent: without colours where there are none."""
        filters = super().get_line_filters()
        if self._has_colours:
            return filters
        from hamdiary.tui.colourless import Colourless

        return [*filters, Colourless(is_dark=self.current_theme.dark)]

    def search_themes(self) -> None:
        """Show the themes to choose from."""
        from textual.theme import ThemeProvider

        from hamdiary.tui.palette import Palette

        self.push_screen(Palette([ThemeProvider], placeholder=t("Search for themes…")))
