"""What click itself says, in the language in use: "Usage:", "No such option '--gat'."."""

from click import core, exceptions, formatting, parser, types

from hamdiary.domain.language import t, tn

SPEAKING = (core, exceptions, formatting, parser, types)
"""The modules of click that say something to an owner."""


def let_click_speak() -> None:
    """From now on click takes its words from the catalogue in use; English needs none.

    click asks the gettext of the whole system, which knows nothing of the owner's settings and
    looks through folders at every word.
    """
    for module in SPEAKING:
        vars(module).update(_=t, ngettext=tn)
