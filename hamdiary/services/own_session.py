"""Work beside the window, in a thread of its own: it looks at the diary for itself.

A connection belongs to its thread (traps §1), so that each piece of work opens the diary anew.
"""

from hamdiary.services.session import Session
from hamdiary.storage.opening import open_diary


def own_session(session: Session) -> Session:
    """Another session on the same diary, for the thread that calls this; it is to be closed."""
    diary = open_diary(session.diary.path, session.home)
    return Session(diary, session.home, session.clock, session.by)
