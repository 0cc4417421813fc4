"""The Guide view, by keys: contents, pages, search, the way back, signs, foods, the cage."""

import csv
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from reading import SIZES, all_of, guide_of, shown_on, stands_in, words
from textual import events

from hamdiary.knowledge import files, guide, signs
from hamdiary.knowledge.foods import foods
from hamdiary.knowledge.signs import NOT_ALL_WELL
from hamdiary.services.recording import new_hamster, record_hamster
from hamdiary.tui.guide.places import place_of

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"

sizes = pytest.mark.parametrize("size", SIZES, ids=str)


def tell(evening, **facts):
    with evening.session() as session:
        record_hamster(session, session.hamster(), facts)


def listed_facts():
    for name in ("facts_of_the_documents", "nursing_facts"):
        with (KNOWLEDGE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


async def open_guide(pilot, topic=""):
    if topic:
        await pilot.app.screen.guide(topic)
    else:
        await pilot.press("g")
    await pilot.pause()
    return pilot.app.screen.view


# Reaching everything


@sizes
async def test_every_topic_is_reached_from_the_contents_and_read_to_its_end(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        view.contents.take_key("home")
        for slug, listed in guide.contents().items():
            assert view.contents.target_here() == slug
            view.contents.take_key("enter")
            await pilot.pause()
            if listed.slug == "signs":
                assert view.in_front is view.signs
            else:
                page = words(all_of(view.reading))
                topic = guide.topic(slug)
                for text in (topic.lead, *(fact.text for fact in topic.facts)):
                    assert stands_in(text, page), (slug, text)
                for each in guide.disagreements_on(topic):
                    for text in (each.question, each.so, *(c.text for c in each.claims)):
                        assert stands_in(text, page), (slug, text)
            view.back()
            assert view.in_front is view.contents
            view.contents.take_key("down")


@sizes
async def test_every_fact_of_the_two_documents_appears(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        pages = {}
        for row in listed_facts():
            slug = row["topic"]
            if slug not in pages:
                view.open(slug)
                await pilot.pause()
                pages[slug] = " ".join(words(all_of(view.reading)))
            for phrase in row["words"].split(";"):
                # Words of a phrase stand in lines of their own; its last may be a beginning.
                assert all(part in pages[slug] for part in words(phrase)), phrase


@sizes
async def test_no_line_is_cut_or_sticks_out(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        for slug in (*guide.contents(), "food/almond", "sources/vitamins", "answer"):
            view.open(slug)
            await pilot.pause()
            rows = evening.text.splitlines()
            assert {len(row) for row in rows} == {size[0]}
            assert sum(row.count("╭") for row in rows) == sum(row.count("╮") for row in rows)
            assert "…" not in evening.text or slug == "sources"  # some titles have one


async def test_the_mark_and_word_of_a_fact_say_how_sure_it_is_and_who_says_it(evening):
    async with evening.window() as pilot:
        await open_guide(pilot, "vitamins")
        assert "care page B ●○○ weak" in " ".join(evening.text.split())
        assert "≠ Sources disagree" in evening.text
        view = guide_of(evening)
        assert "●●● strong" in all_of(view.reading)
        await pilot.press("s")
        await pilot.pause()
        assert "Who says it: Vitamins D and E" in evening.text
        assert "hammysworld.com" in evening.text


async def test_what_contradicts_a_fact_stands_right_below_it(evening):
    async with evening.window((60, 18)) as pilot:
        view = await open_guide(pilot, "heredity")
        read = all_of(view.reading)
        assert read.index("6–10 months. ≠") < read.index("At what age does the inherited form")
        assert read.index("At what age does the inherited form") < read.index("B  ●○○ weak")


async def test_urgency_is_said_by_sign_and_word(evening):
    async with evening.window() as pilot:
        await open_guide(pilot, "stroke")
        assert "!! TODAY" in all_of(guide_of(evening).reading)
        await open_guide(pilot, "right-now")
        assert "!!! NOW" in evening.text


# From page to page


async def test_keys_lead_through_the_contents_to_a_page_and_back(evening):
    async with evening.window((80, 24)) as pilot:
        await pilot.press("g", "home", "enter")
        await pilot.pause()
        assert "Weak hind legs in general" in evening.text
        assert "Campylobacter  " not in evening.text
        await pilot.press("escape", "down", "down", "enter")
        await pilot.pause()
        assert "Campylobacter" in evening.text.splitlines()[2]
        await pilot.press("backspace")
        await pilot.pause()
        assert "search the guide" in evening.text


async def test_numbers_lead_to_what_is_read_beside_it_and_esc_leads_back_to_the_same_row(evening):
    async with evening.window((80, 24)) as pilot:
        view = await open_guide(pilot, "stroke")
        await pilot.press("pagedown", "1")
        await pilot.pause()
        assert view.reading.place == place_of("first-day")
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert view.reading.place == place_of("stroke")
        assert view.reading.first > 0


async def test_the_cursor_goes_to_the_ways_on_at_the_end_of_a_page(evening):
    async with evening.window((80, 24)) as pilot:
        view = await open_guide(pilot, "hop-a-long")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert view.reading.place == place_of("campylobacter")


async def test_the_wheel_scrolls_and_a_click_opens(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "vitamins")
        await pilot._post_mouse_events([events.MouseScrollDown], view.reading, offset=(10, 5))
        await pilot.pause()
        assert view.reading.first == 3
        row = next(y for y, line in enumerate(evening.text.splitlines()) if " Stroke" in line[:28])
        await pilot.click(offset=(6, row))
        await pilot.pause()
        assert view.reading.place == place_of("stroke")


@sizes
async def test_tab_goes_round_the_cards_and_each_shows_itself(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        for card in (view.reading, view.signs, view.contents):
            await pilot.press("tab")
            await pilot.pause()
            assert view.in_front is card
            assert card.region.height > 6


async def test_keys_in_quick_succession_find_the_page_they_are_meant_for(evening):
    async with evening.window((80, 24)) as pilot:
        view = await open_guide(pilot)
        for key in ("home", "enter", "escape", "down", "enter", "tab", "y", "n", "y"):
            view.take(key, key if len(key) == 1 else None)
        assert list(view.signs.answers.values()) == ["yes", "no", "yes"]


async def test_the_guide_opened_from_another_view_leads_back_there(evening):
    async with evening.window() as pilot:
        await pilot.press("d")
        view = await open_guide(pilot, "stroke/evening")
        assert view.reading.place == place_of("stroke/evening")
        await pilot.press("1", "escape", "escape")
        await pilot.pause()
        assert pilot.app.screen.view.id == "diary"


async def test_floor_safety_leads_to_its_page_in_the_guide(evening):
    async with evening.window() as pilot:
        await pilot.app.screen.run_action("safety")
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        await pilot.pause()
        assert "Out of the cage" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen.view.id == "tonight"


async def test_a_topic_that_does_not_exist_becomes_a_search(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "tilt")
        assert view.reading.place.kind == "results"
        assert "Head tilted" in evening.text


async def test_the_palette_opens_pages_of_the_guide(evening):
    async with evening.window() as pilot:
        await pilot.press("ctrl+p", *"cage check")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert "own cage" in evening.text


# Searching


@sizes
async def test_results_come_while_typing_and_enter_opens_the_first(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        await pilot.press("slash", *"stroke")
        await pilot.pause()
        assert "/ stroke" in evening.text
        assert "Stroke" in evening.text
        await pilot.press("enter")
        await pilot.pause()
        assert view.reading.place == place_of("stroke")
        assert evening.app.focused is view


async def test_search_finds_signs_foods_and_facts(evening):
    async with evening.window((200, 60)) as pilot:
        view = await open_guide(pilot)
        looked_for = {
            "tilted": "Head tilted",
            "zucchini": "Courgette",
            "chocolate": "Chocolate",
            "antibodies": "nerve cells",
        }
        for typed, found in looked_for.items():
            await pilot.press("slash", *typed)
            await pilot.pause()
            assert found in all_of(view.reading)
            await pilot.press("escape")


async def test_a_result_leads_to_its_fact_and_back_to_the_results(evening):
    async with evening.window((80, 24)) as pilot:
        view = await open_guide(pilot)
        await pilot.press("slash", *"regain", "down", "enter")
        await pilot.pause()
        assert view.reading.place.at
        marked = [line.plain for line in view.reading.lines() if line.ground == "chosen"]
        assert "regain" in " ".join(marked)
        await pilot.press("escape")
        await pilot.pause()
        assert "“regain”" in evening.text
        await pilot.press("escape")
        await pilot.pause()
        assert view.in_front is view.contents


async def test_a_sign_that_was_found_is_the_one_to_answer(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot)
        await pilot.press("slash", *"head tilt", "enter", "y")
        await pilot.pause()
        assert view.signs.answers == {"tilt": "yes"}
        assert "!! TODAY" in evening.text


async def test_letters_typed_right_behind_the_slash_are_not_lost(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot)
        for key in ("/", "s", "p"):
            view.post_message(events.Key("slash" if key == "/" else key, key))
        await pilot.pause()
        assert view.contents.field.value == "sp"


@pytest.mark.parametrize(
    "typed", ["[/]", "[@click=app.quit]x[/]", "'", '"', "(", "*", "\u202e", "ハムスター", "x" * 90]
)
@pytest.mark.parametrize("size", [(120, 40), (45, 14)], ids=str)
async def test_odd_words_find_nothing_and_do_no_harm(evening, typed, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot)
        await pilot.press("slash")
        view.contents.field.value = typed
        await pilot.pause()
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        assert view.in_front is view.contents


# Signs


async def test_signs_lead_to_how_soon_and_to_the_vets_number_never_to_what_it_is(evening):
    tell(evening, vet_phone="030 123456", night_phone="030 654321")
    async with evening.window() as pilot:
        await open_guide(pilot, "signs/tilt")
        assert "counts as not looked for" in " ".join(evening.text.split())
        await pilot.press("y")
        await pilot.pause()
        assert "Be seen the same day" in evening.text
        assert "030 123456" in evening.text
        await pilot.press("enter")
        await pilot.pause()
        read = all_of(guide_of(evening).reading)
        assert "These can only be told apart by a vet" in read
        assert "1  Stroke" in read
        assert "or something else that this guide does not name" in read
        assert "Tell the vet" in read
        assert "%" not in read


async def test_the_number_is_shown_large_when_it_cannot_wait(evening):
    tell(evening, vet_phone="030 123456")
    async with evening.window() as pilot:
        await open_guide(pilot, "signs")
        assert "╭─╮╶─╮╭─╮" not in evening.text
        await pilot.press("y")
        await pilot.pause()
        assert "!!! NOW" in evening.text
        assert "╭─╮╶─╮╭─╮" in evening.text


async def test_without_a_number_it_says_how_to_add_one(evening):
    async with evening.window() as pilot:
        await open_guide(pilot, "signs")
        assert "No vet's number is recorded" in evening.text


async def test_no_sign_at_all_never_means_that_all_is_well(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "signs")
        await pilot.press(*"n" * len(signs.signs()))
        await pilot.pause()
        assert set(view.signs.answers.values()) == {"no"}
        assert stands_in(NOT_ALL_WELL, words(evening.text))


async def test_space_backspace_and_x_change_an_answer(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "signs")
        first = next(iter(signs.signs()))
        for key, answer in (("space", "yes"), ("space", "no"), ("backspace", None)):
            await pilot.press(key)
            await pilot.pause()
            assert view.signs.answers.get(first) == answer
        assert view.in_front is view.signs
        await pilot.press("y", "up", "x")
        assert first not in view.signs.answers


@sizes
async def test_every_sign_can_be_read_in_full(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot, "signs")
        await pilot.press("home")
        for sign in signs.signs().values():
            read, number = [], view.signs.cursor
            while view.signs.cursor == number and len(read) < 400:
                read += words(" ".join(row.partition("│")[0] for row in shown_on(view.signs)))
                view.signs.take_key("down")
                if number == len(signs.signs()) - 1:
                    break
            for text in (sign.short, sign.full, sign.why):
                assert stands_in(text, read), (sign.slug, text)


async def test_the_inherited_form_is_named_only_to_male_syrians_of_that_age(evening):
    tell(evening, species="syrian", sex="male", born=date(2026, 4, 22))
    async with evening.window() as pilot:
        view = await open_guide(pilot, "signs/legs_slowly")
        await pilot.press("y", "enter")
        await pilot.pause()
        assert "Heredity" in all_of(view.reading)
    tell(evening, sex="female")
    async with evening.window() as pilot:
        view = await open_guide(pilot, "signs/legs_slowly")
        await pilot.press("y", "enter")
        await pilot.pause()
        assert "Heredity" not in all_of(view.reading)


async def test_another_hamster_has_not_been_looked_at_yet(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "signs")
        await pilot.press("y")
        session = evening.app.screen.session
        other = record_hamster(session, new_hamster(), {"name": "Nut", "species": "roborovski"})
        evening.app.screen.open_diary_of(other)
        await pilot.pause()
        assert view.signs.answers == {}


# Foods and the cage


async def test_a_food_shows_this_hamsters_portion_and_cautions(evening):
    tell(evening, species="campbell")
    async with evening.window() as pilot:
        view = await open_guide(pilot, "food/mango")
        read = all_of(view.reading)
        assert "For Biscuit" in read
        assert "not for dwarf hamsters" in " ".join(read.split())
        tell(evening, species="syrian")
        await pilot.app.screen.run_action("tonight")
        await pilot.pause(1.2)
        await open_guide(pilot, "food/mango")
        assert "a night" in all_of(view.reading)


@sizes
async def test_every_food_is_reached_from_the_table(evening, size):
    async with evening.window(size) as pilot:
        view = await open_guide(pilot, "food-table")
        reading = view.reading
        targets = {way.target for way in reading.ways(reading.rows(reading.size.width - 5))}
        assert {f"food/{slug}" for slug in foods()} <= targets
        read = all_of(reading)
        assert all(stands_in(food.name, words(read)) for food in foods().values())


async def test_a_never_food_says_so_and_what_to_do(evening):
    async with evening.window((60, 18)) as pilot:
        await open_guide(pilot, "food/chocolate")
        read = " ".join(all_of(guide_of(evening).reading).split())
        assert "NEVER: possibly poisonous" in read
        assert "ring a vet now" in read


async def test_the_cage_is_compared_with_what_each_source_asks_for(evening):
    tell(evening, cage_length_cm=80.0, cage_width_cm=50.0)
    async with evening.window() as pilot:
        view = await open_guide(pilot, "cage")
        read = " ".join(all_of(view.reading).split())
        assert "80 × 50 cm, 4,000 cm²" in read
        assert "✓ as large at least 80 × 50 cm care page A ●○○ weak" in read
        assert "✗ smaller Syrians at least 100 × 50 cm care page A ●○○ weak" in read


async def test_a_cage_that_is_not_recorded_is_neither_enough_nor_too_small(evening):
    async with evening.window() as pilot:
        view = await open_guide(pilot, "cage")
        read = all_of(view.reading)
        assert "not recorded" in read
        assert "✗" not in read and "✓" not in read


# Harm


@pytest.mark.parametrize("name", ["guide/stroke.toml", "guide/contents.toml", "signs.toml"])
async def test_a_damaged_file_is_told_of_and_the_diary_stays_open(
    evening, monkeypatch, tmp_path, name
):
    copy = tmp_path / "knowledge"
    shutil.copytree(files.FOLDER, copy)
    (copy / name).write_text("lead = 'x\n", encoding="utf-8")
    monkeypatch.setattr(files, "FOLDER", copy)
    kept = (guide._contents, guide.topic, guide.disagreement, signs.signs)
    for each in kept:
        each.cache_clear()
    try:
        async with evening.window() as pilot:
            view = await open_guide(pilot, "stroke")
            await pilot.press("tab", "tab", "y", "n", "slash", *"tilt", "enter", "escape")
            await pilot.pause()
            await pilot.app.screen.guide("stroke")
            await pilot.pause()
            page = "".join("".join(shown_on(card)) for card in (view.reading, view.contents))
            assert Path(name).name in page or name == "signs.toml"
            await pilot.press("t")
            await pilot.pause()
            assert "Tonight's log" in evening.text
    finally:
        for each in kept:
            each.cache_clear()


async def test_a_name_full_of_marks_does_no_harm(evening):
    tell(evening, name="[/]🐹‍👩 [@click=app.quit]x[/]", vet_phone="[/] 030 1 (Mo–Fr)")
    async with evening.window((60, 18)) as pilot:
        for topic in ("cage", "right-now", "food/spinach", "answer"):
            await open_guide(pilot, topic)
        assert "[/] 030 1" in all_of(guide_of(evening).reading)


async def test_nothing_of_the_guide_is_loaded_before_it_is_opened():
    code = "import sys, hamdiary.tui.diary_screen, hamdiary.tui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    assert "hamdiary.tui.diary_screen" in loaded
    for name in (
        "hamdiary.tui.guide", "hamdiary.tui.views.guide", "hamdiary.knowledge.guide",
        "hamdiary.knowledge.foods", "hamdiary.tui.widgets.rows_card", "tomllib",
    ):  # fmt: skip
        assert name not in loaded.split()
