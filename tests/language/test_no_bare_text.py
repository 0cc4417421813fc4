"""No new text in English slips past the translators."""

import pytest
from bare import allowed, bare_by_file, bare_in, is_prose

TRANSLATED = """
from hamdiary.domain.language import marked, t, tn
TITLE = marked("A title for people")
def said(n, name):
    "A docstring says what it does."
    assert n, "never nothing at all"
    return t("{name} was weighed").format(name=name) + tn("{n} night now", "{n} nights now", n)
"""
BARE = """
TITLE = "A title for people"
def said(name):
    return f"{name} was weighed on the scales"
"""
FOR_PROGRAMS = """
CSS = "Screen Label { color: red }"
def asked(conn, thing, path):
    conn.execute("SELECT name FROM hamsters ORDER BY row")
    thing.query_one("Card Label", id="Some Card")
    return {"Some Key": path}["Some Key"] == "Two Words"
"""


@pytest.fixture(scope="module")
def found():
    return dict(bare_by_file())


def test_no_file_has_more_words_in_english_only_than_it_is_allowed(found):
    most = allowed()
    too_many = [
        f"{name}: {len(words)} of {most.get(name, (0, ''))[0]} allowed: {words}"
        for name, words in found.items()
        if len(words) > most.get(name, (0, ""))[0]
    ]
    assert too_many == [], "wrap new words in t or tn (hamdiary/domain/language.py)"


def test_each_line_of_the_table_is_about_a_file_and_has_a_reason(found):
    assert set(allowed()) <= set(found)
    assert all(why for _, why in allowed().values())


def test_what_is_translated_is_not_bare():
    assert bare_in(TRANSLATED, set()) == []


def test_a_constant_and_a_sentence_with_values_are_found():
    assert bare_in(BARE, set()) == [
        (2, "A title for people"),
        (4, "{} was weighed on the scales"),
    ]


def test_a_text_that_has_its_values_before_it_is_looked_up_is_found():
    assert bare_in('def said(n): return t(f"{n} g")', set()) == [(1, "{} g")]


def test_what_is_declared_elsewhere_is_translated_where_it_is_read():
    assert bare_in(BARE, {"A title for people"}) == [(4, "{} was weighed on the scales")]


def test_what_only_programs_read_is_let_alone():
    assert bare_in(FOR_PROGRAMS, set()) == []


@pytest.mark.parametrize("words", ["two words", "Word", "it is, however", "Käfig"])
def test_prose(words):
    assert is_prose(words)


@pytest.mark.parametrize("code", ["leg_left", "--by", "%H:%M", "a", "utf-8", "Enter", "", "g/ml"])
def test_no_prose(code):
    assert not is_prose(code)
