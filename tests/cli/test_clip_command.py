"""Clips and questions for the vet on the command line."""

import pytest


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "left.mp4"
    path.write_bytes(b"film")
    return str(path)


def clips(run):
    return run("clip", "list", "--json").json["clips"]


def questions(run):
    return run("question", "list", "--json").json["questions"]


def test_a_clip_is_listed_with_all_that_is_known_of_it(biscuit, film):
    done = biscuit("clip", "add", film, "--night", "yesterday", "--side", "left", "--at", "21:30",
                   "--remark", "drags the left toes", "--json")  # fmt: skip
    clip = done.json["clip"]
    assert (clip["path"], clip["evening"], clip["side"]) == (film, "2026-11-21", "left")
    assert (clip["at"], clip["remark"], clip["file"]) == ("21:30", "drags the left toes", "there")


def test_the_night_is_tonight_unless_it_is_said(biscuit, film):
    done = biscuit("clip", "add", film)
    assert done.out == "Biscuit: left.mp4, night of Sunday 22 November 2026: listed\n"


def test_a_missing_file_is_asked_about_and_said_in_the_list(biscuit, film):
    done = biscuit("clip", "add", "/nowhere/walk.mp4")
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "there is no such file now" in done.err and "--yes" in done.err
    assert clips(biscuit) == []
    biscuit("clip", "add", "/nowhere/walk.mp4", "--yes")
    biscuit("clip", "add", film)
    page = biscuit("clip").out.splitlines()
    assert page[1].startswith("  2  Sun 22 Nov 2026  /")
    assert any("file missing" in line for line in page)
    assert [each["file"] for each in clips(biscuit)] == ["there", "missing"]


@pytest.mark.parametrize(
    "arguments",
    [[""], ["/x/a.mp4", "--side", "top"], ["/x/a.mp4", "--night", "30 Feb"],
     ["/x/a.mp4", "--at", "25:00"], ["/x" * 2500, "--yes"], ["/x/a.mp4", "--remark", " "]],
)  # fmt: skip
def test_what_cannot_be_is_one_clear_line(biscuit, arguments):
    done = biscuit("clip", "add", *arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert clips(biscuit) == []


def test_a_name_full_of_tricks_is_listed_as_one_harmless_line(biscuit):
    odd = "/nowhere/\x1b]52;c;eA==\x07[/]=HYPERLINK(1)\n\u202e .mp4"
    assert biscuit("clip", "add", odd, "--yes").code == 0
    assert clips(biscuit)[0]["path"] == odd
    page = biscuit("clip").out
    assert "\x1b" not in page and "\u202e" not in page and "[/]=HYPERLINK(1)" in page


def test_one_is_edited_forgotten_and_brought_back(biscuit, film):
    biscuit("clip", "add", film, "--at", "21:30")
    assert biscuit("clip", "edit", "1", "--side", "behind", "--clear", "at").code == 0
    assert (clips(biscuit)[0]["side"], clips(biscuit)[0]["at"]) == ("behind", None)
    assert biscuit("clip", "edit", "1").code == 2
    assert biscuit("clip", "edit", "1", "--at", "20", "--clear", "at").code == 2
    assert biscuit("clip", "delete", "1").code == 2
    assert "the file is left alone" in biscuit("clip", "delete", "1", "--yes").out
    assert clips(biscuit) == []
    biscuit("undo")
    assert len(clips(biscuit)) == 1


@pytest.mark.parametrize(
    "words", [["clip", "edit", "7", "--at", "9"], ["clip", "delete", "7", "--yes"],
              ["clip", "open", "7"], ["question", "answer", "7"], ["question", "edit", "7", "x"],
              ["question", "delete", "7", "--yes"]],
)  # fmt: skip
def test_a_number_that_none_has_is_exit_code_66(biscuit, words):
    assert biscuit(*words).code == 66


def test_opening_says_what_is_wrong_in_one_line(biscuit, tmp_path):
    biscuit("clip", "add", "/nowhere/walk.mp4", "--yes")
    done = biscuit("clip", "open", "1", PATH=str(tmp_path))
    assert (done.code, done.err) == (1, "hamdiary: walk.mp4: there is no such file now\n")


def test_the_help_says_how_to_film(biscuit):
    assert "Film every time in the same way" in biscuit("clip", "--help").out


def test_lines_fit_the_terminal(biscuit):
    biscuit("clip", "add", f"/nowhere/{'word ' * 40}.mp4", "--yes", "--remark", "word " * 70)
    biscuit("question", "add", "word " * 70)
    for name in ("clip", "question"):
        for line in biscuit(name, "list", COLUMNS="40").out.splitlines():
            assert len(line) <= 40


def test_nothing_to_list_is_said(biscuit):
    assert "No clip of Biscuit" in biscuit("clip", "list").out
    assert "No question about Biscuit" in biscuit("question").out


def test_a_question_is_noted_answered_and_asked_again(biscuit):
    assert biscuit("question", "add", "How long should he rest?").out == (
        "Biscuit: How long should he rest? (of Sun 22 Nov): noted\n"
    )
    biscuit("question", "add", "Which bedding?", "--on", "yesterday")
    assert [each["number"] for each in questions(biscuit)] == [1, 2]
    biscuit("question", "answer", "1", "-", typed="fleece,\nnot wood\n")
    (_, answered) = questions(biscuit)
    assert (answered["question"], answered["answer"]) == ("Which bedding?", "fleece,\nnot wood")
    assert (answered["answered_on"], answered["open"]) == ("2026-11-22", False)
    assert "✓ Which bedding? (answered Sun 22 Nov)" in biscuit("question").out
    biscuit("question", "edit", "1", "--open")
    assert all(each["open"] and each["answer"] is None for each in questions(biscuit))
    biscuit("question", "answer", "1")
    assert questions(biscuit)[1]["answered_on"] == "2026-11-22"


@pytest.mark.parametrize(
    "words", [["add", " "], ["add", "x" * 401], ["add", "x", "--on", "30 Feb"],
              ["add", "x", "--on", "tomorrow"], ["edit", "1"],
              ["edit", "1", "--open", "--answer", "y"]],
)  # fmt: skip
def test_a_question_that_cannot_be_is_one_clear_line(biscuit, words):
    biscuit("question", "add", "How long?")
    done = biscuit("question", *words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert [each["question"] for each in questions(biscuit)] == ["How long?"]


def test_a_question_is_deleted_and_brought_back(biscuit):
    biscuit("question", "add", "How long?")
    assert biscuit("question", "delete", "1").code == 2
    biscuit("question", "delete", "1", "--yes")
    assert questions(biscuit) == []
    biscuit("undo")
    assert len(questions(biscuit)) == 1
