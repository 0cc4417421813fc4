"""Importing beside the screens: a large file is read and written while the window lives on."""

from collections.abc import Callable
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.services.own_session import own_session
from hamdiary.services.report_file import Cancelled, Progress
from hamdiary.services.session import NoSuchHamster, Session
from hamdiary.services.transfer.importing import bring_in, plan_import
from hamdiary.services.transfer.plan import Options, Plan, Written
from hamdiary.storage.errors import BadInput


def plan_beside(
    session: Session,
    path: Path,
    options: Options,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Plan:
    """What importing the file would bring; Cancelled if it is not wanted any more.

    CannotRead or BadInput says in one line why nothing of it can come.
    """

    def step(share: float) -> None:
        """Say how far it is; Cancelled if it is not wanted any more."""
        if cancelled():
            raise Cancelled
        progress(share, t("reading the file"))

    step(0.0)
    with own_session(session) as own:
        try:
            plan = plan_import(own, path, options, step)
        except NoSuchHamster as error:
            raise BadInput(str(error)) from error
    step(1.0)
    return plan


def bring_in_beside(session: Session, plan: Plan, progress: Progress) -> Written:
    """Write a plan in one go, with a backup before; DiaryTrouble says why nothing of it came."""
    progress(0.5, t("writing: all of it, or nothing"))
    with own_session(session) as own:
        written = bring_in(own, plan)
        # An import into an empty diary may give this computer a new name.
        session.device = own.device
    return written
