"""Files in a zip, read without ever being unpacked: counted while they are read (traps §2)."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from hamdiary.domain.language import t
from hamdiary.storage.errors import BadInput

MOST_FILES = 200
"""Files that a zip may hold."""


def files_in(data: bytes, most: int) -> dict[str, bytes]:
    """The CSV files in a zip by their plain names; BadInput beyond `most` bytes in all.

    Folders before a name are dropped: nothing is ever written, so no name leads anywhere.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _files(archive, most)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise BadInput(t("the zip is damaged; nothing was imported")) from error
    except (RuntimeError, NotImplementedError) as error:
        raise BadInput(t("the zip has a password or a way of packing that is not known")) from error


def _files(archive: zipfile.ZipFile, most: int) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise BadInput(t("the zip holds more than {most} files").format(most=MOST_FILES))
    names = {each.filename for each in entries}
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise BadInput(
            t("this is a spreadsheet's own file; save it as CSV there, then import that")
        )
    found: dict[str, bytes] = {}
    for entry in entries:
        name = PurePosixPath(entry.filename.replace("\\", "/")).name
        if entry.is_dir() or not name.casefold().endswith(".csv") or name.startswith("."):
            continue
        if name in found:
            raise BadInput(
                t("the zip holds two files called {name}").format(name=ascii(name)[1:-1][:60])
            )
        found[name] = _read(archive, entry, most)
        most -= len(found[name])
    return found


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    with archive.open(entry) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise BadInput(t("the zip holds far more than it seems; it was not read to its end"))
    return content
