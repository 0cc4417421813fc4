"""What to do about a diary that is damaged or gone: its verified backups, the newest first."""

from collections.abc import Mapping

from hamdiary.domain.language import t, tn
from hamdiary.services.clock import Clock
from hamdiary.services.restoring import Shelf
from hamdiary.services.shelved import Shelved
from hamdiary.storage.errors import DamagedDiary, LostDiary


def whole_backups(
    environment: Mapping[str, str], trouble: DamagedDiary | LostDiary
) -> list[Shelved]:
    """The verified backups of the diary that is in trouble, the newest first."""
    shelf = Shelf(environment, str(trouble.path))
    return [each for each in shelf.backups() if each.whole]


def with_ways_out(environment: Mapping[str, str], trouble: DamagedDiary | LostDiary) -> str:
    """The trouble and what to do about it, in one line."""
    from hamdiary.render.backups import said_moment

    named = Shelf(environment, None).place != trouble.path
    at = f" --diary {trouble.path}" if named else ""
    found = whole_backups(environment, trouble)
    salvage = []
    if isinstance(trouble, DamagedDiary):
        said = t("hamdiary doctor{at} --salvage NEW.db saves what can still be read")
        salvage.append(said.format(at=at))
    if not found:
        none = t("{trouble}. There is no backup of it here").format(trouble=trouble)
        return "; ".join((none, *salvage))
    newest = found[0].backup
    when = said_moment(newest.made_utc, Clock(environment).now().wall.tzinfo)
    restore = t(
        "{trouble}. hamdiary restore{at} brings back the newest of {backups} ({when}, {nights}); "
        "hamdiary backups{at} lists them"
    ).format(
        trouble=trouble,
        at=at,
        backups=tn("{n} verified backup", "{n} verified backups", len(found)).format(n=len(found)),
        when=when,
        nights=tn("{n} night", "{n} nights", newest.nights).format(n=newest.nights),
    )
    return "; ".join((restore, *salvage))
