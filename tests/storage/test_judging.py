"""Looking at very many foreign changes at once lets nothing pass that a look at each would not."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamdiary.domain.foreign import trouble_with
from hamdiary.storage.entries import Entry, change_from
from hamdiary.storage.field_texts import CheckedTexts, FieldTexts
from hamdiary.storage.judging import Judge

PARTS = (
    '"gait":{"to":3}', '"gait":{"to":3.0}', '"gait":{"to":true}', '"gait":{"to":17}',
    '"gait":{"to":3,"over":["2@aa"]}', '"gait":{"to":3,"over":["900@aa"]}',
    '"gait":{"to":3,"over":["2@a a"]}', '"gait":{"to":3,"over":[]}', '"gait":{"to":null}',
    '"evening":{"to":"2025-06-17"}', '"evening":{"to":"2025-06-31"}', '"evening":{"to":""}',
    '"started_utc":{"to":"2025-06-17T21:00:00Z"}', '"started_utc":{"to":"2025-06-17T24:00:00Z"}',
    '"started_utc":{"to":"0025-06-17T21:00:00Z"}', '"started_utc":{"to":"2025-06-17T21:00:00Z\\n"}',
    '"note":{"to":"},\\"gait\\":{\\"to\\":3"}', '"note":{"to":",\\"over\\":[\\"2@aa\\"]"}',
    '"note":{"to":"\\u0000"}', '"note":{"to":""}', '"note":{"to":1}', '"note":{"to":"slept"}',
    '"weight_g":{"to":118.4}', '"weight_g":{"to":1e2}', '"weight_g":{"to":-1}',
    '"walked":{"to":"far"}', '"Gait":{"to":3}', '"gait":{"to":3,"x":1}',
)  # fmt: skip

TEXTS = st.lists(st.sampled_from((*PARTS, '"weight_g":{"to":[1]}')), min_size=0, max_size=3).map(
    lambda parts: "{" + ",".join(parts) + "}"
)


def night(day: int, fields: str = '{"gait":{"to":3},"weight_g":{"to":118.4}}') -> Entry:
    return Entry("aa", 5 + day, f"2025-06-{day:02}T21:00:00Z", "Europe/Berlin", "LB", "night",
                 f"h1/2025-06-{day:02}", fields, None, None)  # fmt: skip


SOUND = [*map(night, range(1, 20))]

ODD = [
    *({"fields": f"{{{part}}}"} for part in PARTS),
    *({"kind": "outing", "id": "h1/0f", "fields": f"{{{part}}}"} for part in PARTS),
    *({"device": text} for text in ("a a", "")),
    *({"zone": text} for text in ("", "a b", "\u202e")),
    *({"carer": text} for text in (None, "", "a\nb", "much too long a name")),
    *({"lamport": count} for count in (-1, 0, 10**12, 10**12 + 1, True, 2.0)),
    *({"at_utc": at} for at in ("2025-02-30T21:00:00Z", "2025-06-17T21:60:00Z", "2025-06-17", "")),
    *({"id": thing} for thing in ("h1", "h1/", "/2025-06-17", "h1/2025-02-30", "h1/2025-06-17/x")),
    *({"id": thing} for thing in ("", "h1/2025-06-17\n", "h1/2025-06-17\nh1/2025-06-18", "h\x00")),
    *({"kind": kind} for kind in ("walk", "hamster", "", "Night")),
    *({"undoes": name} for name in ("2@aa", "900@aa")),
    {"redoes": "2@aa"},
    {"undoes": "2@aa", "redoes": "2@aa"},
]  # fmt: skip


@pytest.mark.parametrize("texts", [FieldTexts, CheckedTexts])
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_what_is_taken_unseen_is_what_would_be_taken_seen(odd, texts) -> None:
    one = night(20)._replace(**odd)
    judge = Judge(texts())
    doubtful = judge.doubtful([*SOUND[:9], one, *SOUND[9:]])
    try:
        wanted = trouble_with(change_from(one))
    except (ValueError, TypeError):
        return  # whoever has read it has refused it
    assert (judge.trouble_with(one) if one in doubtful else None) == wanted


def test_ordinary_changes_need_no_closer_look() -> None:
    assert Judge(CheckedTexts()).doubtful(SOUND) == []


@given(TEXTS)
@settings(max_examples=500, deadline=None)
def test_a_text_is_as_written_only_if_it_would_be_written_so_again(text: str) -> None:
    texts = CheckedTexts()
    said = texts[text]
    assert said == FieldTexts()[text] or (said.to, said.over) == FieldTexts()[text][:2]
    pairs = json.loads(text, object_pairs_hook=list)
    names = [name for name, _ in pairs]
    again = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    plain = all(
        [key for key, _ in field] in (["to"], ["to", "over"])
        and not isinstance(field[0][1], list)
        and field[1:] != [("over", [])]
        and "a a" not in str(field)
        for _, field in pairs
    )
    wanted = again == text and len(names) == len(set(names)) and plain
    assert (text in texts.as_written) == wanted
