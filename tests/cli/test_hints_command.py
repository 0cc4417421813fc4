"""Hints on the command line: what is open, what to say, what was done, and the exit codes."""

import pytest

from hamdiary.render.cells import cells


@pytest.fixture
def pip(hamdiary):
    """A hamster whose weakness a vet knows, with the numbers to ring."""
    facts = ["--onset", "2026-11-01", "--cause", "injury", "--vet-name", "Dr Marlow"]
    numbers = ["--vet-phone", "020 7946 0312", "--night-phone", "020 7946 0688"]
    assert hamdiary("setup", "--name", "Pip", *facts, *numbers).code == 0
    assert hamdiary("log", "--night", "yesterday", "--gait", "3").code == 0
    return hamdiary


def keys(run):
    return [hint["key"] for hint in run("hints", "--json").json["hints"]]


def test_without_a_hint_the_code_is_0_and_nobody_says_that_all_is_well(pip):
    done = pip("hints")
    assert done.code == 0
    assert "no hint is open" in done.out
    assert "no hint does not mean “all is well”" in " ".join(done.out.split())


@pytest.mark.parametrize(
    ("entry", "code"),
    [(["--ate", "half"], 11), (["--night-quality", "good"], 0), (["--droppings", "loose"], 12),
     (["--gait", "1"], 13)],
)  # fmt: skip
def test_the_exit_code_is_that_of_the_most_urgent(pip, entry, code):
    pip("log", *entry)
    assert pip("hints").code == code
    assert pip("hints", "--json").code == code


def test_a_hint_is_said_with_all_that_is_behind_it(pip):
    pip("log", "--gait", "1")
    page = pip("hints", COLUMNS="200").out
    assert "1  !!! NOW  Gait fell from 3 stands to 1 flicker" in page
    for words in ("Gait 3 stands on Sat 21 Nov, 1 flicker on Sun 22 Nov", "Ring a vet now",
                  "If you are a child, tell an adult now.", "hours matter", "A, B, VB1",
                  "vet page, fair", "020 7946 0312", "020 7946 0688", "since tonight",
                  "hamdiary keeps notes"):  # fmt: skip
        assert words in page, words


def test_a_hint_in_json_has_its_facts_and_words(pip):
    pip("log", "--gait", "1")
    answer = pip("hints", "--json").json
    (hint,) = answer["hints"]
    assert (answer["most_urgent"], hint["rule"], hint["urgency"]) == ("now", "R05", "now")
    assert hint["seen"][1] == {"evening": "2026-11-22", "field": "gait", "value": 1}
    assert hint["acknowledged"] is None
    assert "disclaimer" in answer


def test_what_to_say_on_the_phone_is_ready_to_be_read_aloud(pip):
    pip("log", "--gait", "1", "--droppings", "loose")
    page = pip("hints", "tell").out
    assert page.index("020 7946 0688") < page.index("020 7946 0312") < page.index("Say:")
    assert "Gait fell from 3 stands to 1 flicker." in page
    assert "Loose droppings." in pip("hints", "tell", "R18").out
    assert pip("hints", "tell", "1", "--json").json["hint"]["tell"][0].startswith("It is about")


def test_without_a_number_it_says_how_to_write_one_down(biscuit):
    biscuit("log", "--sign", "seizure")
    assert "hamdiary setup --edit" in " ".join(biscuit("hints", "tell").out.split())


def test_telling_ends_a_hint_and_undo_brings_it_back(pip):
    pip("log", "--droppings", "loose")
    done = pip("hints", "told", "1", "--by", "AK", "--said", "come at nine", "--at", "21:05")
    assert done.out.splitlines() == [
        "Pip: R18 today, the vet was told, Sun 22 Nov 21:05 by AK: come at nine",
        "no hint is open now; hamdiary undo takes it back",
    ]
    assert keys(pip) == []
    assert "come at nine" in pip("hints", "--all").out
    assert [note["who"] for note in pip("hints", "--all", "--json").json["notes"]] == ["AK"]
    assert pip("undo").code == 0
    assert keys(pip) == ["R18"]


def test_a_call_of_this_morning_can_be_noted_after_noon(pip):
    pip("log", "--droppings", "loose", HAMDIARY_NOW="2026-11-21T22:00:00+01:00")
    at = {"HAMDIARY_NOW": "2026-11-22T13:00:00+01:00"}
    done = pip("hints", "told", "R18", "--at", "9:30", "--json", **at)
    assert done.json["note"]["at"] == "2026-11-22T08:30:00Z"
    assert done.json["hints"] == []


def test_seen_stays_open_and_now_says_that_it_cannot_be_silenced(pip):
    pip("log", "--droppings", "loose")
    done = pip("hints", "seen", "1")
    assert (done.code, done.err) == (0, "")
    assert "still open: R18" in done.out
    assert "noted as seen Sun 22 Nov 21:16" in pip("hints", COLUMNS="200").out
    pip("log", "--gait", "0")
    assert "NOW cannot be silenced" in pip("hints", "seen", "R05").err
    assert "R05" in keys(pip)


@pytest.mark.parametrize("verb", ["told", "seen", "tell"])
@pytest.mark.parametrize("name", ["9", "R99", "x", "R45"])
def test_a_hint_that_is_not_open_is_exit_code_66(pip, verb, name):
    pip("log", "--droppings", "loose")
    done = pip("hints", verb, name)
    assert (done.code, done.out) == (66, "")
    assert "R18" in done.err


def test_a_time_to_come_or_none_at_all_is_refused(pip):
    pip("log", "--droppings", "loose")
    for at in ("25:00", "soon", ""):
        assert pip("hints", "told", "1", "--at", at).code == 2
    assert keys(pip) == ["R18"]


def test_words_that_would_steer_the_terminal_are_cleaned(pip):
    pip("log", "--droppings", "loose")
    assert "\x1b" not in pip("hints", "told", "1", "--said", "a\x1b[2Jb").out
    assert "\x1b" not in pip("hints", "--all").out


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
def test_pages_keep_to_the_width(pip, columns):
    pip("log", "--gait", "0", "--droppings", "loose", "--ate", "half")
    pages = [
        pip(*command, COLUMNS=columns).out for command in (["hints", "--all"], ["hints", "tell"])
    ]
    pages.append(pip("log", "--sign", "hunched", COLUMNS=columns).out.partition("\n\n")[2])
    for page in pages:
        assert page
        assert [line for line in page.splitlines() if cells(line) > int(columns)] == []


def test_ascii_is_enough(program, pip):
    pip("log", "--ate", "half")
    done = program("hints", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.code == 11
    assert done.out.isascii()


# Where it shows besides


def test_tonight_begins_with_the_most_urgent_hint(pip):
    pip("log", "--gait", "1", "--droppings", "loose")
    first, empty, *_ = pip("tonight").out.splitlines()
    assert first == "!!! NOW Gait fell from 3 stands to 1 flicker, and 1 more: hamdiary hints"
    assert empty == ""
    assert [hint["key"] for hint in pip("tonight", "--json").json["hints"]] == ["R05", "R18"]


def test_tonight_begins_with_what_is_to_be_watched_as_the_screen_does(pip):
    assert "~ WATCH Ate half or less" in pip("log", "--ate", "half").out
    assert pip("tonight").out.startswith("~ WATCH Ate half or less: hamdiary hints\n\nPip")


def test_an_entry_that_opens_a_hint_says_so_and_whom_to_ring(pip):
    lines = pip("log", "--gait", "1").out.splitlines()
    at = lines.index("!!! NOW Gait fell from 3 stands to 1 flicker")
    assert lines[at + 1].startswith("Ring a vet now, at any hour.")
    assert lines[at + 2] == "Ring Out of hours, 020 7946 0688"
    assert pip("log", "--gait", "1", "--json").json["hints"] == []
    assert [hint["key"] for hint in pip("log", "--gait", "0", "--json").json["hints"]] == ["R05"]


def test_an_entry_that_opens_none_says_nothing_of_hints(pip):
    assert "hint" not in pip("log", "--gait", "3", "--ate", "most").out


def test_the_vet_is_rung_for_until_the_vet_was_told(pip):
    pip("log", "--gait", "1")
    late = {"HAMDIARY_NOW": "2026-11-23T03:00:00+01:00"}
    done = pip("remind", "--dry-run", **late)
    assert (done.code, done.out) == (
        10,
        "Pip: Ring the vet, NOW: Gait fell from 3 stands to 1 flicker\n",
    )
    pip("hints", "told", "1")
    assert pip("remind", "--dry-run", **late).code == 0


def test_now_cannot_be_put_off(pip):
    pip("log", "--gait", "1")
    for words in (["--skip", "hint:R05"], ["--snooze", "30", "Ring the vet"]):
        done = pip("remind", *words)
        assert done.code == 2
        assert "cannot be put off" in done.err
    done = pip("remind", "--snooze", "30")
    assert "cannot be put off" in done.err
    assert "Outing" in done.out


def test_two_nights_without_an_entry_are_asked_about(pip):
    pip("log", "--droppings", "loose")
    pip("hints", "seen", "1")
    later = {"HAMDIARY_NOW": "2026-11-24T20:05:00+01:00"}
    assert "Look and log, Nothing recorded for 2 nights" in pip("remind", "--dry-run", **later).out
    pip("log", "--gait", "3", **later)
    assert "Look and log" not in pip("remind", "--dry-run", **later).out
