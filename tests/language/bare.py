"""Words in the code that would reach an owner in English only: literals that nothing translates.

    python tests/language/bare.py [FILE …]   show them, those of the files named or all
    python tests/language/bare.py shrink     lower the numbers of the table to what there is

A literal with prose (two words, or a word with a capital) is taken for one unless it is an
argument of `t`, `tn`, `tc` or `marked`, is declared (a label, a step, a help text: `gathering`), or
stands where only programs look: CSS, SQL, a key, an id, a pattern, an annotation, a docstring.
What is left and stays English is counted in `bare_words.txt`, a line for each file with its reason.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gathering import PACKAGE, command_texts, declared_texts

TABLE = Path(__file__).with_name("bare_words.txt")

TRANSLATING = {"t", "tn", "tc", "marked"}

FOR_PROGRAMS = {
    # patterns, paths, time formats
    "compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer", "strftime",
    "fromisoformat", "Path", "with_name", "with_suffix", "joinpath", "glob", "rglob", "open",
    # types, names and look-ups
    "TypeVar", "ParamSpec", "NewType", "ContextVar", "Literal", "cast", "getattr", "setattr",
    "hasattr", "get", "getenv", "pop", "setdefault", "import_module", "which", "Color", "parse",
    # SQL
    "execute", "executemany", "executescript", "rows", "number",
    # Textual's selectors and actions
    "query", "query_one", "query_exactly_one", "add_class", "remove_class", "has_class",
    "set_class", "toggle_class", "run_action", "get_child_by_id", "get_widget_by_id", "set_styles",
    # text about text
    "startswith", "endswith", "removeprefix", "removesuffix", "replace", "partition", "rpartition",
    "strip", "lstrip", "rstrip", "encode", "decode", "count", "index", "find", "isinstance",
    # programs, commands as examples, colours; what a Binding says is shown by no screen
    "Popen", "examples", "verb", "Binding", "Theme",
}  # fmt: skip
"""Calls whose words no owner reads."""

FOR_PROGRAMS_BY_NAME = {
    "id", "classes", "action", "key", "style", "encoding", "mode", "metavar", "errors", "envvar",
    "param_type", "suffix", "prefix", "dir", "newline", "sep", "code", "kind", "role", "lang",
    "unit", "field", "column", "table", "ink", "inks", "colour", "color", "dest", "group",
    "pattern",
}  # fmt: skip
"""The same for arguments given by name."""

NAMES = {"CSS", "DEFAULT_CSS", "SCOPED_CSS", "__all__", "COMPONENT_CLASSES", "BINDING_GROUP_TITLE"}
"""What is assigned to these is for programs."""

KEYS = {"Enter", "Esc", "Tab", "Bksp", "Del", "Home", "End", "Home End", "Space"}
"""Names of keys, which stand on the keys of every country's screens here."""

TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:.!?…’”)]*[ \n][“(‘]?[^\W\d_]{2,}")
CAPITAL = re.compile(r"(?<![\w./\\$%#@{-])[A-ZÄÖÜ][a-zäöüß]{2,}(?![\w(=])")
SQL = re.compile(
    r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE"
    r"|ATTACH|ALTER|WITH|VACUUM|WHERE|FROM|AND|ON CONFLICT|VALUES|EXISTS|LEFT JOIN|LIMIT)\b"
    r"|\b(ORDER BY|IS NOT NULL|IS NULL|NOT NULL|MATCH \?|BETWEEN \?|LIKE \?|CHECK \(|INTEGER)"
    r"| (=|<|IN) \?"
)


def is_prose(text: str) -> bool:
    """Whether these are words for people: two of them, or one with a capital."""
    if text.strip() in KEYS or SQL.search(text):
        return False
    return bool(TWO_WORDS.search(text) or CAPITAL.search(text))


def declared() -> set[str]:
    """English texts that are translated where they are read: fields that are shown, help texts."""
    return {each.words for _, each in declared_texts()} | {each.words for each in command_texts()}


def bare_in(source: str, known: set[str]) -> list[tuple[int, str]]:
    """The line and the words of each such literal."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    found = []
    for node in ast.walk(tree):
        words = _words(node)
        if words is None or isinstance(parents.get(node), ast.JoinedStr | ast.FormattedValue):
            continue
        if _is_made_before(node, parents.get(node)) or (
            is_prose(words) and words not in known and not _is_for_programs(node, parents)
        ):
            found.append((node.lineno, words))  # type: ignore[attr-defined]
    return sorted(found)


def _is_made_before(node: ast.AST, parent: ast.AST | None) -> bool:
    """An f-string in `t`: it is looked up with its values in it, which no catalogue has."""
    return (
        isinstance(node, ast.JoinedStr)
        and isinstance(parent, ast.Call)
        and _called(parent) in TRANSLATING
    )


def _words(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values
        )
    return None


def _is_for_programs(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> bool:
    """Whether it is translated already, or stands where only programs look."""
    if isinstance(parents.get(node), ast.Expr):
        return True  # a docstring
    while node in parents:
        child, node = node, parents[node]
        match node:
            case ast.Compare() | ast.Subscript() | ast.MatchValue() | ast.Assert() | ast.arg():
                return True
            case ast.Dict() if child in node.keys:
                return True
            case ast.Attribute():
                return True  # ", ".join(…), "{}…".format(…)
            case ast.FormattedValue():
                pass
            case ast.keyword() if node.arg in FOR_PROGRAMS_BY_NAME:
                return True
            case ast.Call() if child is not node.func and _called(node) in (
                TRANSLATING | FOR_PROGRAMS
            ):
                return True
            case ast.AnnAssign() if child is node.annotation:
                return True
            case ast.Assign() | ast.AnnAssign():
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                return any(isinstance(each, ast.Name) and each.id in NAMES for each in targets)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                return child is getattr(node, "returns", None)
            case ast.stmt():
                return False
    return False


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def bare_by_file() -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Every file of the package with its bare words."""
    known = declared()
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        yield name, bare_in(path.read_text(encoding="utf-8"), known)


def allowed() -> dict[str, tuple[int, str]]:
    """By file, how many are allowed and why."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, count, why = line.split(maxsplit=2)
            found[name] = (int(count), why)
    return found


def main(arguments: list[str]) -> None:
    if arguments == ["shrink"]:
        there = {name: len(found) for name, found in bare_by_file()}
        kept = {
            name: (min(most, there.get(name, 0)), why) for name, (most, why) in allowed().items()
        }
        head = [line for line in TABLE.read_text().splitlines() if line.startswith("#")]
        lines = [f"{name:<34}{most:>3}  {why}" for name, (most, why) in kept.items() if most]
        TABLE.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
        return
    most = allowed()
    for name, found in bare_by_file():
        if found and (not arguments or any(name in each for each in arguments)):
            print(f"{name}: {len(found)}, allowed {most.get(name, (0, ''))[0]}")
            for line, words in found:
                print(f"  {line}: {words[:100]!r}")


if __name__ == "__main__":
    main(sys.argv[1:])
