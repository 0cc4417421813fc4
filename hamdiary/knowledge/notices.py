"""What hamdiary says of itself, word for word wherever it is said (domain §8)."""

KEEPS_NOTES = (
    "hamdiary keeps notes. It does not examine, diagnose or treat. A hint means “call a vet”, and "
    "no hint does not mean “all is well”. If you are worried, ring a vet now."
)
"""On the first screen, with every hint and on every report."""

RULES_OF_THUMB = (
    "Thresholds here are cautious rules of thumb. Many come from other species and no vet has "
    "checked them for your hamster. Follow your vet where they differ. Do not give medicines, "
    "supplements or human drops unless a vet prescribed them for this animal. Do not press the "
    "bladder, stretch legs or test pain unless a vet has shown you."
)
"""On the first run."""

STAYS_HERE = "Everything stays on this computer."
"""What becomes of what is typed."""
