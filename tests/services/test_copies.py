"""Two copies of one diary that wrote on under one name: found out, and brought together."""

import random
import shutil
from datetime import date
from pathlib import Path

import pytest
from carers_homes import log, place

from hamdiary.services.carers import remember_carer
from hamdiary.services.drafts import recover
from hamdiary.services.merging.copies import bring_together, look_at_copy
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.merging.questions import open_questions
from hamdiary.services.merging.sending import send
from hamdiary.services.session import Session, open_session
from hamdiary.services.setting_up import add_hamster, new_session
from hamdiary.storage.checking import differences
from hamdiary.storage.drafts import Draft
from hamdiary.storage.errors import BadInput
from hamdiary.storage.everything import all_changes


@pytest.fixture
def old(tmp_path):
    """The computer whose home was copied."""
    with new_session(place(tmp_path, "old"), None, False) as session:
        add_hamster(session, {"name": "Biscuit"})
        log(session, gait=3)
        yield session


@pytest.fixture
def mm(tmp_path, old):
    """Another carer, who has joined before the home was copied."""
    sent = send(old, tmp_path / "first.hamdiary")
    with join(place(tmp_path, "MM"), None, sent.path).session as session:
        yield session


@pytest.fixture
def new(tmp_path, old, mm):
    """A computer to which the home was copied, so like the first that it took its name along."""
    old.diary.close()
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    old.diary = open_session(place(tmp_path, "old")).diary
    with open_session(place(tmp_path, "new")) as session:
        session.device = session.home.renew_device(old.device)
        yield session


def sent_by(session: Session, tmp_path: Path) -> Path:
    return send(session, tmp_path / f"from-{session.home.folder.name}.hamdiary", replace=True).path


def shown(session: Session) -> list:
    (hamster,) = session.diary.hamsters()
    return session.diary.nights(hamster.id, date(2026, 1, 1), date(2026, 12, 31))


def test_what_both_wrote_under_one_name_is_refused_and_the_way_out_is_named(old, new, tmp_path):
    log(old, ate="most")
    log(new, ate="none")
    there = sent_by(new, tmp_path)
    with pytest.raises(BadInput, match="two computers wrote under one name") as refused:
        look_at(old, there)
    assert f"hamdiary merge --copied {there}" in str(refused.value)


def test_both_are_kept_and_what_was_written_of_one_field_is_asked_about(old, new, tmp_path):
    log(old, ate="most", water_ml=5.0)
    log(new, ate="none")
    log(new, surface="fleece")
    name = new.device
    copies = look_at_copy(new, sent_by(old, tmp_path))
    assert copies.written_here == 2
    done = bring_together(new, copies)
    assert done.new == 1 and done.renamed == [new.device] and new.device != name
    assert new.home.device() == new.device
    (question,) = open_questions(new)
    assert question.field == "ate" and set(question.values) == {"most", "none"}
    (night,) = shown(new)
    assert (night.gait, night.water_ml, night.surface) == (3, 5.0, "fleece")
    assert differences(new.diary) == [] and done.backup.exists()


def test_undo_and_redo_go_on_where_they_were(old, new, tmp_path):
    log(old, ate="most")
    log(new, surface="fleece")
    log(new, surface="paper")
    new.diary.undo(new.stamp())
    bring_together(new, look_at_copy(new, sent_by(old, tmp_path)))
    assert shown(new)[0].surface == "fleece"
    assert new.diary.redo(new.stamp()) is not None
    assert shown(new)[0].surface == "paper"
    for _ in range(2):
        assert new.diary.undo(new.stamp()) is not None
    assert shown(new)[0].surface is None
    assert differences(new.diary) == []


def test_what_was_being_typed_and_what_the_computer_knows_go_along_with_its_new_name(
    old, new, tmp_path
):
    log(old, ate="most")
    log(new, ate="none")
    (hamster,) = new.diary.hamsters()
    remember_carer(new.diary, new.device, "NN")
    new.diary.drafts.keep(
        Draft(new.device, "gone", "night", f"{hamster.id}/2026-11-22", "note", "half a sen", None,
              "2026-11-22T20:16:00Z")
    )  # fmt: skip
    bring_together(new, look_at_copy(new, sent_by(old, tmp_path)))
    assert new.diary.setting(new.device, "carer") == "NN"
    assert [each.draft.text for each in recover(new)] == ["half a sen"]
    assert shown(new)[0].note == "half a sen"


def test_afterwards_all_carers_merge_as_ever_and_come_to_the_same(old, new, mm, tmp_path):
    log(old, ate="most")
    log(new, ate="none")
    log(mm, urine="less")
    merge(mm, look_at(mm, sent_by(old, tmp_path)))
    bring_together(new, look_at_copy(new, sent_by(mm, tmp_path)))
    for here, there in ((old, new), (mm, new), (old, mm), (new, old), (new, mm)):
        merge(here, look_at(here, sent_by(there, tmp_path)))
    assert all_changes(old.diary) == all_changes(new.diary) == all_changes(mm.diary)
    assert shown(old) == shown(new) == shown(mm)


def test_where_another_carer_has_gone_on_from_it_the_other_computer_has_to_do_it(
    old, new, mm, tmp_path
):
    log(old, ate="most")
    log(new, ate="none")
    merge(mm, look_at(mm, sent_by(new, tmp_path)))
    log(mm, ate="half")
    merge(new, look_at(new, sent_by(mm, tmp_path)))
    before = all_changes(new.diary)
    with pytest.raises(BadInput, match="on the other computer"):
        look_at_copy(new, sent_by(old, tmp_path))
    assert all_changes(new.diary) == before
    bring_together(old, look_at_copy(old, sent_by(new, tmp_path)))
    merge(new, look_at(new, sent_by(old, tmp_path)))
    assert all_changes(old.diary) == all_changes(new.diary)


def test_where_nothing_was_written_twice_it_is_an_ordinary_merge(old, new, mm, tmp_path):
    log(mm, ate="most")
    with pytest.raises(BadInput, match="nothing under one name"):
        look_at_copy(new, sent_by(mm, tmp_path))


def test_another_diary_is_no_copy(new, tmp_path):
    with new_session(place(tmp_path, "strange"), None, False) as strange:
        add_hamster(strange, {"name": "Clover"})
        with pytest.raises(BadInput, match="another diary"):
            look_at_copy(new, sent_by(strange, tmp_path))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_both_wrote_nothing_is_lost_and_they_agree(old, new, tmp_path, seed):
    dice = random.Random(seed)
    for session in (old, new):
        for _ in range(dice.randrange(1, 12)):
            deed = dice.choice(("log", "log", "log", "undo", "redo"))
            if deed == "log":
                field, value = dice.choice(
                    (("gait", dice.randrange(6)), ("ate", "half"), ("note", f"{seed}"))
                )
                log(session, f"2026-11-{dice.randrange(20, 23)}", **{field: value})
            else:
                getattr(session.diary, deed)(session.stamp())
    theirs, ours = all_changes(old.diary), all_changes(new.diary)
    if len(theirs) == 2 or len(ours) == 2:
        return  # one of them wrote nothing after all
    done = bring_together(new, look_at_copy(new, sent_by(old, tmp_path)))
    merged = all_changes(new.diary)
    assert len(merged) == len({each.ref for each in merged}) == len(theirs) + len(ours) - 2
    assert {each.ref for each in theirs} <= {each.ref for each in merged} and done.new
    assert differences(new.diary) == []
    merge(old, look_at(old, sent_by(new, tmp_path)))
    assert shown(old) == shown(new) and all_changes(old.diary) == merged
    log(new, weight_g=118.0)
    assert merge(old, look_at(old, sent_by(new, tmp_path))).new == 1
