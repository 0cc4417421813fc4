"""What the owner notes about a hint: told the vet, or seen."""

from typing import get_args

from hamdiary.domain.hint_notes import HintNote, NoteKind, UrgencyCode
from hamdiary.domain.hints.hint import Urgency
from hamdiary.domain.measures import Choice, measures_of


def codes(name):
    kind = measures_of(HintNote)[name].kind
    assert isinstance(kind, Choice)
    return kind.codes


def test_the_types_and_the_declarations_say_the_same():
    assert codes("kind") == get_args(NoteKind)
    assert codes("urgency") == get_args(UrgencyCode)


def test_it_knows_every_urgency():
    assert set(codes("urgency")) == {urgency.code for urgency in Urgency}


def test_a_note_says_when_by_whom_and_what_the_vet_said():
    assert {"at_utc", "evening", "who", "said"} <= set(measures_of(HintNote))
