"""Importing tables: a stranger's by a mapping, hamdiary's own by what differs, hostile ones not."""

import io
import json
import sqlite3
import zipfile

import pytest

from hamdiary.services.session import open_session
from hamdiary.storage import foreign_db
from hamdiary.storage.checking import differences


@pytest.fixture
def put(tmp_path):
    def write(content, name="w.csv"):
        place = tmp_path / name
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(place)

    return write


@pytest.fixture
def nights(settings):
    """What is recorded, by evening; the journal and the tables agree."""

    def read(*names):
        with open_session(settings) as session:
            assert differences(session.diary) == []
            rows = session.diary.file.rows("SELECT * FROM nights ORDER BY evening")
            return [tuple(row[name] for name in ("evening", *names)) for row in rows]

    return read


def ended_wrongly(done, line):
    assert done.code == 65, (done.out, done.err)
    assert "fault" not in done.err
    assert line in done.out + done.err
    return True


def test_weights_from_a_german_spreadsheet_come_in(biscuit, put, nights):
    text = "Datum;Gewicht (g);Notiz;Laune\r\n21.11.2026;118,4;fröhlich;gut\r\n20.11.2026;117;;\r\n"
    done = biscuit("import", put(text.encode("latin-1")), "--yes")
    assert (done.code, done.err) == (0, "")
    assert "Latin-1" in done.out and "semicolons" in done.out and "left out: Laune" in done.out
    assert nights("weight_g", "note") == [
        ("2026-11-20", 117.0, None),
        ("2026-11-21", 118.4, "fröhlich"),
    ]


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
        lambda text: text.replace(",", "\t").encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: f"sep=,\r\n{text}".encode(),
        lambda text: f"{text}\r\n,,\r\n\r\n".encode(),
    ],
)
def test_letters_line_ends_and_delimiters_are_told_by_themselves(biscuit, put, nights, encoded):
    text = "date,weight,note\r\n2026-11-21,118.4,äß\r\n"
    assert biscuit("import", put(encoded(text)), "--yes").code == 0
    assert nights("weight_g", "note") == [("2026-11-21", 118.4, "äß")]


def test_importing_twice_adds_nothing(biscuit, put, nights):
    place = put("date,weight\n2026-11-20,117\n2026-11-21,118.4\n")
    biscuit("import", place, "--yes")
    before = nights("weight_g", "changed_utc")
    again = biscuit("import", place)
    assert again.code == 0 and "all of it already" in again.out
    assert nights("weight_g", "changed_utc") == before


def test_nothing_comes_without_a_yes_or_with_a_dry_run(biscuit, put, nights):
    place = put("date,weight\n2026-11-21,118.4\n")
    assert biscuit("import", place).code == 2
    done = biscuit("import", place, "--dry-run", "--yes")
    assert done.code == 0 and "Weight 118.4 g" in done.out
    assert nights() == []


def test_day_and_month_are_asked_about_where_nothing_settles_them(biscuit, put, nights):
    place = put("date,weight\n03/04/2026,118\n05/04/2026,118\n")
    done = biscuit("import", place, "--yes")
    assert ended_wrongly(done, "--dates dmy")
    assert "Friday 3 April 2026" in done.err and "Wednesday 4 March 2026" in done.err
    assert nights() == []
    biscuit("import", place, "--yes", "--dates", "mdy")
    assert nights() == [("2026-03-04",), ("2026-05-04",)]


@pytest.mark.parametrize(
    ("other", "evening"), [("13/04/2026", "2026-04-03"), ("04/13/2026", "2026-03-04")]
)
def test_another_row_settles_day_and_month(biscuit, put, nights, other, evening):
    biscuit("import", put(f"date,weight\n03/04/2026,118\n{other},118\n"), "--yes")
    assert (evening,) in nights()


def test_a_terminal_is_asked_and_the_answer_is_remembered(settings, at_terminal, put, biscuit):
    place = put("date,weight\n03/04/2026,118\n")
    done = at_terminal("import", place, typed="1\ny\n")
    assert done.code == 0 and "imported: 1 change" in done.out
    again = biscuit("import", put("date,weight\n03/04/2026,118\n04/04/2026,119\n"), "--yes")
    assert again.code == 0 and "1 night would change" in again.out


def test_a_number_that_can_be_two_is_asked_about(biscuit, put, nights):
    place = put("date;weight\n2026-11-21;1,184\n")
    assert ended_wrongly(biscuit("import", place, "--yes"), "--decimal comma")
    biscuit("import", place, "--yes", "--decimal", "comma")
    assert nights("weight_g") == [("2026-11-21", 1.2)]


def test_a_mapping_is_said_used_and_remembered(biscuit, put, nights):
    place = put("When,Wt,Scale of mood\n2026-11-21,4.2,3\n")
    done = biscuit(
        "import", place, "--yes", "--map", "Wt=weight_g:oz", "--map", "Scale of mood=gait"
    )
    assert done.code == 0, done.err
    assert nights("weight_g", "gait") == [("2026-11-21", 119.1, 3)]
    more = biscuit("import", put("When,Wt,Scale of mood\n2026-11-20,4.1,2\n"), "--yes")
    assert more.code == 0 and "Wt = weight_g:oz" in more.out
    assert nights("weight_g", "gait")[0] == ("2026-11-20", 116.2, 2)


@pytest.mark.parametrize(
    ("header", "use"),
    [
        ("Weight (oz)", "weight_g:oz"), ("weight_g", "weight_g"), ("Gewicht [g]", "weight_g"),
        ("WEIGHT", "weight_g"), ("weight in kg", "weight_g:kg"), ("Left leg", "leg_left"),
        ("sign_hunched", "sign_hunched"), ("Hunched", "sign_hunched"), ("Wasser ml", "water_ml"),
        ("Comments", "note"), ("poop", "droppings"), ("mood", "-"),
    ],
)  # fmt: skip
def test_columns_are_known_by_many_names(biscuit, put, header, use):
    done = biscuit("import", put(f"date,{header}\n2026-11-21,\n"), "--dry-run", "--json")
    assert json.loads(done.out)["columns"] == {"date": "evening", header: use}


def test_a_time_after_midnight_belongs_to_the_night_before(biscuit, put, nights):
    text = "date,time,weight\n2026-11-21,23:10,118\n2026-11-22,01:30,119\n"
    biscuit("import", put(text), "--yes")
    assert nights("weight_g") == []
    done = biscuit("import", put("timestamp,weight\n2026-11-21T01:30:00,118\n"), "--yes")
    assert done.code == 0
    assert ("2026-11-20", 118.0) in nights("weight_g")


def test_a_day_that_is_written_with_midnight_is_that_day(biscuit, put, nights):
    text = "date,weight\n2026-11-20 00:00:00,118\n2026-11-21 00:00:00,119\n"
    assert biscuit("import", put(text), "--yes").code == 0
    assert nights() == [("2026-11-20",), ("2026-11-21",)]


def test_two_rows_that_contradict_each_other_are_named(biscuit, put, nights):
    text = "date,weight\n2026-11-21,118\n2026-11-21,119\n"
    assert ended_wrongly(biscuit("import", put(text), "--yes"), "line 3: weight: line 2 says")
    assert nights() == []


def test_rows_can_say_whose_night_it_is(biscuit, put, nights):
    biscuit("setup", "--name", "Moss", "--species", "chinese")
    text = "pet,date,weight\nmoss,2026-11-21,30\nBISCUIT,2026-11-21,118\n"
    assert biscuit("import", put(text), "--yes").code == 0
    assert sorted(nights("weight_g")) == [("2026-11-21", 30.0), ("2026-11-21", 118.0)]
    assert ended_wrongly(
        biscuit("import", put("pet,date,weight\nRex,2026-11-21,30\n"), "--yes"), "“Rex”"
    )


def test_one_wrong_row_keeps_all_rows_out_and_says_which(biscuit, put, nights):
    text = "date,weight\n2026-11-20,118\n2026-02-30,118\n2026-11-21,9000\n2026-11-22,-3\nx,1\n"
    done = biscuit("import", put(text), "--yes")
    for line in ("line 3: there is no such day", "line 4: weight: Weight cannot be more than",
                 "line 5: weight: The number cannot be below 0", "line 6:"):  # fmt: skip
        assert ended_wrongly(done, line)
    assert nights() == []


@pytest.mark.parametrize(
    "cell", ["NaN", "inf", "1e999", "9" * 5000, "heavy", "99999999999999999999"]
)
def test_what_is_no_number_is_refused_with_its_line(biscuit, put, nights, cell):
    done = biscuit("import", put(f"date,weight\n2026-11-21,{cell}\n"), "--yes")
    assert ended_wrongly(done, "line 2: weight:")
    assert nights() == []


def test_unusual_values_are_listed(biscuit, put):
    done = biscuit("import", put("date,weight\n2026-11-21,1184\n2027-01-01,118\n"), "--dry-run")
    assert "line 2: 1184 g: did you mean 118.4 g?" in done.out
    assert "line 3: Friday 1 January 2027 is still to come." in done.out


def test_what_would_be_replaced_is_listed_and_can_be_kept(biscuit, put, nights):
    biscuit("log", "--weight-g", "118")
    place = put("date,weight,water\n2026-11-22,119,7\n")
    done = biscuit("import", place, "--dry-run")
    assert "line 2: Sun 22 Nov: Weight 118.0 g becomes Weight 119.0 g" in done.out
    biscuit("import", place, "--yes", "--keep-recorded")
    assert nights("weight_g", "water_ml") == [("2026-11-22", 118.0, 7.0)]
    biscuit("import", place, "--yes")
    assert nights("weight_g") == [("2026-11-22", 119.0)]
    biscuit("undo")
    assert nights("weight_g") == [("2026-11-22", 118.0)]


HOSTILE = {
    "unterminated": ('date,note\n2026-11-21,"begun\n2026-11-20,x\n', "line 2: a quotation mark"),
    "after a quote": ('date,note\n2026-11-21,"a"b\n', "line 2: something stands behind"),
    "twice": ("date,weight,weight\n2026-11-21,1,2\n", "two columns are called “weight”"),
    "extra": ("date,weight\n2026-11-21,118,9\n", "line 2: 3 cells, but 2 columns"),
    "short": ("date,weight,note\n2026-11-21,118\n", "line 2: 2 cells, but 3 columns"),
    "huge": (f"date,note\n2026-11-21,{'x' * 1_100_000}\n", "line 2: a cell has more than"),
    "empty": ("", "the file is empty"),
    "blank": ("\n\n\n", "the file is empty"),
    "no night": ("weight\n118\n", "no column is taken for the night"),
    "nothing": ("date,mood\n2026-11-21,good\n", "no column is taken for anything"),
    "binary": (b"\x00\x01\x02\xff" * 300, "this is no text"),
    "unit": ("date,weight (lb)\n2026-11-21,1\n", "lb is no unit"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_table_that_is_not_in_order_is_refused_in_words(biscuit, put, nights, case):
    content, line = HOSTILE[case]
    assert ended_wrongly(biscuit("import", put(content), "--yes"), line)
    assert nights() == []


def test_what_steers_a_terminal_is_dropped_from_notes_and_headers(biscuit, put, nights):
    text = "date,note,\x1b]52;c;evil\x07\n2026-11-21,a\x1b[2Jb\u202e,x\n"
    done = biscuit("import", put(text), "--yes")
    assert done.code == 0
    assert "\x1b" not in done.out
    assert nights("note") == [("2026-11-21", "ab")]


def test_a_table_needs_a_diary(hamdiary, put):
    assert ended_wrongly(hamdiary("import", put("date,weight\n2026-11-21,1\n")), "hamdiary setup")


# hamdiary's own tables


@pytest.fixture
def kept(biscuit):
    biscuit("log", "--gait", "3", "--weight-g", "118.4", "--sign", "hunched", "--note", "=1+1\n'x")
    biscuit("log", "--night", "yesterday", "--gait", "not_seen", "--ate", "most")
    biscuit("out", "add", "25m", "--at", "20:10")
    biscuit("medicine", "add", "Drops", "--dose", "2 drops", "--at", "21:00", "--days", "10")
    biscuit("dose", "drops")
    return biscuit


@pytest.mark.parametrize("way", [["all.zip"], ["all/", "--format", "csv"], ["all.zip", "--raw"]])
def test_own_tables_come_back_without_any_difference(kept, tmp_path, way):
    name, *more = way
    assert kept("export", "-o", f"{tmp_path}/{name}", *more).code == 0
    done = kept("import", f"{tmp_path}/{name}")
    assert done.code == 0, done.out
    assert "all of it already" in done.out


def test_only_cells_that_differ_are_written(kept, tmp_path, nights, settings):
    kept("export", "-o", str(tmp_path / "nights.csv"))
    place = tmp_path / "nights.csv"
    place.write_text(place.read_text("utf-8-sig").replace("118.4", "119.5"), "utf-8-sig")
    done = kept("import", str(place), "--yes")
    assert "nights: 0 rows new, 1 row changed" in done.out
    assert nights("weight_g", "note")[1] == ("2026-11-22", 119.5, "=1+1\n'x")
    with open_session(settings) as session:
        (change,) = session.diary.latest_changes(1)
        assert set(change.fields) == {"weight_g"}


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda day: day.replace("-", "/"),
        lambda day: f"{day} 00:00:00",
        lambda day: ".".join(reversed(day.split("-"))),
        lambda day: ".".join(reversed(day[2:].split("-"))),
    ],
)
def test_days_that_a_spreadsheet_has_written_anew_are_the_same_days(kept, tmp_path, rewritten):
    kept("export", "-o", str(tmp_path / "nights.csv"))
    place = tmp_path / "nights.csv"
    text = place.read_text("utf-8-sig").replace(",", ";").replace("118.4", "118,4")
    for day in ("2026-11-21", "2026-11-22"):
        text = text.replace(day, rewritten(day))
    place.write_text(text, "utf-8-sig")
    done = kept("import", str(place))
    assert done.code == 0, done.out
    assert "all of it already" in done.out


def test_an_emptied_cell_takes_nothing_out_unless_that_is_said(kept, tmp_path, nights):
    kept("export", "-o", str(tmp_path / "nights.csv"))
    place = tmp_path / "nights.csv"
    place.write_text(place.read_text("utf-8-sig").replace("118.4", ""), "utf-8-sig")
    assert "1 cell are empty" in kept("import", str(place), "--yes").out.replace(
        "is empty", "are empty"
    )
    assert nights("weight_g")[1] == ("2026-11-22", 118.4)
    kept("import", str(place), "--yes", "--empty-clears")
    assert nights("weight_g")[1] == ("2026-11-22", None)


def test_rows_added_in_a_spreadsheet_come_once(kept, tmp_path, settings):
    kept("export", "-o", str(tmp_path / "happenings.csv"), "--table", "happenings")
    place = tmp_path / "happenings.csv"
    header = place.read_text("utf-8-sig").strip().split(",")
    with open_session(settings) as session:
        hamster = session.hamster().id
    cells = {"hamster": hamster, "on_day": "2026-11-20", "what": "vet_visit"}
    place.write_text("\r\n".join([",".join(header), ",".join(cells.get(h, "") for h in header)]))
    assert "1 row new" in kept("import", str(place), "--yes").out
    assert "all of it already" in kept("import", str(place), "--yes").out
    assert "vet" in kept("happening", "list").out


def test_tables_of_another_diary_are_refused_unless_its_hamsters_come_too(kept, tmp_path, settings):
    kept("export", "-o", str(tmp_path / "nights.csv"))
    kept("export", "-o", str(tmp_path / "all.zip"))
    new = {"HAMDIARY_HOME": str(tmp_path / "new")}
    kept("setup", "--name", "Moss", "--species", "chinese", **new)
    assert ended_wrongly(
        kept("import", str(tmp_path / "nights.csv"), "--yes", **new), "not in this diary"
    )
    assert kept("import", str(tmp_path / "all.zip"), "--yes", **new).code == 0
    assert "118.4" in kept("--hamster", "Biscuit", "show", **new).out


@pytest.mark.parametrize(
    ("was", "becomes", "line"),
    [
        (",3,", ",9,", "is not one of"),
        ("2026-11-21", "2026-11-31", "does not say which night"),
        ("2026-11-21", "2026-11-22", "once more"),
        ("118.4", "heavy", "weight_g"),
        ("yes", "maybe", "say yes, no or not_checked"),
    ],
)
def test_a_spoilt_cell_is_named_by_its_line(kept, tmp_path, nights, was, becomes, line):
    kept("export", "-o", str(tmp_path / "nights.csv"))
    place, before = tmp_path / "nights.csv", nights("changed_utc")
    place.write_text(place.read_text("utf-8-sig").replace(was, becomes), "utf-8-sig")
    assert ended_wrongly(kept("import", str(place), "--yes"), line)
    assert nights("changed_utc") == before


# Zips and databases of anybody


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def test_two_files_of_one_name_in_a_zip_are_named(biscuit, put):
    both = zipped([("a/nights.csv", "x"), ("b/nights.csv", "y")])
    done = biscuit("import", put(both, "b.zip"), "--yes")
    assert done.code == 65 and done.err.endswith("two files called nights.csv\n")


def test_a_zip_bomb_is_not_read_to_its_end(biscuit, put, nights):
    bomb = zipped([("nights.csv", b"0" * 210_000_000)])
    assert len(bomb) < 1_000_000
    assert ended_wrongly(biscuit("import", put(bomb, "b.zip"), "--yes"), "far more than it seems")


def test_names_that_lead_elsewhere_lead_nowhere(biscuit, put, nights, tmp_path):
    evil = [("../../evil.csv", "date,weight\n2026-11-21,118\n"), ("/etc/x", "x")]
    assert biscuit("import", put(zipped(evil), "b.zip"), "--yes").code == 0
    assert nights("weight_g") == [("2026-11-21", 118.0)]
    assert not list(tmp_path.parent.glob("**/evil.csv"))


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + b"\xff" * 400,
        zipped([]) or b"PK\x05\x06",
        zipped([("a/nights.csv", "x"), ("b/nights.csv", "y")]),
        zipped([("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>")]),
        zipped([(f"{n}.csv", "x") for n in range(300)]),
        zipped([("nights.csv", "x" * 100)])[:-30],
    ],
    ids=["damaged", "empty", "twice", "xlsx", "many", "cut"],
)
def test_a_zip_that_is_none_is_one_clear_line(biscuit, put, content):
    assert ended_wrongly(biscuit("import", put(content, "b.zip"), "--yes"), "")


def database(place, *statements):
    with sqlite3.connect(place) as conn:
        for statement in statements:
            conn.execute(statement)
    conn.close()
    return str(place)


def test_a_table_of_somebody_elses_database_comes_in(biscuit, tmp_path, nights):
    place = database(
        tmp_path / "pets.db",
        "CREATE TABLE weights (day TEXT, grams REAL, photo BLOB)",
        "CREATE TABLE other (x)",
        "INSERT INTO weights VALUES ('2026-11-21', 118.4, x'00ff'), ('2026-11-20', NULL, NULL)",
    )
    assert ended_wrongly(biscuit("import", place, "--yes"), "weights, other")
    assert biscuit("import", place, "--yes", "--table", "weights").code == 0
    assert nights("weight_g") == [("2026-11-21", 118.4)]
    assert [each.name for each in tmp_path.glob("pets*")] == ["pets.db"]


def test_an_endless_view_is_no_table_and_an_endless_table_is_given_up(
    biscuit, tmp_path, nights, monkeypatch
):
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT '2026-11-21' AS date, x AS weight FROM n"
    )
    many = endless.replace("FROM n)", "FROM n LIMIT 9999)")
    place = database(
        tmp_path / "e.db", f"CREATE VIEW entries AS {endless}", f"CREATE TABLE long AS {many}"
    )
    # Somebody who read the view would be told of too many rows, or that it takes too long.
    view = biscuit("import", place, "--yes", "--table", "entries")
    assert ended_wrongly(view, "no table entries")
    monkeypatch.setattr(foreign_db, "SECONDS", -1.0)
    assert ended_wrongly(biscuit("import", place, "--yes", "--table", "long"), "takes too long")
    assert nights("weight_g") == []


def test_a_diary_of_hamdiary_is_for_merging(kept, tmp_path):
    done = kept("import", str(tmp_path / "home" / "diary.db"))
    assert ended_wrongly(done, "hamdiary merge")


def test_a_broken_database_is_one_clear_line(biscuit, put):
    done = biscuit("import", put(b"SQLite format 3\0" + b"\x7f" * 5000, "b.db"))
    assert ended_wrongly(done, "cannot be read as a database")


def test_a_backup_is_made_before(biscuit, put, tmp_path):
    biscuit("import", put("date,weight\n2026-11-21,118\n"), "--yes")
    told = "".join(each.read_text() for each in (tmp_path / "home" / "backups").glob("*.json"))
    assert '"import"' in told
