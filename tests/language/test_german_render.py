"""Pages, plots and the report in German: whole sentences, decimal commas, columns that hold."""

import json
import re
from datetime import date, timedelta

import pytest
from catalogue import first, is_said, read
from click.testing import CliRunner

from hamdiary.cli.calling import run
from hamdiary.domain.manner import in_sentence
from hamdiary.domain.measures import Scale, measures_of
from hamdiary.domain.night import Night
from hamdiary.domain.trends.course import Course
from hamdiary.domain.trends.facts import facts_of
from hamdiary.domain.trends.series import nights_up_to
from hamdiary.render.axis import LABEL, axis_for
from hamdiary.render.canvas import Span, plain
from hamdiary.render.cells import cells
from hamdiary.render.counts import counted
from hamdiary.render.inks import inked
from hamdiary.render.medicines import legend
from hamdiary.render.nights_table import nights_table
from hamdiary.render.pages import LABELS
from hamdiary.render.recovery import PLOTS, picture
from hamdiary.render.recovery_words import words_of
from hamdiary.render.report.headings import headings
from hamdiary.render.strips import _brief, _letter, letters_of_droppings

LAST = date(2026, 11, 22)
NOW = "2026-11-22T21:16:00+01:00"


def nights():
    """Two weeks of nights with every level, and a gap."""
    kept = [LAST - timedelta(days=ago) for ago in range(14) if ago != 5]
    return [
        Night("h", on, gait=number % 6, leg_left=number % 5, leg_right=4, weight_g=118.4,
              ate="little", droppings="watery", note="Kohl")
        for number, on in enumerate(sorted(kept))
    ]  # fmt: skip


def a_course():
    known = nights()
    return Course(
        span=nights_up_to(LAST, 14),
        gait={each.evening: each.gait for each in known},
        leg_left={each.evening: each.leg_left for each in known},
        leg_right={each.evening: each.leg_right for each in known},
        weights={each.evening: each.weight_g for each in known},
        usual=None, pouches_full=0, minutes={LAST: 18.5}, goal={LAST: 20.0}, ate={},
        droppings={each.evening: each.droppings for each in known}, water={LAST: 7.5},
        doses={LAST: ("given",)}, marks=(), milestones=(), treatment_start=None, recorded=13,
    )  # fmt: skip


class TestSentencesWithInks:
    def test_marks_become_roles(self):
        line = inked("[bold]{name}[/] is flat.", name="Gait")
        assert line == (Span("Gait", "bold"), Span(" is flat.", "text"))

    def test_values_stay_words_whatever_they_hold(self):
        line = inked("[bold]{name}[/]: {note}", name="[x]", note="[warn]{name}[/]")
        assert plain(line) == "[x]: [warn]{name}[/]"
        assert [span.role for span in line] == ["bold", "text"]

    def test_a_translation_has_the_same_inks(self):
        def inks(words):
            return sorted(re.findall(r"\[\w*/?\]", words if isinstance(words, str) else words[1]))

        said = [each for each in read("render") if each.id and is_said(each)]
        wrong = [first(each.id) for each in said if inks(each.id) != inks(each.string)]
        assert wrong == []


@pytest.mark.usefixtures("german")
class TestWords:
    def test_counts_have_their_plural(self):
        assert [counted(n, "night") for n in (1, 2)] == ["1 Nacht", "2 Nächte"]

    def test_nouns_stay_large_in_the_middle_of_a_sentence(self):
        assert in_sentence("Gewicht") == "Gewicht"

    def test_medians_are_said_in_one_sentence(self):
        gait = plain(words_of(facts_of(a_course()), "gait")[0])
        assert gait.endswith("gegenüber den 7 Nächten davor (7 und 6 Nächte bewertet).")

    def test_numbers_have_a_comma(self):
        said = " ".join(plain(line) for line in words_of(facts_of(a_course()), "weight"))
        assert "118,4 g" in said
        assert "118.4" not in said

    def test_the_legend_of_doses_is_german(self):
        assert "ausgelassen" in legend()

    def test_every_letter_of_droppings_is_explained_by_the_word_it_is_recorded_by(self):
        steps = measures_of(Night)["droppings"].kind.steps
        letters = [_letter(each.code) for each in steps]
        assert len(set(letters)) == len(steps)
        for letter, each in zip(letters, steps, strict=True):
            assert f"{letter} {each.short}" in letters_of_droppings()
            assert each.short.startswith(_brief(each.code))

    def test_headings_are_german_and_say_so(self):
        assert headings()["lang"] == "de"
        assert headings()["log"] == "Nacht für Nacht"


@pytest.mark.usefixtures("german")
class TestColumns:
    @pytest.mark.parametrize("plot", PLOTS)
    def test_no_label_of_a_plot_is_cut(self, plot):
        axis = axis_for(nights_up_to(LAST, 14), 70)
        labels = [plain(line)[:LABEL] for line in picture(a_course(), axis, [plot])]
        assert [each for each in labels if "…" in each] == []

    @pytest.mark.parametrize("width", [45, 58, 60, 72, 80, 120])
    def test_columns_of_the_nights_stand_below_one_another(self, width):
        head, *rows = nights_table(nights(), nights()[0].evening, LAST, width).splitlines()
        legs = head.index("L R")
        levels = [row[legs : legs + 3] for row in rows if "4 " in row[:-4] and "118" in row]
        assert len(levels) == 13
        assert [each for each in levels if not re.fullmatch(r"\d 4", each)] == []
        assert max(map(cells, [head, *rows])) <= width

    def test_labels_of_a_page_leave_a_gap(self):
        labels = [measure.label for measure in measures_of(Night).values()]
        assert [each for each in labels if cells(each) >= LABELS] == []

    def test_levels_fit_beside_the_plots(self):
        kinds = [measures_of(Night)[name].kind for name in ("gait", "leg_left")]
        steps = [step.short for kind in kinds if isinstance(kind, Scale) for step in kind.steps]
        assert [each for each in steps if cells(f"0 {each}") > LABEL - 1] == []


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample diary."""
    place = tmp_path_factory.mktemp("sample") / "sample.db"
    with CliRunner().isolation(env={"HAMDIARY_HOME": str(place.parent / "home")}):
        assert run(["demo", "--at", str(place)], {"HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin"}) == 0
    return place


@pytest.fixture
def page(sample, in_german, tmp_path):
    """What a command prints about the sample diary in German, without any marks of a terminal."""
    environment = {
        "HAMDIARY_HOME": str(tmp_path), "HAMDIARY_NOW": NOW, "TZ": "Europe/Berlin",
        "COLUMNS": "80", **in_german,
    }  # fmt: skip

    def call(*arguments):
        with CliRunner().isolation(env=environment) as (out, _, _):
            run(["--diary", str(sample), *arguments], environment)
            return out.getvalue().decode()

    return call


class TestTheReport:
    def test_the_page_says_its_language(self, page):
        assert '<html lang="de">' in page("report", "--format", "html", "-o", "-")

    def test_the_pdf_says_its_language_and_is_accessible(self, page, sample, tmp_path):
        page("report", "-o", str(tmp_path / "de.pdf"))
        content = (tmp_path / "de.pdf").read_bytes()
        assert b"/Lang(de)" in content.replace(b" ", b"") or b"(de)" in content
        assert b"pdfuaid:part>1<" in content

    def test_markdown_has_german_headings_and_commas(self, page):
        text = page("report", "--format", "md", "-o", "-")
        assert "## Bitte zuerst ansehen" in text
        assert "98,1 g" in text
        assert "98.1" not in text

    def test_json_stays_as_programs_know_it(self, page):
        told = json.loads(page("report", "--format", "json", "-o", "-"))
        assert told["footer"].startswith("Owner's observations, not clinical findings.")
        assert told["observed"]["nights"][-2]["weight_g"] == 98.1
        words = [each["milestone"]["words"] for each in told["computed"]["milestones"]]
        assert "rump off the floor" in words


class TestThePlainTwin:
    def test_the_nights_are_german(self, page):
        assert "11 von 14 Nächten eingetragen" in page("--plain", "list")

    def test_a_plot_in_words_is_german(self, page):
        assert "Meilensteine, jeder bei zwei Bewertungen gesehen:" in page("--plain", "plot")

    def test_no_command_of_the_diary_falls(self, page):
        said = [page(*each.split()) for each in ("tonight", "diet", "hints", "medicine list")]
        assert all(said)
