"""The charts of a report as SVG: gait, left and right leg, minutes with weight.

The same pictures go into the PDF and the HTML page. Shapes stand beside colours, gaps are gaps,
levels are steps, and nothing is joined, smoothed or foretold (domain §1.6).
"""

from hamdiary.domain.frozen import dataclass
from hamdiary.domain.language import marked, t
from hamdiary.domain.trends.course import Course
from hamdiary.render.chart_frame import FOUR_WEEKS, WEEK, WIDE, nights_a_column
from hamdiary.render.chart_words import gait_in_words, legs_in_words, minutes_in_words
from hamdiary.render.minutes_chart import minutes_drawn
from hamdiary.render.score_charts import gait_drawn, legs_drawn
from hamdiary.render.svg import picture


@dataclass(frozen=True)
class Chart:
    """One picture with its words."""

    key: str
    """Its name: "gait", "legs", "minutes"."""
    title: str
    """What it shows."""
    words: str
    """The same in words, for those who do not see it."""
    svg: str
    """The picture."""


_EACH = {
    WEEK: marked("{title}, median and range of each week"),
    FOUR_WEEKS: marked("{title}, median and range of 4 weeks"),
}
"""What a column stands for, where it is more than a night."""


def charts_of(series: Course, width: float = WIDE) -> list[Chart]:
    """The three charts of a course."""
    titles = {
        "gait": t("Gait, 0 still to 5 normal"),
        "legs": t("Left and right leg, 0 none to 4 normal"),
        "minutes": t("Minutes out of the cage, and weight"),
    }
    each = _EACH.get(nights_a_column(series.span))
    drawn = {"gait": gait_drawn, "legs": legs_drawn, "minutes": minutes_drawn}
    said = {"gait": gait_in_words, "legs": legs_in_words, "minutes": minutes_in_words}
    charts = []
    for key, words in titles.items():
        title = t(each).format(title=words) if each else words
        frame, parts = drawn[key](series, width)
        spoken = said[key](series)
        name = f"{key}-{'narrow' if width < WIDE else 'wide'}"
        svg = picture(width, frame.whole_height, parts, title, spoken, name)
        charts.append(Chart(key, title, spoken, svg))
    return charts
