"""Where the guide speaks of what a hint is about."""

from hamdiary.knowledge.guide import topics

FIRST_READ = "right-now"
"""The page for whoever is worried: it is read before the causes, and where nothing fits better."""


def place_about(rule: str) -> str:
    """The place in the guide that goes with a red flag of domain §6: "stroke/evening"."""
    pages = sorted(topics(), key=lambda page: page.slug != FIRST_READ)
    places = (f"{page.slug}/{fact.slug}" for page in pages for fact in page.facts
              if rule in fact.rules)  # fmt: skip
    return next(places, FIRST_READ)
