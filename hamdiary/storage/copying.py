"""A copy of a finished backup in another folder, as whole as the first."""

import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from hamdiary.domain.language import t
from hamdiary.domain.system_words import small_reason_of
from hamdiary.storage.backup import hash_of
from hamdiary.storage.errors import DiskTrouble
from hamdiary.storage.leftovers import PART
from hamdiary.storage.manifest import Backup, manifest_of, write_manifest
from hamdiary.storage.placing import new_file, put_in_place, sync


def copy_to(backup: Backup, folder: Path) -> Path:
    """Copy a backup and its manifest into `folder`; DiskTrouble says why that failed.

    The folder must be there already: a stick that is not plugged in is not made up for by a folder
    of its name. What is there under that name stays, if it is the same.
    """
    path = folder / backup.path.name
    fresh = folder / f".{os.urandom(6).hex()}{PART}"
    try:
        if not folder.is_dir():
            raise DiskTrouble(
                t("no copy of the backup in {folder}: there is no such folder").format(
                    folder=folder
                )
            )
        if path.exists() and hash_of(path) == backup.sha256:
            return path
        new_file(fresh)
        shutil.copyfile(backup.path, fresh)
        sync(fresh)
        if hash_of(fresh) != backup.sha256:
            raise DiskTrouble(
                t("no copy of the backup in {folder}: what was written is not the same").format(
                    folder=folder
                )
            )
        write_manifest(replace(backup, path=path), manifest_of(path))
        put_in_place(fresh, path)
    except OSError as error:
        reason = small_reason_of(error, t("there is another file of that name"))
        raise DiskTrouble(
            t("no copy of the backup in {folder}: {reason}").format(folder=folder, reason=reason)
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return path
