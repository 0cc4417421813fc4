"""Exporting: JSON that restores, CSV that no spreadsheet runs, a zip with its code book."""

import csv
import io
import json
import os
import re
import sys
import zipfile

import pytest
from jsonschema import Draft202012Validator

from hamdiary.domain.measures import columns_of
from hamdiary.domain.things import KINDS, declaring_of

HOSTILE = (
    '=HYPERLINK("http://x","y")', "+1+1", "-5", "@SUM(A1)", "'=1+1", "＝1+1",
)  # fmt: skip


@pytest.fixture
def kept(biscuit):
    """A diary with something of most kinds."""
    biscuit("log", "--gait", "3", "--weight-g", "118.4", "--sign", "hunched", "--note", 'a, "b"')
    biscuit("log", "--night", "yesterday", "--gait", "not_seen", "--note", HOSTILE[0])
    biscuit("out", "add", "25m", "--at", "20:10")
    biscuit("medicine", "add", "Drops", "--dose", "2 drops", "--at", "21:00", "--days", "10")
    biscuit("dose", "drops")
    biscuit("happening", "add", "vet-visit", "--on", "2026-11-24", "--note", HOSTILE[1])
    return biscuit


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))


def test_json_follows_its_own_schema(kept, tmp_path):
    schema = json.loads(kept("export", "--schema").out)
    Draft202012Validator.check_schema(schema)
    done = kept("export", "-o", str(tmp_path / "b.json"))
    assert (done.code, done.err) == (0, "")
    told = json.loads((tmp_path / "b.json").read_bytes())
    errors = list(Draft202012Validator(schema).iter_errors(told))
    assert errors == []
    assert told["things"]["nights"][1]["weight_g"] == 118.4
    assert set(told["things"]) == set(schema["properties"]["things"]["properties"])


def test_the_schema_refuses_what_no_measure_can_hold(kept, tmp_path):
    schema = json.loads(kept("export", "--schema").out)
    kept("export", "-o", str(tmp_path / "b.json"))
    told = json.loads((tmp_path / "b.json").read_bytes())
    told["things"]["nights"][0]["gait"] = 9
    assert not Draft202012Validator(schema).is_valid(told)


def test_every_kind_and_every_field_is_in_schema_and_tables(biscuit, tmp_path):
    schema = json.loads(biscuit("export", "--schema").out)
    assert biscuit("export", "-o", f"{tmp_path}/tables/", "--raw").code == 0
    for kind in KINDS:
        for name, _ in columns_of(declaring_of(kind)):
            assert name in schema["$defs"][kind]["properties"], (kind, name)
    written = {each.stem for each in (tmp_path / "tables").iterdir()}
    assert written == set(schema["properties"]["things"]["properties"])


def test_a_table_is_written_in_the_dialect_of_spreadsheets(kept):
    done = kept("export", "-o", "-", "--format", "csv")
    raw = done.out.encode()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 3
    first, second = rows_of(raw)
    assert (first["evening"], first["gait"], first["weight_g"]) == ("2026-11-21", "not_seen", "")
    assert (second["gait"], second["weight_g"], second["sign_hunched"]) == ("3", "118.4", "yes")
    assert second["note"] == 'a, "b"'
    assert second["hamster_name"] == "Biscuit"


@pytest.mark.parametrize("note", HOSTILE)
def test_no_free_text_is_live_in_a_spreadsheet(biscuit, note):
    biscuit("log", "--note", note)
    (guarded,) = rows_of(biscuit("export", "-o", "-", "--table", "nights").out.encode())
    (plain,) = rows_of(biscuit("export", "-o", "-", "--table", "nights", "--raw").out.encode())
    assert guarded["note"] == f"'{plain['note']}"
    assert not re.match(r"[=+\-@\t\r＝＋－＠]", guarded["note"])
    assert plain["note"] == note


def test_a_zip_holds_all_tables_and_a_code_book_that_fits_them(kept, tmp_path):
    assert kept("export", "-o", str(tmp_path / "all.zip")).code == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
        files = {name: archive.read(name) for name in archive.namelist()}
    book = json.loads(files.pop("datapackage.json"))
    assert {each["path"] for each in book["resources"]} == set(files)
    rows = {each["name"]: rows_of(files[each["path"]]) for each in book["resources"]}
    for resource in book["resources"]:
        schema = resource["schema"]
        names = [field["name"] for field in schema["fields"]]
        found = files[resource["path"]].decode("utf-8-sig").splitlines()[0].split(",")
        assert names == found
        keys = [tuple(row[key] for key in schema["primaryKey"]) for row in rows[resource["name"]]]
        assert len(set(keys)) == len(keys)
        for foreign in schema.get("foreignKeys", ()):
            there = {row["id"] for row in rows[foreign["reference"]["resource"]]}
            assert {row[foreign["fields"][0]] for row in rows[resource["name"]]} <= there
        for field in schema["fields"]:
            for row in rows[resource["name"]]:
                assert fits(field, row[field["name"]]), (field["name"], row[field["name"]])
    assert sum(map(len, rows.values())) == 7


def fits(field, cell):
    if cell == "":
        return True
    limits = field.get("constraints", {})
    if field["type"] == "number":
        return limits["minimum"] <= float(cell) <= limits["maximum"]
    if field["type"] == "date":
        return re.fullmatch(r"\d{4}-\d\d-\d\d", cell)
    if field["type"] == "datetime":
        return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", cell)
    return (
        cell in limits.get("enum", [cell])
        and len(cell) <= limits.get("maxLength", len(cell))
        and re.fullmatch(limits.get("pattern", ".*"), cell, re.DOTALL)
    )


def test_the_code_book_has_the_wording_of_every_level(biscuit, tmp_path):
    biscuit("export", "-o", str(tmp_path / "all.zip"))
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        book = json.loads(archive.read("datapackage.json"))
    nights = next(each for each in book["resources"] if each["name"] == "nights")
    fields = {field["name"]: field for field in nights["schema"]["fields"]}
    labels = {each["value"]: each["label"] for each in fields["gait"]["categories"]}
    assert labels["3"] == "stands, 1–9 steps in a row"
    assert labels["not_seen"] == "looked, but could not tell"
    assert fields["weight_g"]["unit"] == "g"
    assert nights["schema"]["missingValues"] == [""]


def test_one_hamster_alone_can_be_exported(kept, tmp_path):
    kept("setup", "--name", "Moss", "--species", "chinese")
    kept("--hamster", "Moss", "log", "--gait", "5")
    kept("export", "--hamster", "Moss", "-o", str(tmp_path / "moss.json"))
    told = json.loads((tmp_path / "moss.json").read_bytes())
    assert [each["name"] for each in told["things"]["hamsters"]] == ["Moss"]
    assert len(told["changes"]) == 2
    assert told["only"] == told["things"]["hamsters"][0]["id"]
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    done = kept("import", str(tmp_path / "moss.json"), "--yes", **new)
    assert done.code == 0 and "the one hamster" in done.out
    assert "Moss" in kept("show", **new).out


def test_nothing_is_written_over_unasked(kept, tmp_path):
    place = tmp_path / "b.json"
    place.write_text("mine")
    done = kept("export", "-o", str(place))
    assert (done.code, place.read_text()) == (73, "mine")
    assert "--force" in done.err
    assert kept("export", "-o", str(place), "--force").code == 0
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "nights.csv").write_text("mine")
    assert kept("export", "-o", f"{tmp_path}/tables/", "--format", "csv").code == 73
    assert (tmp_path / "tables" / "nights.csv").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/proc/nowhere/x.json", 73),
        ("no/such/folder/x.json", 73),
        (f"{'n' * 300}.json", 73),
        (f"{'🐹' * 80}.json", 73),
        ("biscuit.doc", 2),
        ("biscuit", 2),
        ("nul\x00.json", 73),
    ],
    ids=["proc", "no folder", "long", "emoji", "doc", "no ending", "nul"],
)
def test_a_place_that_cannot_be_written_is_one_clear_line(kept, tmp_path, monkeypatch, name, code):
    monkeypatch.chdir(tmp_path)
    done = kept("export", "-o", name)
    assert done.code == code
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_a_table_is_not_written_as_something_else(kept, tmp_path):
    for name in ("b.json", "b.zip"):
        done = kept("export", "-o", str(tmp_path / name), "--table", "nights")
        assert done.code == 2 and "--table is for CSV" in done.err
        assert not (tmp_path / name).exists()
    assert kept("export", "-o", str(tmp_path / "n.txt"), "--table", "nights").code == 0


def test_an_unknown_table_names_those_there_are(kept):
    done = kept("export", "-o", "-", "--table", "weights")
    assert done.code == 2
    assert "nights" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
@pytest.mark.parametrize("command", ["export", "bundle", "report"])
def test_a_device_or_a_pipe_is_never_put_out_of_the_world_by_a_file(kept, tmp_path, command):
    pipe = tmp_path / "x.json"
    os.mkfifo(pipe)
    done = kept(command, "-o", str(pipe), "--force")
    assert done.code == 73 and done.err == f"hamdiary: {pipe} is not a file\n"
    assert pipe.is_fifo()
