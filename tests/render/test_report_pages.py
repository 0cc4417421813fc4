"""The report as PDF, HTML, Markdown and JSON: whole, in the right words, and harmless."""

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO

import pytest
from reports import MADE, NOTES, a_report, a_year, ago, with_everything, without

from hamdiary.domain.clips import Clip, Presence
from hamdiary.domain.manner import USUAL, Manner, use
from hamdiary.domain.report import PARTS
from hamdiary.domain.report.value import ShownClip, Sign
from hamdiary.domain.text import clean
from hamdiary.knowledge.notices import OBSERVATIONS
from hamdiary.render.report.as_json import json_of
from hamdiary.render.report.html import html_of
from hamdiary.render.report.log import LONGEST_NOTE
from hamdiary.render.report.markdown import markdown_of, said
from hamdiary.render.report.page import page_of
from hamdiary.render.report.pdf import pdf_of

ORDER = (
    "Problem", "Please look at first", "Last 14 nights against the 14 before",
    "Medicines, prescribed and given", "Milestones gained and lost", "Photos and videos",
    "Questions for the vet", "Night by night",
)  # fmt: skip


def tool(name, *arguments, data):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not here; on Debian it comes with poppler-utils or qpdf")
    done = subprocess.run([name, *arguments], input=data, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def pdf_text(report):
    text = tool("pdftotext", "-layout", "-", "-", data=pdf_of(report))
    return text.replace("\u200b", "")


class Reader(HTMLParser):
    """A page's elements, its text without what is hidden, and whether every element is closed."""

    VOID = ("meta", "br")

    def __init__(self, page):
        super().__init__()
        self.elements, self.open, self.words = [], [], []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def html(report):
    return Reader(html_of(report).decode())


# What stands in it


@pytest.mark.parametrize("words", [pdf_text, lambda made: html(made).text,
                                   lambda made: markdown_of(made).decode()])  # fmt: skip
def test_everything_stands_in_the_order_in_which_a_vet_wants_it(words):
    text = words(with_everything())
    places = [text.index(heading) for heading in ORDER]
    assert places == sorted(places)
    flat = re.sub(r"\s+", " ", text)
    assert all(sentence in flat for sentence in OBSERVATIONS.split(". "))
    assert "Mesocricetus auratus" in flat


@pytest.mark.parametrize("part", sorted(set(PARTS) - {"notes", "charts"}))
def test_a_part_that_is_left_out_is_nowhere(part):
    headings = dict(zip(("hints", "comparison", "medicines", "milestones", "clips", "questions",
                         "nights"), ORDER[1:], strict=True))  # fmt: skip
    made = without(with_everything(), part)
    for text in (html(made).text, markdown_of(made).decode()):
        assert headings[part] not in text
        assert all(each in text for name, each in headings.items() if name != part)


def test_without_charts_there_is_no_picture_and_without_notes_no_note():
    made = a_report(notes={0: "secret"})
    assert html(made).all("svg")
    assert not html(without(made, "charts")).all("svg")
    bare = without(made, "notes")
    for page in (html_of(bare), markdown_of(bare), json_of(bare)):
        assert b"secret" not in page


def test_no_hint_is_never_all_is_well():
    made = a_report()
    for text in (html(made).text, markdown_of(made).decode()):
        assert "No hint is open. That does not mean that all is well." in text


def test_a_gap_is_a_gap_in_every_format():
    made = a_report(nights=6)
    assert html(made).text.count("no entry") == 1
    assert markdown_of(made).decode().count("no entry") == 1
    nights = json.loads(json_of(made))["observed"]["nights"]
    assert [each["recorded"] for each in nights] == [True, False, True, True, True, True]
    assert nights[1]["gait"] is None and nights[3]["gait"] == "not_seen"


def test_a_missing_file_of_a_clip_is_said_in_every_format():
    made = with_everything()
    for text in (html(made).text, markdown_of(made).decode()):
        assert "there is no such file now" in text
    assert json.loads(json_of(made))["observed"]["clips"][0]["file"] == "missing"


def test_a_lost_milestone_is_shown():
    assert "▼ lost since Fri 20 Nov 2026" in html(a_report()).text


def test_a_weighing_with_full_pouches_has_a_star():
    made = a_report(nights=3)
    assert "129.0*" in html(made).text
    assert "* with full cheek pouches" in html(made).text


def test_of_a_long_report_the_last_ninety_nights_are_printed_and_that_is_said():
    made = a_year()
    text = html(made).text
    assert "Printed are the last 90 of 365 nights" in text
    assert len(json.loads(json_of(made))["observed"]["nights"]) == 365


@pytest.mark.parametrize(
    ("manner", "written", "on_the_axis"),
    [
        (Manner(), "Sat 24 Oct 2026 – Sun 22 Nov 2026", "24 Oct"),
        (Manner(days="iso"), "Sat 2026-10-24 – Sun 2026-11-22", "10-24"),
        (Manner(days="month first"), "Sat Oct 24 2026 – Sun Nov 22 2026", "Oct 24"),
    ],
)
def test_days_are_written_as_the_owner_writes_them(manner, written, on_the_axis):
    use(manner)
    try:
        text = html(a_report()).text
    finally:
        use(USUAL)
    assert written in text and on_the_axis in text
    assert "2026 2026" not in text and "2026-11-22 2026" not in text


def test_of_many_clips_and_happenings_the_newest_are_printed_and_json_has_all():
    clips = [ShownClip(Clip(f"h/{n}", "h", ago(40 - n), f"/x/{n}.mp4"), Presence.THERE)
             for n in range(40)]  # fmt: skip
    made = a_report(60, clips=clips)
    text = html(made).text
    assert "10 older ones are not printed; the JSON has all." in text
    assert "/x/39.mp4" in text and "/x/10.mp4" in text and "/x/9.mp4" not in text
    assert len(json.loads(json_of(made))["observed"]["clips"]) == 40


# PDF


def test_the_pdf_is_sound_tagged_and_has_title_and_language(tmp_path):
    made = pdf_of(with_everything("Biscuit"))
    told = tool("pdfinfo", "-", data=made)
    assert re.search(r"Title: +Biscuit, care diary for the vet", told)
    assert re.search(r"Tagged: +yes", told)
    assert re.search(r"Page size: +595.* \(A4\)", told)
    assert re.search(rb"/Lang ?\(en\)", made)
    if shutil.which("qpdf"):
        (tmp_path / "made.pdf").write_bytes(made)
        done = subprocess.run(
            ["qpdf", "--check", "made.pdf"], cwd=tmp_path, timeout=60, capture_output=True
        )
        assert done.returncode == 0, done.stderr


def test_the_pdf_keeps_the_promise_of_pdf_ua_where_fonts_have_every_letter():
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf_of(a_report(notes={0: "zażółć −6.4 % → ▲ 🐹"}))


def test_a_letter_that_no_font_has_costs_that_promise_only():
    made = pdf_of(a_report(notes={0: "\U000e0fff \U0010fffd tofu"}))
    assert b"pdfuaid:part" not in made
    assert "tofu" in tool("pdftotext", "-", "-", data=made)


def test_every_note_and_every_hint_is_in_the_text_of_the_pdf():
    made = with_everything("Gait −2 ≥ 1 → worse")
    text = pdf_text(made)
    assert text.count("Gait −2 ≥ 1 → worse") >= 5
    # On nights that have an entry.
    written = dict(zip((0, 1, 3, 5, 6, 7, 8), NOTES[1:8], strict=True))
    letters = re.sub(r"\s", "", pdf_text(a_report(notes=written)))
    for expected in ('#panic("x")', "[@click=app.quit()]", "今晚後腿有力", "περπάτησε", "сильнее",
                     "🐹", "−6.4%", "a→b", "3≥2", "½pea"):  # fmt: skip
        assert expected in letters
    assert any("\u0600" <= letter <= "\u06ff" for letter in letters)


def test_page_one_stands_alone():
    pages = pdf_text(with_everything()).split("\f")
    assert all(heading in pages[0] for heading in ORDER[:3])
    assert "In pictures" in pages[0] and "page 1 of" in pages[0]
    assert ORDER[3] not in pages[0]


@pytest.mark.parametrize("nights", [1, 30, 400])
def test_every_page_says_its_number(nights):
    pages = tool("pdftotext", "-", "-", data=pdf_of(a_report(nights))).split("\f")[:-1]
    told = [re.findall(r"page (\d+) of (\d+)", page) for page in pages]
    assert told == [[(str(number), str(len(pages)))] for number, _ in enumerate(pages, 1)]


@pytest.mark.parametrize(
    ("since", "when"),
    [(3, "open since Thu 19 Nov, last seen Sun 22 Nov 20:16"), (0, "open since Sun 22 Nov 20:16")],
)
def test_a_hint_that_was_opened_when_it_was_last_seen_says_that_once(since, when):
    sign = Sign("R34", "soon", "Thinner", ("seen",), ago(since), ago(0), MADE)
    (shown,) = page_of(a_report(30, signs=[sign])).look_first
    assert shown.when == when


def test_of_a_single_night_the_page_says_that_night_once():
    assert page_of(a_report(1)).period == "Sun 22 Nov 2026: 1 of 1 night recorded"
    assert page_of(a_report(2)).period.startswith("Sat 21 Nov 2026 – Sun 22 Nov 2026: ")


def test_no_letter_of_an_unbroken_note_runs_out_of_the_page():
    made = pdf_of(a_report(notes={0: "x" * 1400}))
    boxes = tool("pdftotext", "-bbox", "-", "-", data=made)
    rights = [float(each) for each in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(rights) <= 595.3 - 40


# Harm


@pytest.mark.parametrize("note", NOTES, ids=range(len(NOTES)))
def test_nothing_an_owner_types_breaks_or_steers_a_format(note):
    made = with_everything(note[:200])
    assert pdf_of(made).startswith(b"%PDF-")
    page = html(made)
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert not [name for _, each in page.elements for name in each if name.startswith("on")]
    assert clean(note[:50]).split("\n")[0] in page.text
    for text in (html_of(made), markdown_of(made), json_of(made)):
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", text)
    assert json.loads(json_of(made))["report"] == 1


ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "div",
    "h1", "h2", "h3", "p", "br", "dl", "dt", "dd", "ul", "ol", "li", "span", "strong", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "svg", "desc", "text",
    "line", "path", "rect", "circle", "polygon",
}  # fmt: skip


def test_a_huge_note_is_cut_where_it_is_printed_and_that_is_said():
    made = a_report(notes={0: "word " * 20_000})
    for page in (html_of(made), markdown_of(made)):
        assert b"cut here" in page and len(page) < 200_000
    assert len(json.loads(json_of(made))["observed"]["nights"][-1]["note"]) == 100_000
    assert LONGEST_NOTE < 2000


def test_words_with_marks_of_markdown_stay_words():
    assert said("*a* _b_ [c](d) <e> `f` |g| # h ~i~") == (
        r"\*a\* \_b\_ \[c\](d) \<e\> \`f\` \|g\| \# h \~i\~"
    )
    assert said("- a\n1. b\n+ c") == r"\- a / 1. b / + c"
    assert said("1. b") == r"1\. b"


def test_a_table_of_markdown_keeps_its_columns():
    text = markdown_of(with_everything("a | b\nc")).decode()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    bars = [len(re.findall(r"(?<!\\)\|", line)) for line in rows]
    assert set(bars) <= {4, 5, 6, 12}


# HTML


def test_the_page_loads_nothing_and_runs_nothing():
    text = html_of(with_everything()).decode()
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
    policy = re.search('Content-Security-Policy" content="(.*?)"', text)[1]
    assert policy.startswith("default-src 'none'; ")
    assert b64encode(sha256(style.encode()).digest()).decode() in policy
    assert not re.search(r"<script|<link|<iframe|<img| src=| style=|url\(|@import|http://(?!www\.w3)",
                         text)  # fmt: skip


def test_every_table_has_heads_for_its_columns_and_rows():
    page = html(with_everything())
    assert all(each.get("scope") in ("col", "row") for each in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table")) == 5


def test_ids_are_there_once_and_what_is_named_is_there():
    page = html(with_everything())
    ids = [each["id"] for _, each in page.elements if "id" in each]
    assert len(ids) == len(set(ids))
    for _, each in page.elements:
        assert set(each.get("aria-labelledby", "").split()) <= set(ids)


def test_the_page_says_its_language_and_fits_a_telephone():
    page = html(with_everything())
    assert page.all("html") == [{"lang": "en"}]
    named = {each.get("name"): each["content"] for each in page.all("meta") if "content" in each}
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert len(page.all("h1")) == len(page.all("main")) == 1


# JSON


def test_what_was_observed_stands_apart_from_what_was_worked_out():
    made = json.loads(json_of(with_everything()))
    assert {"nights", "medicines", "clips", "questions", "happenings"} <= made["observed"].keys()
    assert made["computed"].keys() == {"look_first", "comparison", "weight", "milestones"}
    assert made["hamster"]["latin"] == "Mesocricetus auratus"
    assert made["period"]["recorded"] == 24 and made["period"]["nights"] == 30
    assert made["footer"].startswith(OBSERVATIONS)


def test_nights_of_the_json_are_oldest_first_and_every_measure_has_its_name():
    nights = json.load(BytesIO(json_of(a_report())))["observed"]["nights"]
    assert [each["evening"] for each in nights] == sorted(each["evening"] for each in nights)
    assert nights[-1]["weight_g"] == 130.0 and nights[-1]["doses"] == ["given"]
    assert nights[-1]["signs"]["tilt"] is None
