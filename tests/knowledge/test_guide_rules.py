"""From a hint to the page of the guide that speaks of it."""

import pytest

from hamdiary.knowledge.guide import contents, topic
from hamdiary.knowledge.guide_rules import FIRST_READ, place_about
from hamdiary.knowledge.hints import rules_worded


@pytest.mark.parametrize("rule", rules_worded())
def test_every_hint_leads_to_a_place_that_the_guide_has(rule):
    page, _, fact = place_about(rule).partition("/")
    assert page in contents()
    if fact:
        (meant,) = [each for each in topic(page).facts if each.slug == fact]
        assert rule in meant.rules


def test_what_to_do_right_now_is_read_before_the_causes():
    assert place_about("R05").startswith(f"{FIRST_READ}/")


def test_a_hint_of_which_the_guide_has_nothing_leads_to_what_to_do_right_now():
    assert place_about("R45") == FIRST_READ
