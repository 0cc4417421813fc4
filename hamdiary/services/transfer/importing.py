"""Importing: what a file is, and what of it would come into the diary."""

from pathlib import Path

from hamdiary.services.session import Session
from hamdiary.services.transfer.journal_in import plan_journal
from hamdiary.services.transfer.json_in import exported
from hamdiary.services.transfer.plan import Plan
from hamdiary.storage.errors import BadInput
from hamdiary.storage.files import read_file

LARGEST = 200_000_000
"""Bytes of a file that is read in; ten years of five hamsters take a tenth of it."""


def plan_import(session: Session | None, path: Path) -> Plan:
    """What importing the file would bring; without a session, into a new diary.

    CannotRead or BadInput says in one line why nothing of it can come.
    """
    data = read_file(path, LARGEST)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return plan_journal(session, exported(data))
    raise BadInput(f"{path} is nothing that hamdiary can import")
