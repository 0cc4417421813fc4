from pathlib import Path


def test_the_sample_diary_can_be_written_to_a_place(hamdiary, tmp_path):
    place = tmp_path / "sample.db"
    done = hamdiary("demo", "--at", str(place))
    assert done.code == 0
    assert str(place) in done.out
    answer = hamdiary("--diary", str(place), "list", "--nights", "40", "--json").json
    assert 25 <= answer["recorded"] < 40


def test_the_sample_diary_never_replaces_a_file(hamdiary, tmp_path):
    place = tmp_path / "mine.db"
    place.write_text("mine")
    done = hamdiary("demo", "--at", str(place))
    assert (done.code, done.out) == (73, "")
    assert place.read_text() == "mine"


def test_the_sample_diary_makes_no_folders(hamdiary, tmp_path):
    done = hamdiary("demo", "--at", str(tmp_path / "a" / "b" / "sample.db"))
    assert (done.code, done.out) == (73, "")
    assert done.err == (
        f"hamdiary: there is no folder {tmp_path / 'a' / 'b'}; make it first or name another\n"
    )
    assert not (tmp_path / "a").exists()


def test_the_sample_diary_leaves_nothing_of_ours_changed(hamdiary, tmp_path):
    hamdiary("demo", "--at", str(tmp_path / "sample.db"))
    home = Path(hamdiary("where", "--json").json["home"])
    assert not home.exists() or list(home.iterdir()) == []


def test_a_sample_with_several_hamsters_has_them(hamdiary, tmp_path):
    place = str(tmp_path / "large.db")
    hamdiary("demo", "--at", place, "--years", "0.2", "--hamsters", "2")
    assert len(hamdiary("--diary", place, "hamsters", "--json").json["hamsters"]) == 2
