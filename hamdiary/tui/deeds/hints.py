"""Hints from the screens: read, told to the vet, noted as seen, put right where it was a slip."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from hamdiary.domain.hint_notes import HintNote
from hamdiary.domain.hints.course import OpenHint
from hamdiary.domain.hints.fields import is_of_a_night
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.hints.in_brief import NOTHING_RECORDED
from hamdiary.domain.hints.words import facts_said
from hamdiary.domain.language import t, tc
from hamdiary.domain.manner import clock_time
from hamdiary.domain.text import clean_line
from hamdiary.domain.typed_dates import short_day
from hamdiary.domain.vet_numbers import numbers_to_ring
from hamdiary.knowledge.hint_words import HintWords, words_of
from hamdiary.knowledge.hints import DISCLAIMER, RULE_OF_THUMB, TELL_AN_ADULT, rules_worded
from hamdiary.knowledge.sources import SURE_MARKS, SURENESS
from hamdiary.services.hints import HintsPage, acknowledge, hints_page, tell_vet
from hamdiary.services.knowing import LacksKnowledge, told_if_damaged
from hamdiary.storage.errors import DiaryTrouble
from hamdiary.tui.answering import Values
from hamdiary.tui.deeds.deeds import Deeds
from hamdiary.tui.dialogs.hint import HintDialog, HintWish
from hamdiary.tui.dialogs.hints import HintsDialog
from hamdiary.tui.widgets.hint_card import HintKey
from hamdiary.tui.widgets.hint_lines import HintShown


def _tell() -> HintKey:
    return HintKey("t", tc("key", "what to tell the vet"), "tell", tc("key", "tell"))


class HintDeeds(Deeds):
    """Hints are shown, and what was done about them is recorded."""

    def opened(self) -> tuple[OpenHint, ...] | None:
        """The open hints, the most urgent first; None while the diary cannot be read."""
        page = self._hints()
        return None if page is None else self._of(page)

    def _hints(self) -> HintsPage | None:
        try:
            told_if_damaged(rules_worded)()
            return hints_page(self.session, self.page.hamster)
        except LacksKnowledge as trouble:
            self.complain(t("hints cannot be told: {trouble}").format(trouble=trouble))
            return None
        except DiaryTrouble:
            return None

    def _of(self, page: HintsPage) -> tuple[OpenHint, ...]:
        """Once a diary is closed, nothing in it is urgent any more."""
        return () if self.page.hamster.closed_because is not None else page.opened

    # Showing

    def open(self) -> None:
        """The list of what is open."""
        self.screen.view.settle()
        page = self._hints()
        if page is None:
            return
        hints = self._of(page)
        shown = [self._shown(each, page) for each in hints]
        keys = {each.hint.key: self._keys(each, aloud=False) for each in hints}
        self.screen.app.push_screen(HintsDialog(shown, keys, t(DISCLAIMER)), self._take)

    def open_hint(self, each: OpenHint, *, aloud: bool = False) -> None:
        """One hint, or only what to tell the vet of it."""
        page = self._hints()
        if page is None:
            return
        dialog = HintDialog(
            self._shown(each, page), self._keys(each, aloud=aloud, whole=True), aloud=aloud
        )
        self.screen.app.push_screen(dialog, self._take)

    def say_now(self, keys: Sequence[str]) -> None:
        """The most urgent of these hints, unless somebody has noted that all of them were seen."""
        opened = [each for each in self.opened() or () if each.hint.key in keys]
        unseen = [each for each in opened if each.acknowledged is None]
        if unseen:
            self.open_hint(unseen[0])

    def read_aloud(self) -> None:
        """What to tell the vet of the most urgent hint."""
        opened = self.opened()
        if opened:
            self.open_hint(opened[0], aloud=True)
        else:
            self.open()

    def _keys(self, each: OpenHint, *, aloud: bool, whole: bool = False) -> list[HintKey]:
        """What can be done about a hint."""
        if each.hint.key == NOTHING_RECORDED:
            return [_tell()] if not aloud else []
        urgent = each.hint.urgency >= Urgency.TODAY
        told = tc("key", "I have rung the vet") if urgent else tc("key", "the vet was told")
        brief = tc("key", "rung") if urgent else tc("key", "told")
        keys = [HintKey("r", told, "told", brief)]
        if not aloud:
            keys.append(_tell())
        if not self.page.hamster.vet_phone or not self.page.hamster.night_phone:
            keys.append(HintKey("a", tc("key", "add a number"), "number", tc("key", "number")))
        if _slip_of(each) is not None and whole and not aloud:
            keys.append(HintKey("s", tc("key", "a slip, put it right"), "slip", tc("key", "slip")))
        if each.acknowledged is None and not aloud:
            keys.append(HintKey("k", tc("key", "seen, stays open"), "seen", tc("key", "seen")))
        if hasattr(self.screen, "action_guide") and not aloud:
            keys.append(HintKey("g", tc("key", "guide"), "guide", tc("key", "guide")))
        return keys

    def _shown(self, each: OpenHint, page: HintsPage) -> HintShown:
        words = words_of(each, self.page.hamster, page.seen)
        urgent = each.hint.urgency >= Urgency.TODAY
        above = (f"{words.title}.", f"{facts_said(each.hint.facts)}.")
        said_above = tuple(map(clean_line, above))
        aloud = tuple(map(clean_line, words.what_to_tell))
        return HintShown(
            key=each.hint.key,
            urgency=each.hint.urgency.code,
            title=clean_line(words.title),
            how_soon=words.how_soon,
            seen=tuple(f"{clean_line(each)}." for each in words.seen_lines),
            why=tuple(clean_line(each) for each in (words.why, *words.raised)),
            meanwhile=clean_line(words.meanwhile),
            aloud=aloud,
            tell=tuple(each for each in aloud if each not in said_above),
            source=_sourced(words),
            caution=t(RULE_OF_THUMB),
            child=t(TELL_AN_ADULT) if each.hint.urgency is Urgency.NOW else "",
            since=each.since,
            noticed=self._noticed(each),
            numbers=tuple(
                numbers_to_ring(self.page.hamster, self.session.wall_now(), at_once=urgent)
            ),
        )

    def _noticed(self, each: OpenHint) -> str:
        note = each.acknowledged
        if note is None or note.at_utc is None:
            return ""
        at = note.at_utc.astimezone(self.session.zone)
        on = "" if note.evening == self.session.tonight else f"{short_day(at.date())} "
        return f"{on}{clock_time(at)}"

    # Doing

    async def _take(self, wish: HintWish | None) -> None:
        if wish is None:
            return
        each = next((one for one in self.opened() or () if one.hint.key == wish.key), None)
        if each is None:
            self.tell(t("This hint is not open any more."))
            return
        match wish.verb:
            case "open":
                self.open_hint(each)
            case "tell":
                self.open_hint(each, aloud=True)
            case "told":
                self._ask_what_was_said(each)
            case "seen":
                words = t("Noted as seen. It stays open until the vet has been told.")
                self.done(lambda: acknowledge(self.session, self.page.hamster, each), words)
            case "number":
                await self.screen.run_action("screen.hamster")
            case "slip":
                await self._put_right(each)
            case "guide":
                await self._open_guide(each)

    def _ask_what_was_said(self, each: OpenHint, known: Values | None = None) -> None:
        def told(given: Values) -> None:
            """Note it; what cannot be noted is asked for again, as it was typed."""
            if not self._told(each, given):
                self._ask_what_was_said(each, given)  # what was typed is not lost

        values: Values = known or {
            "at_utc": self.session.wall_now(), "who": self.session.carer, "said": None,
        }  # fmt: skip
        self.ask_fields(
            t("The vet was told"), HintNote, ("at_utc", "who", "said"),
            told, values=values, evening=self.session.tonight,
            needs={"at_utc": t("Say when, like 21:20 or 10 min ago.")},
        )  # fmt: skip

    def _told(self, each: OpenHint, given: Values) -> bool:
        at = cast("datetime", given["at_utc"])
        who, said = cast("str | None", given["who"]), cast("str | None", given["said"])
        words = t("Noted that the vet was told. Ctrl+Z takes it back.")
        return self.done(
            lambda: tell_vet(self.session, self.page.hamster, each, at, who, said), words
        )

    async def _put_right(self, each: OpenHint) -> None:
        slip = _slip_of(each)
        if slip is None:
            return
        evening, field = slip
        await self.screen.show_night(evening)
        self.screen.go_to_line("signs" if field.startswith("sign_") else field)

    async def _open_guide(self, each: OpenHint) -> None:
        from hamdiary.knowledge.guide_rules import place_about

        await self.screen.run_action(f"screen.guide('{place_about(each.hint.rule)}')")


def _slip_of(each: OpenHint) -> tuple[date, str] | None:
    """The newest line of the log that fed it, which may have been a wrong key."""
    facts = [fact for fact in each.hint.facts if is_of_a_night(fact.field) and not fact.aside]
    if not facts:
        return None
    newest = max(facts, key=lambda fact: fact.evening)
    return newest.evening, newest.field


def _sourced(words: HintWords) -> str:
    """How sure, as marks and words, and the sources' keys as the guide explains them."""
    marks = {SURENESS[letter]: SURE_MARKS[letter] for letter in SURENESS}
    kinds = [
        f"{marks.get(each.rpartition(', ')[2], '')} {each}".strip()
        for each in words.sure.split("; ")
    ]
    keys = [key for key in words.source.split(", ") if not key.startswith("§")]
    return "; ".join(kinds) + (f" ({', '.join(keys)})" if keys else "")
