"""How soon a vet should see the hamster, in words (domain §6, D)."""

from hamdiary.domain.language import Told, marked
from hamdiary.domain.urgency import Urgency

URGENCY_SIGNS: Told[Urgency, str] = Told(
    {
        "now": "!!! NOW",
        "today": "!! TODAY",
        "soon": "! SOON",
        "watch": "~ WATCH",
        "note": "· NOTE",
    }
)
"""Sign and word, so that nothing rests on colour (look.md)."""

URGENCY_WORDS: Told[Urgency, str] = Told(
    {
        "now": "Ring a vet at once, at any hour, and go.",
        "today": "Be seen the same day, within 12 hours; do not let a second night pass.",
        "soon": "Make an appointment within 1–3 days.",
        "watch": "Look again in 12–24 hours; if it is still there, it is SOON.",
        "note": "Mention it at the next visit.",
    }
)
"""What to do, and how soon."""

URGENCY_BRIEF: Told[Urgency, tuple[str, str]] = Told(
    {
        "now": ("Ring a vet now, at any hour.", "Ring a vet now."),
        "today": ("Be seen by a vet today.", "Vet today."),
        "soon": ("Ring the vet within 1–3 days.", "Vet in 1–3 days."),
        "watch": ("Look again in 12–24 hours.", "Look again."),
        "note": ("Mention it at the next visit.", "Next visit."),
    }
)
"""The same in one short sentence, and where there is hardly room."""

TELL_AN_ADULT = marked("If you are not grown up, tell a grown-up now.")
"""With every NOW (domain §8)."""
