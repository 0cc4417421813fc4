"""The help of a screen by its name; loaded when it is asked for."""

from importlib import import_module

from hamdiary.tui.help.page import HelpPage


def help_of(name: str) -> HelpPage | None:
    """What is to be known about the view of that name; None if nothing is written down."""
    try:
        module = import_module(f"hamdiary.tui.help.{name}")
    except ModuleNotFoundError:
        return None
    page = getattr(module, "PAGE", None)
    return page if isinstance(page, HelpPage) else None
