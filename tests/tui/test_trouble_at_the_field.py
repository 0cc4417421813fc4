"""A file that cannot be read or written: why stands at the field, beside what was typed."""

import pytest
from textual.widgets import Input

from hamdiary.tui.dialogs.fields import AskForm, FieldsDialog

ASKED = ("export", "import", "merge", "send")


@pytest.mark.parametrize("action", ASKED)
async def test_why_a_file_cannot_be_used_is_said_at_the_field_and_stays(evening, action):
    async with evening.window() as pilot:
        await evening.app.screen.run_action(f"screen.{action}")
        await pilot.pause()
        await pilot.press("end", "ctrl+u", *"/nowhere/at/all", "f10")
        for _ in range(50):
            await pilot.pause(0.02)
            asked = evening.app.screen
            if isinstance(asked, FieldsDialog) and asked.query_one(AskForm).trouble:
                break
        form = asked.query_one(AskForm)
        assert "/nowhere/at/all" in form.trouble and form.focused_line.field == "path"
        assert "/nowhere/at/all" in str(form.value_of("path"))
        assert not evening.app._notifications


async def test_what_was_typed_need_not_be_typed_again(evening, tmp_path):
    async with evening.window() as pilot:
        await evening.app.screen.run_action("screen.export")
        await pilot.press("end", *str(tmp_path / "no" / "x.json"), "f10")
        await pilot.pause()
        assert "no/x.json" in evening.letters_in(AskForm)
        (tmp_path / "no").mkdir()
        await pilot.press("f10")
        await pilot.pause()
    assert (tmp_path / "no" / "x.json").is_file()


async def test_a_report_that_cannot_be_written_asks_again_where_to(evening):
    async with evening.window() as pilot:
        await pilot.press("v", "w", "down", *"/nowhere/at/all.pdf", "f10")
        for _ in range(200):
            await pilot.pause(0.02)
            asked = evening.app.screen
            if isinstance(asked, FieldsDialog) and asked.query_one(AskForm).trouble:
                break
        form = asked.query_one(AskForm)
        assert "annot write" in form.trouble and form.focused_line.field == "place"
        assert not asked.query(Input) or not asked.query_one(Input).display
