"""A backup in the place of a diary that is damaged or gone."""

from hamdiary.domain.language import t, tn
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.messages import RestoreAgreed


def restored(message: RestoreAgreed) -> str:
    """Restore what was agreed to, the diary being closed; what came of it, in words."""
    try:
        done = message.shelf.restore(message.plan)
    except DiaryTrouble as trouble:
        return t("Nothing was restored: {trouble}.").format(trouble=trouble)
    finally:
        message.then()
    nights = done.backup.nights
    words = tn("Restored: {count} night.", "Restored: {count} nights.", nights)
    words = words.format(count=nights)
    if done.aside:
        words += " " + t("The damaged file is kept: {path}.").format(path=done.aside)
    return words
