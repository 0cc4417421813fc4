"""The table of the README that a script measures: where it goes, and what it may say."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def peers():
    spec = importlib.util.spec_from_file_location("peers", ROOT / "tests/benchmarks/peers.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["peers"] = module
    spec.loader.exec_module(module)
    return module


def test_the_text_replaces_what_stands_between_the_markers(peers):
    page = f"before\n{peers.BEGIN}\nold\n{peers.END}\nafter"

    assert peers.written_into(page, "new") == f"before\n{peers.BEGIN}\nnew\n{peers.END}\nafter"


@pytest.mark.parametrize("page", ["", "{0}", "{1}{0}", "{0}{1}{0}{1}"])
def test_a_page_without_one_pair_of_markers_is_left_alone(peers, page):
    with pytest.raises(ValueError):
        peers.written_into(page.format(peers.BEGIN, peers.END), "new")


def test_the_table_gives_multiples_of_what_is_bare(peers):
    found = [peers.Measured("ours", ready=[1.2, 1.3, 1.9], memory=[1.2], key=[1.2], ran=[1.5]),
             peers.Measured("import", ran=[1])]  # fmt: skip
    rows = peers.table(found, 3).splitlines()

    assert "| ours | 1.30 | 1.20 | 1.20 | 1.50 |" in rows
    assert "| import | – | – | – | 1.00 |" in rows
    assert "3 such pairs" in rows[-1]


def test_the_readme_has_the_markers_and_a_table_of_every_peer(peers):
    assert peers.written_into(README, "")
    between = README.partition(peers.BEGIN)[2].partition(peers.END)[0]
    for name in ("hamdiary", *peers.PEERS):
        assert re.search(rf"^\| \**{name}", between, re.MULTILINE), name
