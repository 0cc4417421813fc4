"""The README against the program: what a reader types, presses or looks at is really there."""

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from textual import events

from hamdiary.cli.calling import run
from hamdiary.cli.invocation import Invocation
from hamdiary.cli.program import Program, program
from hamdiary.domain.hamster import Hamster
from hamdiary.domain.night import Night
from hamdiary.domain.questions import night_questions
from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.tui.app import HamdiaryApp
from hamdiary.tui.start import Start

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
PAGES = {page.name: page.read_text(encoding="utf-8") for page in ROOT.glob("*.md")}
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith("hamdiary ")]
MENTIONED = sorted(set(re.findall(r"`(hamdiary [^`]+)`", "".join(PAGES.values()))))
PICTURES = sorted(set(re.findall(r"screenshots/([\w-]+)\.svg", "".join(PAGES.values()))))
TESTING = [line for line in README.splitlines() if "venv-tests/bin/pytest" in line]

FULL_SCREEN = ["hamdiary demo"]
"""What opens a window; it is parsed and not run."""


@pytest.fixture
def environment(tmp_path):
    return {
        "HAMDIARY_HOME": str(tmp_path / "home"),
        "HAMDIARY_NOW": "2026-11-22T21:16:00+01:00",
        "TZ": "Europe/Berlin",
    }


# What is typed


@pytest.mark.skipif(sys.platform == "win32", reason="a line for sshd")
def test_the_line_for_a_carers_key_lets_them_do_what_it_says_and_nothing_else(environment):
    (forced,) = re.findall(r'^ *command="(.*)",no-port-forwarding', README, re.MULTILINE)
    bin_folder = str(Path(sys.executable).parent)
    known = {**os.environ, **environment, "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}

    def over_ssh(asked, typed=""):
        """As sshd does it: the forced command by a shell, what was asked for in a variable."""
        return subprocess.run(
            ["/bin/sh", "-c", forced],
            env={**known, "SSH_ORIGINAL_COMMAND": asked},
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert over_ssh("setup --name Biscuit").returncode == 0
    assert over_ssh("log --gait 3").returncode == 0
    assert over_ssh("log --note -", "slept well").returncode == 0
    history = over_ssh("history").stdout
    assert "MM" in history and "slept well" in history
    for hostile in ("tonight; id", "tonight | cat", "log --note $(id)", "tonight && id", "`id`"):
        answer = over_ssh(hostile)
        assert "uid=" not in answer.stdout + answer.stderr


def parsed(line, environment):
    """Take a command line apart with the real program, without running anything."""
    _, name, *words = shlex.split(line)
    with click.Context(program, obj=Invocation(environment)) as context:
        return program.get_command(context, name).make_context(name, words, parent=context)


def test_the_readme_shows_its_commands():
    assert len(COMMANDS) >= 10
    assert "hamdiary demo" in COMMANDS


def test_every_command_line_of_the_readme_works_one_after_the_other(
    environment, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    failed = {}
    for line in COMMANDS:
        if line not in FULL_SCREEN:
            with CliRunner().isolation(env=environment) as (out, err, _):
                code = run(shlex.split(line)[1:], {**os.environ, **environment})
            if code != 0 or err.getvalue():
                failed[line] = (code, err.getvalue().decode())
            assert out.getvalue(), line
    assert not failed


@pytest.mark.parametrize("line", FULL_SCREEN)
def test_a_command_that_opens_a_window_is_read_as_it_is_written(environment, line):
    assert parsed(line, environment).info_name == line.split()[1]


@pytest.mark.parametrize("line", MENTIONED)
def test_a_command_named_in_the_text_exists(environment, line):
    _, *words = shlex.split(line)
    if words[0] == "help":
        assert set(words[1:]) <= {*Program.places, "COMMAND"}
    elif words[0].startswith("-"):
        assert words[0] in {option for each in program.params for option in each.opts}
    else:
        assert words[0] in Program.places


def test_an_option_that_is_not_there_would_be_noticed(environment):
    with pytest.raises(click.UsageError):
        parsed("hamdiary demo --no-such-option", environment)


def test_the_options_named_in_the_text_exist():
    log = program.get_command(click.Context(program), "log")
    known = {option for each in [*program.params, *log.params] for option in each.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z-]+", "\n".join(re.findall(r"`(--[^`]*)`", README))))
    assert named and named <= known


def test_the_slip_that_the_readme_quotes_is_one_that_is_asked_about():
    typed, meant = re.search(r'"([\d.]+) g: did you mean ([\d.]+) g\?"', README).groups()
    night = Night("h", date(2026, 11, 22), weight_g=float(typed))
    (question,) = night_questions(night, {"weight_g"}, Hamster("h", species="syrian"), [])
    assert question.instead == float(meant)


# What is pressed

TABLE = re.findall(r"^\| (`.+?) \| (.+?) \|$", README, re.MULTILINE)
NAMES = {
    "x": "x", "=": "equals_sign", "Backspace": "backspace", "Enter": "enter", "n": "n",
    "?": "question_mark", "<": "less_than_sign", ">": "greater_than_sign",
    "Ctrl+Z": "ctrl+z", "Ctrl+Y": "ctrl+y", "Ctrl+P": "ctrl+p",
    "Ctrl+Q": "ctrl+q", "Ctrl+L": "ctrl+l",
}  # fmt: skip
KEYS = sorted({key for keys, _ in TABLE for key in re.findall(r"`(.+?)`", keys)})


def test_the_readme_has_its_table_of_keys():
    assert len(KEYS) >= 15


@pytest.fixture
async def window(environment):
    start = Start.of(environment, None, None)
    session = start.make_diary()
    record_hamster(session, new_hamster(), {"name": "Biscuit", "species": "syrian"})
    session.diary.close()
    app = HamdiaryApp(Start.of(environment, None, None))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        yield app


def does_something(window, key):
    name, character = NAMES.get(key, key), key if len(key) == 1 else None
    form = window.screen.tonight.form
    return name in window.screen.active_bindings or form.take_key(events.Key(name, character))


@pytest.mark.parametrize("key", KEYS)
async def test_every_key_of_the_table_does_something(window, key):
    assert does_something(window, key)


async def test_a_key_that_is_not_there_would_be_noticed(window):
    assert not any(does_something(window, key) for key in ("u", "!", "Ctrl+B", "f12"))


async def test_f2_of_the_first_run_shows_the_sample_diary(environment):
    assert "`F2` shows a sample" in README
    app = HamdiaryApp(Start.of(environment, None, None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "f2" in app.screen.active_bindings


# What is looked at


@pytest.fixture(scope="module")
def made_pictures():
    code = "import make; print(*(name for each in make.PICTURES for name in each.names))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "screenshots", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_that_a_page_shows_exists_and_is_written_by_the_script(made_pictures, name):
    assert (ROOT / "screenshots" / f"{name}.svg").exists()
    assert name in made_pictures


def test_the_readme_opens_with_a_picture():
    assert README.startswith("![") and ".svg)" in README.splitlines()[0]


def test_every_picture_is_written_by_the_script_and_every_one_written_is_there(made_pictures):
    assert sorted(made_pictures) == sorted(each.stem for each in ROOT.glob("screenshots/*.svg"))


def test_the_picture_of_the_report_is_written_by_its_script(tmp_path):
    place = tmp_path / "page1.png"
    script = ROOT / "screenshots" / "report.py"
    done = subprocess.run([sys.executable, str(script), str(place)], capture_output=True)
    assert done.returncode == 0, done.stderr
    assert place.read_bytes().startswith(b"\x89PNG")
    assert "screenshots/report-page1.png" in README


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_project_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", PAGES[page]):
        assert (ROOT / target).exists(), target


# What is said about building


def test_the_gate_runs_the_test_command_of_the_readme_and_no_other():
    (command,) = TESTING
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"grep -m 1 '(.+?)' README\.md", gate)
    found = next(line for line in README.splitlines() if re.search(pattern, line))
    assert found == command
    assert 'bash -c "$command"' in gate
    assert [line for line in gate.splitlines() if "pytest" in line] == [
        f"command=$(grep -m 1 '{pattern}' README.md)"
    ]


def test_the_test_command_is_the_same_wherever_it_is_written():
    (command,) = TESTING
    assert command in PAGES["CONTRIBUTING.md"].splitlines()


def test_all_set_up_takes_one_command_and_all_tests_another():
    lines = [line for block in BLOCKS for line in block.splitlines() if "venv" in line]
    assert len(lines) == 2
    assert all(line.startswith("python3 -m venv ") and " && " in line for line in lines)


def test_the_changelog_names_the_commands_that_there_are():
    (named,) = re.findall(r"\* The command line: (.*?), with", CHANGELOG, re.DOTALL)
    assert set(re.findall(r"`(\w+)`", named)) == set(Program.places)


REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "anaconda" + ".org",
              "crates" + ".io", "index-" + "url")  # fmt: skip


def test_no_file_names_a_package_registry():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    files = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    assert ROOT / "pyproject.toml" in files
    for file in files:
        text = file.read_bytes().decode("utf-8", "replace") if file.is_file() else ""
        assert not [each for each in REGISTRIES if each in text], file
