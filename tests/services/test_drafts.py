"""What was being typed when a window was killed is found again, and nothing is overwritten."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hamdiary.domain.hamster import Hamster
from hamdiary.domain.night import Night
from hamdiary.services.drafts import DraftKeeper, Recovered, recover
from hamdiary.services.recording import new_hamster, record_hamster, record_night, undo
from hamdiary.services.session import Session, open_session
from hamdiary.storage.locations import Home
from hamdiary.storage.opening import create_diary
from hamdiary.storage.rows import night_id

EVENING = date(2026, 11, 22)


def environment(folder: Path) -> dict[str, str]:
    return {"HAMDIARY_HOME": str(folder), "HAMDIARY_NOW": "2026-11-22T21:16:00+00:00"}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    home = Home(tmp_path)
    create_diary(home.diary, home).close()
    with open_session(environment(tmp_path)) as opened:
        record_hamster(opened, new_hamster(), {"name": "Clover"})
        yield opened


def clover(session: Session) -> Hamster:
    return session.hamster()


def thing(session: Session) -> str:
    return night_id(clover(session).id, EVENING)


def night(session: Session) -> Night:
    return session.diary.night(clover(session).id, EVENING)


def write_note(session: Session, text: str | None) -> None:
    record_night(session, clover(session), EVENING, {"note": text})


TYPE = """
import os, sys
from hamdiary.services.drafts import DraftKeeper
from hamdiary.services.session import open_session
session = open_session(os.environ)
keeper = DraftKeeper(session)
kind, thing, field, base, *texts = sys.argv[1:]
for text in texts:
    keeper.keep(kind, thing, field, text, base or None)
print("kept", flush=True)
sys.stdin.readline()
"""


class OtherWindow:
    """A real process in which something is being typed."""

    def __init__(self, session: Session, *texts: str, base: str = "", **place: str) -> None:
        where = {"kind": "night", "id": thing(session), "field": "note"} | place
        self._process = subprocess.Popen(
            [sys.executable, "-c", TYPE, *where.values(), base, *texts],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={
                **environment(session.home.folder),
                "PYTHONPATH": ":".join(filter(None, sys.path)),
            },
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "kept\n"

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


def killed_while_typing(session: Session, *texts: str, base: str = "", **place: str) -> None:
    OtherWindow(session, *texts, base=base, **place).kill()


def test_a_text_that_was_being_typed_when_the_window_was_killed_becomes_a_note(
    session: Session,
) -> None:
    killed_while_typing(session, "He st", "He stood up")
    (found,) = recover(session)
    assert night(session).note == "He stood up"
    assert found.draft.text == "He stood up" and found.beside is None
    assert found.change is not None and found.change.fields.keys() == {"note"}


def test_it_is_found_once_only(session: Session) -> None:
    killed_while_typing(session, "He stood up")
    assert len(recover(session)) == 1
    assert recover(session) == []


def test_undo_takes_it_back(session: Session) -> None:
    write_note(session, "slept")
    killed_while_typing(session, "slept, then stood up", base="slept")
    recover(session)
    undo(session)
    assert night(session).note == "slept"


def test_a_window_that_is_still_open_keeps_its_draft(session: Session) -> None:
    other = OtherWindow(session, "He st")
    assert recover(session) == []
    assert night(session).note is None
    other.kill()
    assert len(recover(session)) == 1


def test_a_note_that_was_changed_meanwhile_keeps_both_texts(session: Session) -> None:
    write_note(session, "slept")
    killed_while_typing(session, "slept badly", base="slept")
    write_note(session, "walked")
    (found,) = recover(session)
    assert night(session).note == "walked\nslept badly"
    assert found.beside == "walked"


def test_a_note_that_was_cleared_meanwhile_is_the_draft(session: Session) -> None:
    write_note(session, "slept")
    killed_while_typing(session, "slept badly", base="slept")
    write_note(session, None)
    recover(session)
    assert night(session).note == "slept badly"


def test_a_draft_that_had_become_a_change_before_the_kill_is_not_repeated(
    session: Session,
) -> None:
    killed_while_typing(session, "slept badly")
    write_note(session, "slept badly, then walked")
    assert recover(session) == []
    assert night(session).note == "slept badly, then walked"


def test_a_draft_that_goes_on_from_what_was_saved_replaces_it(session: Session) -> None:
    killed_while_typing(session, "slept badly, then walked")
    write_note(session, "slept badly")
    recover(session)
    assert night(session).note == "slept badly, then walked"


def test_an_emptied_text_takes_nothing_away(session: Session) -> None:
    write_note(session, "slept")
    killed_while_typing(session, " \n", base="slept")
    assert recover(session) == []
    assert night(session).note == "slept"


def test_other_lines_of_the_night_are_left_alone(session: Session) -> None:
    killed_while_typing(session, "stood up")
    record_night(session, clover(session), EVENING, {"gait": 3})
    recover(session)
    assert (night(session).gait, night(session).note) == (3, "stood up")


def test_a_name_being_typed_keeps_to_one_line(session: Session) -> None:
    hamster = clover(session)
    killed_while_typing(
        session, "Dr\nGreen", base="", kind="hamster", id=hamster.id, field="vet_name"
    )
    record_hamster(session, hamster, {"vet_name": "Dr Brown"})
    recover(session)
    assert clover(session).vet_name == "Dr Brown / Dr Green"


def test_a_text_that_grew_too_long_together_stays_a_draft(session: Session) -> None:
    killed_while_typing(session, "x" * 130_000)
    write_note(session, "y" * 130_000)
    assert [found.change for found in recover(session)] == [None]
    assert night(session).note == "y" * 130_000
    write_note(session, None)
    assert len(recover(session)) == 1
    assert night(session).note == "x" * 130_000


def test_what_cannot_be_stored_is_replaced_not_refused(session: Session) -> None:
    keeper = DraftKeeper(session)
    keeper.keep("night", thing(session), "note", "half a \ud83d, \x1b[2J and a tail", None)
    keeper.close()
    recover(session)
    assert night(session).note == "half a \ufffd,  and a tail"


@pytest.mark.parametrize(("kind", "field"), [("song", "note"), ("night", "weight_g")])
def test_a_draft_that_this_version_does_not_know_is_kept(
    session: Session, kind: str, field: str
) -> None:
    keeper = DraftKeeper(session)
    keeper.keep(kind, thing(session), field, "11", None)
    keeper.close()
    assert recover(session) == []
    assert len(session.diary.drafts.of_device(session.device)) == 1


def test_a_text_that_became_a_change_is_forgotten(session: Session) -> None:
    keeper = DraftKeeper(session)
    keeper.keep("night", thing(session), "note", "slept", None)
    keeper.forget("night", thing(session), "note")
    keeper.forget("night", thing(session), "note")
    keeper.close()
    assert recover(session) == []


def test_each_field_has_a_draft_of_its_own(session: Session) -> None:
    keeper = DraftKeeper(session)
    keeper.keep("night", thing(session), "note", "slept", None)
    keeper.keep("night", thing(session), "surface", "fleece", None)
    keeper.forget("night", thing(session), "surface")
    keeper.close()
    recover(session)
    assert (night(session).note, night(session).surface) == ("slept", None)


def test_drafts_of_several_dead_windows_are_all_found(session: Session) -> None:
    killed_while_typing(session, "first text")
    killed_while_typing(session, "second text")
    found = recover(session)
    assert len(found) == 2 and isinstance(found[0], Recovered)
    assert set((night(session).note or "").split("\n")) == {"first text", "second text"}


def test_drafts_of_another_device_are_left_to_it(session: Session, tmp_path: Path) -> None:
    killed_while_typing(session, "slept")
    other = Session(session.diary, Home(tmp_path / "elsewhere"), session.clock)
    assert recover(other) == []
    assert len(recover(session)) == 1


def test_two_windows_that_recover_at_once_do_it_once(session: Session) -> None:
    killed_while_typing(session, "stood up")
    with open_session(environment(session.home.folder)) as other:
        stale = other.diary.drafts.of_device(other.device)
        assert len(recover(session)) == 1
        for draft in stale:
            assert other.diary.drafts.settle(draft, other.stamp(), lambda shown: "twice") is None
    assert night(session).note == "stood up"


def test_no_mark_of_a_window_is_left_behind(session: Session) -> None:
    killed_while_typing(session, "stood up")
    recover(session)
    assert list(session.home.windows.iterdir()) == []
