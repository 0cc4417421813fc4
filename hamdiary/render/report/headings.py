"""What stands above the parts of a report and at its edges, the same on paper and screen."""

from hamdiary.domain.language import language, marked, t

OBSERVED, COMPUTED = marked("as observed"), marked("worked out from the log")
"""Where a section's contents come from, said beside its heading."""


def headings() -> dict[str, str]:
    """The headings, by the names that the templates use."""
    return {
        "lang": language(),
        "about": t("Owner’s care diary for the vet"),
        "look_first": t("Please look at first"),
        "rules": t("hamdiary’s rules, from what was recorded; no finding"),
        "comparison": t("Last 14 nights against the 14 before"),
        "charts": t("In pictures"),
        "medicines": t("Medicines, prescribed and given"),
        "missed": t("Doses missed, refused, spat out or skipped"),
        "milestones": t("Milestones gained and lost"),
        "happenings": t("What happened"),
        "clips": t("Photos and videos"),
        "questions": t("Questions for the vet"),
        "owners": t("the owner’s own"),
        "log": t("Night by night"),
        "page": t("page {page} of {pages}"),
        "keywords": t("hamster, care diary, vet"),
        "observed": t(OBSERVED),
        "computed": t(COMPUTED),
    }
