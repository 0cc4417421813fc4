"""What hamdiary says of itself, word for word wherever it is said (domain §8)."""

from hamdiary.domain.language import marked

KEEPS_NOTES = marked(
    "hamdiary keeps notes. It does not examine, diagnose or treat. A hint means “call a vet”, and "
    "no hint does not mean “all is well”. If you are worried, ring a vet now."
)
"""On the first screen, with every hint and on every report."""

RULES_OF_THUMB = marked(
    "Thresholds here are cautious rules of thumb. Many come from other species and no vet has "
    "checked them for your hamster. Follow your vet where they differ. Do not give medicines, "
    "supplements or human drops unless a vet prescribed them for this animal. Do not press the "
    "bladder, stretch legs or test pain unless a vet has shown you."
)
"""On the first run."""

OBSERVATIONS = marked(
    "Owner's observations, not clinical findings. Scores are ordinal owner scores, not BBB or BMS."
)
"""At the foot of every report; who wrote it, and what a gap is, follow there."""

NOT_VALIDATED = marked(
    "These seven questions were made for pets at the end of their lives in general and are not "
    "validated for hamsters. 35 or less of 70 is a reason to talk with your vet, and nothing more."
)
"""With every quality-of-life check (domain §1.1)."""

STAYS_HERE = marked("Everything stays on this computer.")
"""What becomes of what is typed."""
