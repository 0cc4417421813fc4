"""What nights from elsewhere would change: only what differs, with what is unusual about it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import t
from hamdiary.domain.manner import with_year
from hamdiary.domain.measures import Value
from hamdiary.domain.night import Night
from hamdiary.domain.questions import evening_questions, night_questions
from hamdiary.domain.saying import said
from hamdiary.domain.typed_dates import short_day
from hamdiary.services.recording import as_stored, recorded_fields, with_values
from hamdiary.services.session import RECENT_NIGHTS, Session
from hamdiary.services.transfer.headers import fields
from hamdiary.services.transfer.night_rows import Found, Nights
from hamdiary.services.transfer.plan import Remark
from hamdiary.storage.journal import Edit
from hamdiary.storage.rows import night_id

SHOWN_TEXT = 40
"""Letters of a note that are shown."""

SAMPLES = 5
"""Nights that are shown in words."""

MONTH = timedelta(days=RECENT_NIGHTS)
"""How far back a weight is compared."""


Values = Mapping[str, Value]
"""By field, what is recorded."""


class NightChanges:
    """What nights from elsewhere would change in the diary as it stands."""

    def __init__(self, session: Session, nights: Nights, keep_recorded: bool = False) -> None:
        self.edits: list[Edit] = []
        """One for each night that changes."""
        self.added = 0
        """How many values come where nothing was recorded."""
        self.replaced: list[Remark] = []
        """Values that come in the place of others."""
        self.kept = 0
        """How many values differ from what is recorded and are left out for that."""
        self.unusual: list[Remark] = []
        """What is possible but unlikely."""
        self.samples: list[str] = []
        """The first nights in words."""
        self._session, self._nights, self._keep = session, nights, keep_recorded
        for hamster in session.diary.hamsters():
            evenings = sorted(evening for whose, evening in nights if whose == hamster.id)
            if evenings:
                self._look_at(hamster, evenings)

    def _look_at(self, hamster: Hamster, evenings: Sequence[date]) -> None:
        since = evenings[0] - MONTH
        recorded = self._session.diary.nights(hamster.id, since, evenings[-1])
        known = {night.evening: night for night in recorded}
        for evening in evenings:
            stands = known.get(evening) or Night(hamster.id, evening)
            values = self._values(stands, self._nights[hamster.id, evening])
            if values:
                known[evening] = with_values(stands, values)
                self._ask(hamster, known, evening, values)
                self._sample(hamster, evening, values)
                self.edits.append(
                    Edit("night", night_id(hamster.id, evening), as_stored(Night, values))
                )

    def _values(self, stands: Night, found: Mapping[str, Found]) -> Values:
        """What really changes of one night."""
        recorded = recorded_fields(stands)
        values: dict[str, Value] = {}
        for field, each in found.items():
            if field not in recorded:
                self.added += 1
            elif not _differ(field, recorded[field], each.value):
                continue
            elif self._keep:
                self.kept += 1
                continue
            else:
                was, will_be = _said(field, recorded[field]), _said(field, each.value)
                told = t("{was} becomes {will_be}").format(was=was, will_be=will_be)
                self.replaced.append(Remark(each.line, f"{short_day(stands.evening)}: {told}"))
            values[field] = each.value
        return values

    def _ask(
        self, hamster: Hamster, known: Mapping[date, Night], evening: date, values: Values
    ) -> None:
        before = (evening - timedelta(days=days) for days in range(RECENT_NIGHTS, 0, -1))
        earlier = [known[on] for on in before if on in known]
        asked = [
            *evening_questions(evening, self._session.tonight, hamster),
            *night_questions(known[evening], values, hamster, earlier),
        ]
        found = self._nights[hamster.id, evening]
        line = min(found[field].line for field in values)
        self.unusual += [
            Remark(line, each.text.removesuffix(t("Keep it?")).rstrip()) for each in asked
        ]

    def _sample(self, hamster: Hamster, evening: date, values: Values) -> None:
        if len(self.samples) >= SAMPLES:
            return
        told = ", ".join(_said(field, value) for field, value in list(values.items())[:4])
        if len(values) > 4:
            told = t("{named}, and {n} more").format(named=told, n=len(values) - 4)
        on = with_year(evening)
        self.samples.append(f"{hamster.called}, {on}: {told}")


def _differ(field: str, stands: Value, value: Value) -> bool:
    one, other = (as_stored(Night, {field: each})[field] for each in (stands, value))
    return one != other


def _said(field: str, value: Value | None) -> str:
    measure = fields()[field]
    words = " ".join(said(measure, value).split())
    return f"{measure.label} {words[:SHOWN_TEXT]}{'…' if len(words) > SHOWN_TEXT else ''}"
