"""Clips and questions in a real diary, with real files."""

import os
from datetime import date

import pytest

from hamdiary.domain.clips import Presence
from hamdiary.domain.things import NoSuchThing
from hamdiary.services import clips, recording
from hamdiary.services import vet_questions as questions

TONIGHT = date(2026, 11, 22)

pytestmark = pytest.mark.usefixtures("biscuit")


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "left side.mp4"
    path.write_bytes(b"film")
    return path


def listed(session, path, **values):
    clip = clips.new_clip(session.hamster(), TONIGHT)
    typed = {"evening": TONIGHT, "path": clips.path_typed(str(path)), **values}
    return clips.edit_clip(session, clip, typed)


def test_a_clip_is_kept_by_its_absolute_path_and_its_file_is_left_alone(session, film):
    before = film.stat()
    listed(session, film, side="left", at="21:30", remark="drags the left toes")
    (known,) = clips.clips_of(session, session.hamster(), TONIGHT)
    assert (known.path, known.side, known.at) == (str(film), "left", "21:30")
    assert clips.presence(known) is Presence.THERE
    assert film.stat() == before and len(list(film.parent.iterdir())) == 2


def test_a_path_from_here_or_from_home_becomes_absolute(film, monkeypatch):
    monkeypatch.chdir(film.parent)
    monkeypatch.setenv("HOME", str(film.parent))
    for typed in (film.name, f"./{film.name}", f"~/{film.name}", f"home/../{film.name}"):
        assert clips.path_typed(typed) == str(film)


def test_a_dropped_file_is_found_and_so_is_one_that_is_really_called_so(film, tmp_path):
    quoted = tmp_path / "'odd'"
    quoted.write_bytes(b"")
    for typed in (f"'{film}' ", str(film).replace(" ", "\\ "), film.as_uri()):
        assert clips.path_typed(typed) == str(film)
    assert clips.path_typed(str(quoted)) == str(quoted)


def test_behind_a_link_two_dots_lead_where_the_system_says(film, tmp_path):
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "away")
    (tmp_path / "far" / "a.mp4").write_bytes(b"")
    kept = clips.path_typed(str(tmp_path / "link" / ".." / "a.mp4"))
    assert clips.presence_at(kept) is Presence.THERE


@pytest.mark.parametrize(
    "name",
    [b"two  blanks", b"line\nbreak", b"\x1b[2J", b"\xff\xfe", b"-rf", b"e\xcc\x81", b"x" * 255],
)
def test_a_file_of_any_name_is_found_again(session, tmp_path, name):
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(b"")
    known = listed(session, path)
    assert clips.presence(known) is Presence.THERE
    (read,) = clips.clips(session, session.hamster())
    assert clips.presence(read) is Presence.THERE


def test_what_is_not_there_is_told_apart(session, film, tmp_path):
    assert clips.presence_at(str(tmp_path / "gone.mp4")) is Presence.MISSING
    assert clips.presence_at(str(tmp_path)) is Presence.NO_FILE
    assert clips.presence_at(f"/{'x' * 300}") is Presence.MISSING
    assert clips.presence_at("/a\0b") is Presence.MISSING
    assert clips.presence_at(f"{film}/under a file") is Presence.MISSING


def asked(session, clip, values):
    found = clips.questions_about_clip(session, session.hamster(), clip, values)
    return [each.text for each in found]


def test_a_missing_file_a_night_to_come_and_a_second_time_are_asked_about(session, film):
    known = listed(session, film)
    other = clips.new_clip(session.hamster(), TONIGHT)
    assert asked(session, known, {"path": str(film)}) == []
    (missing,) = asked(session, other, {"path": "/nowhere/a.mp4"})
    assert missing == "a.mp4: there is no such file now. Keep its path all the same?"
    (again,) = asked(session, other, {"path": str(film)})
    assert "already" in again
    (to_come,) = asked(session, known, {"evening": date(2026, 11, 23)})
    assert "still to come" in to_come
    assert asked(session, known, {"remark": "x"}) == []


@pytest.mark.parametrize("values", [{}, {"path": None}, {"path": "/x" * 2001}, {"evening": None}])
def test_a_clip_without_file_or_night_is_refused(session, values):
    clip = clips.new_clip(session.hamster(), TONIGHT)
    with pytest.raises(clips.BadClip):
        clips.edit_clip(session, clip, values)
    assert clips.clips(session, session.hamster()) == []


@pytest.mark.parametrize("typed", ["", "  ", "\n", "a\0b"])
def test_no_path_is_refused(typed):
    with pytest.raises(clips.BadClip):
        clips.path_typed(typed)


def test_a_clip_is_forgotten_and_brought_back(session, film):
    known = listed(session, film)
    clips.delete_clip(session, known)
    assert clips.clips(session, session.hamster()) == [] and film.exists()
    recording.undo(session)
    assert clips.clips(session, session.hamster()) == [known]
    with pytest.raises(NoSuchThing):
        clips.clip_numbered(session, session.hamster(), 2)


def viewer(tmp_path, script):
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "SAID": str(tmp_path / "said")}


def test_the_viewer_is_given_the_path_and_nothing_else(session, film, tmp_path):
    environment = viewer(tmp_path, 'printf "%s|" "$@" > "$SAID"')
    assert clips.open_clip(listed(session, film), environment) is None
    assert (tmp_path / "said").read_text() == f"{film}|"


def test_why_it_cannot_be_shown_is_said(session, film, tmp_path):
    known = listed(session, film)
    environment = viewer(tmp_path, "echo no viewer >&2; exit 3")
    assert "no program here shows such a file" in clips.open_clip(known, environment)
    assert "there is no xdg-open" in clips.open_clip(known, {"PATH": str(tmp_path)})
    film.unlink()
    assert "there is no such file now" in clips.open_clip(known, environment)


def test_a_viewer_that_stays_open_is_not_waited_for_and_not_ended(film, tmp_path):
    from hamdiary.delivery.running import trouble_starting

    environment = viewer(tmp_path, 'echo $$ > "$SAID"; exec sleep 30')
    command = [str(tmp_path / "programs" / "xdg-open")]
    os.mkfifo(tmp_path / "said")
    assert trouble_starting(command, environment, seconds=0.1) is None
    started = int((tmp_path / "said").read_text())  # waits until it is said
    os.kill(started, 0)
    os.kill(started, 9)


# Questions for the vet


def noted(session, words):
    new = questions.new_vet_question(session.hamster())
    return questions.edit_vet_question(session, new, {"question": words})


def test_a_question_is_noted_today_answered_and_asked_again(session):
    first, second = noted(session, "How long?"), noted(session, "Which bedding?")
    assert first.asked_on == TONIGHT
    answered = questions.edit_vet_question(session, first, {"answer": "ten days"})
    assert answered.answered_on == TONIGHT
    known = questions.vet_questions(session, session.hamster())
    assert questions.open_first(known) == [second, answered]
    again = questions.edit_vet_question(session, answered, {"answer": None})
    assert again.is_open
    with pytest.raises(NoSuchThing):
        questions.vet_question_numbered(session, session.hamster(), 3)


def test_a_question_of_nothing_is_refused(session):
    new = questions.new_vet_question(session.hamster())
    with pytest.raises(questions.BadVetQuestion):
        questions.edit_vet_question(session, new, {"answer": "yes"})


def test_a_question_is_deleted_and_brought_back(session):
    known = noted(session, "How long?")
    questions.delete_vet_question(session, known)
    assert questions.vet_questions(session, session.hamster()) == []
    recording.undo(session)
    assert questions.vet_questions(session, session.hamster()) == [known]


def test_a_path_that_was_being_typed_when_the_window_died_is_found_again(session, tmp_path):
    record = {"path": str(tmp_path / "half")}
    recording.record_thing(session, "clip", clips.new_clip(session.hamster()).id, record)
    (found,) = clips.clips(session, session.hamster())
    assert (found.evening, clips.presence(found)) == (None, Presence.MISSING)
