"""In German: what the doctor finds, what is refused and why, what reminders and files say."""

import errno
import os
import subprocess
import sys
import threading

import pytest

from hamdiary.delivery.message import Ring, message_of
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.language import language, t
from hamdiary.domain.reminders.task import Task, TaskState
from hamdiary.domain.system_words import reason_of, small_reason_of
from hamdiary.languages.aside import in_language
from hamdiary.services.backing_up import reasons
from hamdiary.services.transfer.code_book import code_book
from hamdiary.services.transfer.headers import Use, proposed
from hamdiary.services.transfer.plan import changes

NOW = "2026-11-22T21:16:00+01:00"


@pytest.fixture
def hamdiary(tmp_path, in_german):
    """Start the program as an owner who reads German does; what it says, both streams together."""
    environment = {
        "PATH": os.environ["PATH"], "HAMDIARY_HOME": str(tmp_path / "home"), "COLUMNS": "100",
        "HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin", **in_german,
    }  # fmt: skip

    def call(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "hamdiary", *arguments],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr

    call("setup", "--name", "Biscuit", "--species", "syrian", "--sex", "male")
    return call


class TestTheProgram:
    def test_the_doctor_says_what_is_well(self, hamdiary):
        said = hamdiary("doctor")
        assert "Unversehrtheit  jede Seite ist, wie sie sein soll" in said
        assert "alle Tabellen folgen aus seiner einen Änderung" in said

    def test_the_doctor_says_what_to_do_about_a_damaged_file(self, hamdiary, tmp_path):
        (tmp_path / "home" / "diary.db").write_bytes(b"no diary at all, only words" * 400)
        said = " ".join(hamdiary("doctor").split())
        assert "„hamdiary restore“ holt eine Sicherung zurück" in said

    def test_who_is_not_there_is_named(self, hamdiary):
        said = hamdiary("--hamster", "Otto", "log", "--gait", "3")
        assert "einen Hamster namens Otto gibt es hier nicht; es gibt: Biscuit" in said

    def test_a_file_that_cannot_be_had_is_refused(self, hamdiary):
        assert "/nowhere.csv ist nicht da" in hamdiary("import", "/nowhere.csv")

    def test_a_table_is_read_by_german_headers_and_told_in_german(self, hamdiary, tmp_path):
        table = tmp_path / "nächte.csv"
        table.write_text("Nacht;Gewicht\n2026-11-20;118,4\n", encoding="utf-8")
        said = hamdiary("import", "--dry-run", str(table))
        assert "1 Zeile, gelesen als UTF-8, Zellen getrennt durch Semikolons" in said
        assert "1 Nacht würde sich ändern: 1 Wert neu, 0 anstelle anderer" in said

    def test_a_setting_that_is_misspelt_is_answered_with_its_neighbour(self, hamdiary):
        said = hamdiary("settings", "set", "reminders.log.att", "21:00")
        assert "gibt es nicht; meinst du reminders.log.at?" in said

    def test_a_report_can_be_for_somebody_who_reads_another_language(self, hamdiary):
        hamdiary("log", "--gait", "3")
        own = hamdiary("report", "--format", "md", "-o", "-")
        english = hamdiary("report", "--language", "en", "--format", "md", "-o", "-")
        assert "## Bitte zuerst ansehen" in own
        assert "## Please look at first" in english
        assert "Bitte" not in english

    @pytest.mark.parametrize("code", ["en", "de"])
    def test_a_report_for_somebody_else_says_its_language_to_who_reads_it_aloud(
        self, hamdiary, code
    ):
        hamdiary("log", "--gait", "3")
        page = hamdiary("report", "--language", code, "--format", "html", "-o", "-")
        assert f'<html lang="{code}">' in page

    def test_a_report_for_programs_is_english_whatever_is_asked(self, hamdiary):
        told = hamdiary("report", "--language", "de", "--format", "json", "-o", "-")
        assert told == hamdiary("report", "--language", "en", "--format", "json", "-o", "-")

    def test_what_other_programs_read_stays_english(self, hamdiary, tmp_path):
        hamdiary("export", "-o", str(tmp_path / "x.csv"))
        header = (tmp_path / "x.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        assert header.startswith("hamster,hamster_name,evening,")


@pytest.mark.usefixtures("german")
class TestWords:
    def test_a_reminder_names_its_hamster(self):
        rings = [Ring(Hamster("b", name="Biscuit"), [TASK])]
        assert message_of(rings, names=True).title == "Zeit für Biscuit"

    def test_a_reminder_that_names_nobody(self):
        message = message_of([Ring(Hamster("b", name="Biscuit"), [TASK])], names=False)
        assert (message.title, message.text) == ("Zeit für deinen Hamster", "Auslauf")

    def test_the_system_answers_in_german_too(self):
        full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        assert small_reason_of(full) == "Kein Platz mehr auf dem Datenträger"

    def test_an_answer_that_nobody_translated_stands_as_it_is(self):
        assert reason_of(OSError(1, "Quite Unheard Of")) == "Quite Unheard Of"

    def test_counts_have_two_forms(self):
        assert (changes(1), changes(4211)) == ("1 Änderung", "4 211 Änderungen")

    def test_why_a_backup_was_made(self):
        assert reasons()["merge"] == "vor Zusammenführung"

    @pytest.mark.parametrize("header", ["Weight", "Gewicht", "Gewicht (g)", "weight_g"])
    def test_a_column_is_known_by_its_name_in_either_language(self, header):
        assert proposed(["Datum", header])[header] == Use("weight_g")

    def test_the_code_book_of_exported_tables_stays_english(self):
        book = code_book("2026-11-22T20:16:00Z")
        nights = next(each for each in book["resources"] if each["name"] == "nights")
        gait = next(each for each in nights["schema"]["fields"] if each["name"] == "gait")
        assert gait["title"] == "Gait"
        assert "stands" in gait["description"].casefold()


class TestAside:
    def test_another_language_is_spoken_within_and_not_afterwards(self, german):
        assert t("nothing") == "nichts"
        with in_language("en"):
            assert t("nothing") == "nothing"
        assert t("nothing") == "nichts"

    @pytest.mark.usefixtures("german_catalogue")
    def test_german_aside_of_english(self):
        with in_language("de"):
            assert (t("nothing"), changes(2)) == ("nichts", "2 Änderungen")
        assert (t("nothing"), changes(2)) == ("nothing", "2 changes")

    @pytest.mark.usefixtures("german_catalogue")
    def test_whoever_works_meanwhile_keeps_the_usual_language(self):
        said, within, looked = [], threading.Event(), threading.Event()

        def report():
            with in_language("de"):
                within.set()
                assert looked.wait(300)
                said.append(t("nothing"))

        thread = threading.Thread(target=report)
        thread.start()
        assert within.wait(300)
        assert t("nothing") == "nothing"
        looked.set()
        thread.join()
        assert said == ["nichts"]

    @pytest.mark.usefixtures("german_catalogue")
    def test_which_language_is_spoken_is_known_within_and_afterwards(self):
        with in_language("de"):
            assert language() == "de"
        assert language() == "en"

    @pytest.mark.usefixtures("german")
    def test_the_own_language_is_known_within_and_after_another_one(self):
        with in_language("en"):
            assert language() == "en"
        assert language() == "de"

    def test_nothing_changes_where_no_language_is_named(self):
        with in_language(None):
            assert t("nothing") == "nothing"


TASK = Task("outing", "Auslauf", "18 von 30 min", None, TaskState.OPEN, 30)
