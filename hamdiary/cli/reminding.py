"""One look at what is due: `hamdiary remind`, which a timer calls every few minutes.

Nothing here needs click, and what rings is loaded only if something does.
"""

from collections.abc import Mapping

from hamdiary.domain.frozen import dataclass
from hamdiary.services.reminding import due_now
from hamdiary.services.session import cared_for, open_session
from hamdiary.services.settings import load_settings

SOMETHING_DUE = 10
"""Exit code of `hamdiary remind` where something is due."""


@dataclass(frozen=True)
class Look:
    """How to look at what is due."""

    diary: str | None = None
    """The diary's file as named by --diary."""
    hamster: str | None = None
    """The hamster as named by --hamster; None for all whose diaries are open."""
    quiet: bool = False
    """Whether nothing is printed but trouble."""
    as_json: bool = False
    """Whether the answer is printed as JSON."""
    dry_run: bool = False
    """Whether nothing rings and nothing counts as rung."""


def remind(environment: Mapping[str, str], look: Look) -> int:
    """Say and ring what is due; 10 if something is, 0 and silence if nothing is."""
    with open_session(environment, look.diary) as session:
        settings = load_settings(session.home)
        hamsters = cared_for(session, look.hamster)
        due = {each.id: due_now(session, each, settings) for each in hamsters}
        if not any(due.values()) and not look.as_json:
            return 0
        from hamdiary.cli.ringing import ring
        from hamdiary.delivery.message import Ring

        found = [Ring(each, due[each.id]) for each in hamsters if due[each.id]]
        ring(session, settings, found, environment, look)
        return SOMETHING_DUE if found else 0
