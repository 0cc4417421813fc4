"""Every number of the rules has a letter and a place where it stands."""

import re
from pathlib import Path

import pytest

from hamdiary.domain.hints import thresholds
from hamdiary.domain.hints.rules import RULES


def every_threshold() -> dict[str, thresholds.Threshold]:
    """Each number by its name here, those in tables by table and entry."""
    found: dict[str, thresholds.Threshold] = {}
    for name, value in vars(thresholds).items():
        if isinstance(value, thresholds.Threshold):
            found[name] = value
        elif name.isupper() and isinstance(value, dict):
            for entry, of in value.items():
                several = of if isinstance(of, tuple) else (of,)
                found |= {f"{name}[{entry}]{n or ''}": each for n, each in enumerate(several)}
    return found


EVERY = every_threshold()
RULE_MODULES = sorted(Path(thresholds.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("name", EVERY)
def test_it_has_a_unit_a_letter_and_a_source(name):
    each = EVERY[name]
    assert each.value >= 0 and each.unit and each.confidence in "HMLD"
    assert re.match(r"domain §[0-9]", each.source)


def test_none_is_left_unused():
    used = "".join(path.read_text(encoding="utf-8") for path in RULE_MODULES)
    for name in (each.partition("[")[0] for each in EVERY):
        assert f"T.{name}" in used, name


def test_the_rules_stand_in_their_order():
    assert list(RULES) == sorted(RULES)
