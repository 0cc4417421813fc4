"""The settings of this device listed with what they do, and changed one by one."""

import re
from typing import Any

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import t
from hamdiary.domain.setting_kinds import Setting, WrongValue
from hamdiary.domain.settings import Settings
from hamdiary.domain.settings_listed import Raw, as_raw, choices_of, settings_of
from hamdiary.services.clock import BadSetting
from hamdiary.services.settings import (
    Key,
    checked,
    forget_settings,
    load_settings,
    nearest_to,
    text_of,
)
from hamdiary.storage.locations import Home
from hamdiary.storage.settings_file import alone_at, replace_whole


@dataclass(frozen=True)
class SettingLine:
    """One setting as the list of settings shows it."""

    name: str
    """Its whole name: "reminders.log.at"."""
    value: Raw
    """What holds now, as the file would keep it."""
    default: Raw
    """What holds where nobody says anything."""
    words: str
    """What it does."""
    choices: tuple[str, ...] = ()
    """All that it can be, where that is little."""


def setting_lines(home: Home) -> list[SettingLine]:
    """Every setting with its value; BadSetting if the file cannot be followed."""
    settings, defaults = load_settings(home), Settings()
    return [
        SettingLine(
            ".".join(key),
            as_raw(_at(settings, key)),
            as_raw(_at(defaults, key)),
            each.words,
            choices_of(each.kind),
        )
        for key, each in settings_of(Settings())
    ]


def times_set(home: Home, name: str) -> str:
    """The times of day that a setting holds, as one types them; BadSetting if it cannot be read."""
    raw = as_raw(_at(load_settings(home), tuple(name.split("."))))
    return " ".join(raw) if isinstance(raw, list) else str(raw)


def set_setting(home: Home, name: str, value: str | bool | int) -> SettingLine:
    """Write one setting into the file, which keeps its comments and order; the setting then.

    BadSetting if there is no such setting, if it cannot be `value`, or if the file as it stands
    cannot be followed; the file is left alone then. DiaryTrouble if it could not be written.
    """
    key, each = _setting_named(name)
    try:
        wanted = each.kind.typed(str(value))
    except WrongValue as error:
        raise BadSetting(f"{name} {error}") from error
    with alone_at(home.settings) as path:
        before = text_of(path)
        checked(path, before)
        after = _with_value(before, key, as_raw(wanted))
        if _at(checked(path, after), key) != wanted:
            raise BadSetting(
                t("{path}: {setting} could not be changed; change it in an editor").format(
                    path=path, setting=name
                )
            )
        replace_whole(path, after)
    forget_settings(home)
    default = _at(Settings(), key)
    return SettingLine(name, as_raw(wanted), as_raw(default), each.words)


def _setting_named(name: str) -> tuple[Key, Setting]:
    known = {".".join(key): (key, each) for key, each in settings_of(Settings())}
    if name in known:
        return known[name]
    below = [each for each in known if each.startswith(f"{name}.")]
    if below:
        raise BadSetting(
            t("{setting} has several settings: {below}").format(
                setting=name, below=", ".join(below)
            )
        )
    raise BadSetting(
        t("there is no setting {setting}; {nearest}").format(
            setting=name[:60], nearest=nearest_to(tuple(name.split(".")))
        )
    )


def _with_value(text: str, key: Key, raw: Raw) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    table: Any = document
    header = re.escape(".".join(key[:-1]))
    for depth, part in enumerate(key[:-1]):
        if part not in table:
            # A table that only holds tables needs no line of its own.
            table[part] = tomlkit.table(is_super_table=depth < len(key) - 2)
        table = table[part]
    table[key[-1]] = raw
    written = tomlkit.dumps(document)
    if re.search(rf"^\[{header}\]", text, re.MULTILINE):
        return written
    return re.sub(rf"(?<=[^\n]\n)(\[{header}\])", r"\n\1", written)


def _at(tree: Any, key: Key) -> Any:
    for part in key:
        tree = getattr(tree, part)
    return tree
