"""Bundles: they only grow, are read whole or not at all, and nothing hostile gets in."""

import hashlib
import json
import zlib

import pytest
from carers_homes import log, place

from hamdiary.domain.journal import Change
from hamdiary.services.merging.bundle_file import digest_of
from hamdiary.services.merging.bundle_read import read_bundle
from hamdiary.services.merging.folder import exchange, take_from
from hamdiary.services.merging.joining import join
from hamdiary.services.merging.merging import look_at, merge
from hamdiary.services.merging.sending import own_bundle, send
from hamdiary.services.merging.sources import read_source
from hamdiary.services.session import Session, open_session
from hamdiary.services.setting_up import add_hamster, new_session
from hamdiary.storage.checking import differences
from hamdiary.storage.errors import BadInput, CannotCreate, CannotRead
from hamdiary.storage.everything import all_changes
from hamdiary.storage.journal import Edit


@pytest.fixture
def lb(tmp_path):
    with new_session(place(tmp_path, "LB"), None, False) as session:
        add_hamster(session, {"name": "Biscuit"})
        log(session, gait=3, note="slept well")
        yield session


@pytest.fixture
def mm(tmp_path, lb):
    sent = send(lb, tmp_path / "first.hamdiary")
    with join(place(tmp_path, "MM"), None, sent.path).session as session:
        yield session


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "synced").mkdir()
    return tmp_path / "synced"


def journal(session: Session) -> list[Change]:
    return all_changes(session.diary)


def test_who_joins_has_the_same_diary_and_a_device_of_their_own(lb, mm):
    assert mm.diary.id == lb.diary.id and mm.device != lb.device
    assert journal(mm) == journal(lb)
    assert differences(mm.diary) == []
    assert [night.note for night in mm.diary.search("slept")] == ["slept well"]


def test_two_carers_through_a_folder_come_to_the_same(lb, mm, folder):
    log(lb, ate="most")
    log(mm, weight_g=118.4)
    for session in (lb, mm, lb):
        exchange(session, folder)
    assert journal(lb) == journal(mm)
    assert exchange(lb, folder).new == exchange(mm, folder).new == 0
    assert len(list(folder.iterdir())) == 2


def test_what_came_is_told_by_carer_and_night(lb, mm, folder):
    log(mm, weight_g=118.4)
    log(mm, "2026-11-20", ate="half")
    send(mm, folder)
    (told,) = take_from(lb, folder).merged
    assert (told.new, dict(told.carers)) == (2, {"MM": 2})
    assert [str(each) for each in told.nights] == ["2026-11-20", "2026-11-22"]
    assert told.hamsters == ["Biscuit"]
    assert told.backup is not None and told.backup.exists()


def test_without_anything_new_no_backup_is_made(lb, mm, tmp_path):
    told = merge(lb, look_at(lb, send(mm, tmp_path / "x.hamdiary").path))
    assert (told.new, told.backup) == (0, None)
    assert not lb.home.backups.exists()


def test_a_bundle_only_grows(lb, folder):
    first = send(lb, folder)
    before = first.path.read_bytes()
    log(lb, ate="most")
    second = send(lb, folder)
    after = second.path.read_bytes()
    assert (second.added, second.total) == (1, 3)
    assert after.startswith(before) and len(after) > len(before)
    assert list(read_bundle(after).changes) == journal(lb)
    assert send(lb, folder).added == 0
    assert second.path.read_bytes() == after


def test_a_bundle_that_somebody_changed_is_written_anew(lb, folder):
    path = send(lb, folder).path
    whole = path.read_bytes()
    log(lb, ate="most")
    for broken in (b"", whole[:-3], whole[:-3] + b"xyz", whole + b"x"):
        path.write_bytes(broken)
        send(lb, folder)
        assert list(read_bundle(path.read_bytes()).changes) == journal(lb)


def test_a_bundle_is_its_owners_alone(lb, folder):
    assert send(lb, folder).path.stat().st_mode & 0o777 == 0o600


def test_another_file_is_not_written_over_unasked(lb, tmp_path):
    (tmp_path / "letter.txt").write_text("dear vet")
    with pytest.raises(CannotCreate):
        send(lb, tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "dear vet"
    assert send(lb, tmp_path / "letter.txt", replace=True).total == 2


def test_a_diary_that_can_only_be_read_can_be_sent_all_the_same(lb, tmp_path):
    lb.diary.file.only_show("the disk is full")
    for number in (1, 2):
        sent = send(lb, tmp_path / f"{number}.hamdiary")
        assert len(read_bundle(sent.path.read_bytes()).changes) == sent.total == 2


def test_a_diary_file_can_be_merged_itself_also_while_it_is_open(lb, mm):
    log(mm, weight_g=118.4)
    assert merge(lb, look_at(lb, mm.diary.path)).new == 1
    log(mm, ate="half")
    assert merge(lb, look_at(lb, mm.diary.path)).new == 1
    assert journal(lb) == journal(mm)


def test_ones_own_diary_is_not_merged_into_itself(lb, tmp_path):
    (tmp_path / "link").symlink_to(lb.diary.path)
    for path in (lb.diary.path, tmp_path / "link"):
        with pytest.raises(BadInput, match="this diary itself"):
            look_at(lb, path)


def test_another_diary_is_asked_about_once(lb, tmp_path, folder):
    with new_session(place(tmp_path, "XX"), None, False) as other:
        add_hamster(other, {"name": "Biscuit"})
        send(other, folder)
        ready = look_at(lb, own_bundle(other, folder))
        assert ready.is_another
        done = take_from(lb, folder)
        assert done.new == 0 and "another diary" in done.troubles[0]
        merge(lb, ready)
        assert [each.name for each in lb.diary.hamsters()] == ["Biscuit", "Biscuit"]
        add_hamster(other, {"name": "Pip"})
        send(other, folder)
        assert take_from(lb, folder).new == 1


def test_a_broken_bundle_stops_no_other(lb, mm, folder):
    (folder / "a.hamdiary").write_bytes(b"not a bundle")
    (folder / "notes.txt").write_text("hello")
    (folder / ".b.hamdiary").write_bytes(b"being written")
    log(mm, ate="half")
    send(mm, folder)
    done = take_from(lb, folder)
    assert done.new == 1 and len(done.troubles) == 1 and "a.hamdiary" in done.troubles[0]


def test_what_was_taken_in_is_not_read_again_until_it_changes(lb, mm, folder):
    send(mm, folder)
    assert len(take_from(lb, folder, only_changed=True).merged) == 1
    assert take_from(lb, folder, only_changed=True).merged == []
    log(mm, ate="half")
    send(mm, folder)
    assert take_from(lb, folder, only_changed=True).new == 1


def test_a_folder_that_is_not_there_is_said_so(lb, tmp_path):
    with pytest.raises(CannotRead, match="is not there"):
        take_from(lb, tmp_path / "unmounted")


def test_who_has_a_diary_cannot_join_over_it(lb, mm, tmp_path):
    path = send(lb, tmp_path / "x.hamdiary").path
    with pytest.raises(CannotCreate, match="hamdiary merge"):
        join(place(tmp_path, "MM"), None, path)


def test_joining_what_is_broken_makes_nothing(lb, tmp_path):
    path = send(lb, tmp_path / "x.hamdiary").path
    path.write_bytes(path.read_bytes()[:-2])
    with pytest.raises(BadInput):
        join(place(tmp_path, "new"), None, path)
    assert not (tmp_path / "new" / "diary.db").exists()


def test_joining_from_a_folder_takes_the_fullest_bundle(lb, mm, tmp_path, folder):
    send(lb, folder)
    log(mm, note="much more " * 50)
    send(mm, folder)
    with join(place(tmp_path, "NN"), None, folder).session as third:
        assert journal(third) == journal(mm)


def test_a_diary_that_was_lost_here_comes_back_under_a_new_name(lb, mm, tmp_path):
    merge(mm, look_at(mm, send(lb, tmp_path / "a.hamdiary").path))
    path, device = send(mm, tmp_path / "b.hamdiary").path, lb.device
    lb.diary.close()
    lb.diary.path.unlink()
    with join(place(tmp_path, "LB"), None, path, anew=True).session as again:
        assert again.device != device
        log(again, ate="all")
        assert merge(mm, look_at(mm, again.diary.path)).new == 1


def test_two_copies_of_a_device_are_found_out(lb, mm, tmp_path):
    log(mm, ate="most")
    send(mm, tmp_path / "one.hamdiary")
    mm.diary.undo(mm.stamp())
    with open_session(place(tmp_path, "MM")) as clone:
        assert clone.device == mm.device
    log(lb, weight_g=120.0)
    twin = [*journal(mm)][-1]
    lb.diary.record(Edit(twin.kind, twin.id, {"ate": "none"}),
                    lb.stamp().__class__(mm.device, "2026-11-22T20:16:00Z", "UTC"))  # fmt: skip
    with pytest.raises(BadInput, match="two computers wrote under one name") as refused:
        look_at(lb, mm.diary.path)
    assert "hamdiary merge --copied" in str(refused.value)


def test_an_older_diary_put_back_gets_advice_that_helps(lb, mm, tmp_path):
    send(lb, tmp_path / "old.hamdiary")
    log(lb, ate="most")
    newer = send(lb, tmp_path / "newer.hamdiary").path
    device = lb.device
    with join(place(tmp_path, "restored"), None, tmp_path / "old.hamdiary").session as old:
        old.device = device  # as if the home had stayed and only the diary were put back
        with pytest.raises(BadInput, match="hamdiary carer --new-device"):
            look_at(old, newer)
        old.device = old.home.renew_device()
        assert merge(old, look_at(old, newer)).new == 1


# Hostile files


def heading_of(data: bytes) -> dict:
    return json.loads(data.split(b"\n", 1)[0])


def built(heading: dict, *plains: bytes, **lies) -> bytes:
    """A bundle whose digests are right, whatever it says."""
    data = json.dumps(heading, separators=(",", ":")).encode() + b"\n"
    digest = hashlib.sha256(data).hexdigest()
    for plain in plains:
        packed = zlib.compress(plain)
        digest = hashlib.sha256(digest.encode() + packed).hexdigest()
        told = {"changes": plain.count(b"\n"), "plain": len(plain), "packed": len(packed),
                "sha256": digest, **lies}  # fmt: skip
        data += json.dumps(told).encode() + b"\n" + packed
    return data


def lines_of(data: bytes) -> bytes:
    _, rest = data.split(b"\n", 1)
    return zlib.decompress(rest.split(b"\n", 1)[1])


@pytest.fixture
def sent(lb, tmp_path):
    return send(lb, tmp_path / "x.hamdiary").path.read_bytes()


def refused(tmp_path, session: Session, data: bytes) -> str:
    """What is said of these bytes; nothing of the diary may change."""
    path = tmp_path / "hostile.hamdiary"
    path.write_bytes(data)
    before = journal(session)
    with pytest.raises((BadInput, CannotRead)) as error:
        look_at(session, path)
    assert journal(session) == before and differences(session.diary) == []
    assert str(error.value).isprintable() and "slept" not in str(error.value)
    return str(error.value)


def test_every_single_altered_byte_is_seen(sent, lb, tmp_path):
    for place_ in range(0, len(sent), 3):
        altered = bytearray(sent)
        altered[place_] ^= 0x21
        refused(tmp_path, lb, bytes(altered))


def test_every_cut_is_seen(sent, lb, tmp_path):
    first = sent.index(b"\n") + 1
    for length in range(len(sent)):
        if length != first:
            refused(tmp_path, lb, sent[:length])


def test_cut_between_two_blocks_it_is_what_it_was(lb, folder, mm):
    path = send(lb, folder).path
    before = path.read_bytes()
    log(lb, ate="most")
    after = send(lb, folder).path.read_bytes()
    assert read_bundle(after[: len(before)]) == read_bundle(before)
    assert digest_of(after[: len(before)]) == digest_of(before) != digest_of(after)


def test_blocks_in_another_order_are_refused(lb, folder, tmp_path):
    path = send(lb, folder).path
    first = path.read_bytes()
    log(lb, ate="most")
    whole = send(lb, folder).path.read_bytes()
    head = first[: first.index(b"\n") + 1]
    turned = head + whole[len(first) :] + first[len(head) :]
    assert "altered" in refused(tmp_path, lb, turned)


def test_a_bomb_is_not_unpacked(sent, lb, tmp_path):
    head = heading_of(sent)
    bomb = built(head, b"\n" * 40_000_000, plain=1000)
    assert len(bomb) < 100_000
    assert "announces" in refused(tmp_path, lb, bomb)
    assert "more than hamdiary writes" in refused(
        tmp_path, lb, built(head, b"\n" * 1000, plain=100_000_000)
    )


def test_a_change_longer_than_any_is_not_looked_at(sent, lb, tmp_path):
    lines = lines_of(sent).replace(b"slept", b"z" * 4_000_000)
    words = refused(tmp_path, lb, built(heading_of(sent), lines))
    assert "longer than hamdiary writes" in words


def test_nor_is_it_in_another_carers_file(lb, mm):
    log(mm, water_ml=5.0)
    long = json.dumps({"note": {"to": "z" * 4_000_000}})
    with mm.diary.file.writing() as conn:
        conn.execute("DROP TRIGGER changes_are_never_edited")
        conn.execute("UPDATE changes SET fields = ? WHERE device = ?", (long, mm.device))
    with pytest.raises(BadInput, match="nothing was taken"):
        look_at(lb, mm.diary.path)


HOSTILE = {
    "a name twice": (b'"gait":{"to":3}', b'"gait":{"to":3},"gait":{"to":4}'),
    "nan": (b'"gait":{"to":3}', b'"weight_g":{"to":NaN}'),
    "infinity": (b'"gait":{"to":3}', b'"weight_g":{"to":1e999}'),
    "a thousand levels": (b'"gait":{"to":3}', b'"gait":{"to":' + b"[" * 9999 + b"]" * 9999 + b"}"),
    "a number of 5000 figures": (b'"gait":{"to":3}', b'"gait":{"to":' + b"9" * 5000 + b"}"),
    "blanks between": (b'"gait":{"to":3}', b'"gait": {"to":3}'),
    "a lone surrogate": (b"slept", b"\\ud800"),
    "an escape": (b"slept", b"\\u001b[2J"),
    "no utf-8": (b"slept", b"\xff\xfe"),
    "beyond the scale": (b'"gait":{"to":3}', b'"gait":{"to":9}'),
    "an object as a value": (b'"gait":{"to":3}', b'"gait":{"to":{}}'),
    "another hamster's night": (b'/2026-11-22"', b'x/2026-11-22"'),
    "an id with a control": (b'/2026-11-22"', b'/2026-11-22\\u0000"'),
    "the count of a giant": (b",2,", b",9223372036854775808,"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_change_is_refused_with_all_beside_it(what, sent, lb, tmp_path):
    old, new = HOSTILE[what]
    lines = lines_of(sent).replace(lb.device.encode(), b"0e0e0e0e")
    assert old in lines
    refused(tmp_path, lb, built(heading_of(sent), lines.replace(old, new)))


def test_the_same_lines_unaltered_would_be_taken(sent, lb, tmp_path):
    lines = lines_of(sent).replace(lb.device.encode(), b"0e0e0e0e")
    path = tmp_path / "good.hamdiary"
    path.write_bytes(built(heading_of(sent), lines))
    assert len(look_at(lb, path).taken.new) == 2


def test_what_a_newer_hamdiary_writes_asks_for_an_upgrade(sent, lb, tmp_path):
    head, lines = heading_of(sent), lines_of(sent).replace(lb.device.encode(), b"0e0e0e0e")
    for newer in (
        built({**head, "hamdiary_bundle": 2}, lines),
        built({**head, "diary_format": 99}, lines),
        built(head, lines.replace(b'"gait":{"to":3}', b'"grip":{"to":3}')),
        built(head, lines.replace(b'"night"', b'"walk"')),
    ):
        assert "upgrade hamdiary" in refused(tmp_path, lb, newer)


def test_what_claims_to_come_from_here_is_refused(sent, lb, tmp_path):
    lines = lines_of(sent).replace(b",2,", b",7,")
    assert "was not written here" in refused(tmp_path, lb, built(heading_of(sent), lines))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x1f\x8b", b'{"changes":[]}', b"hello"])
def test_what_is_no_bundle_is_named(content, lb, tmp_path):
    assert "hostile.hamdiary" in refused(tmp_path, lb, content)


def test_an_endless_view_in_a_database_is_refused(lb, tmp_path):
    import sqlite3

    from hamdiary.storage.connection import APPLICATION_ID

    path = tmp_path / "evil.db"
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
    conn.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    conn.execute(
        "CREATE VIEW changes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) "
        "SELECT x AS device, x AS lamport, x AS at_utc, x AS zone, x AS carer, x AS kind, x AS id, "
        "x AS fields, x AS undoes, x AS redoes FROM n"
    )
    conn.commit()
    conn.close()
    with pytest.raises(BadInput, match="no journal"):
        read_source(path)
