"""Sixty courses as an owner types them, evening after evening, and how soon domain §6 wants a vet.

Written from the text of domain §6 alone. A line is `NIGHT [TIME] COMMAND`: night -1 is last night,
0 tonight; without a time it is typed at 21:00, and a time before noon is that of the morning after.
"""

from typing import NamedTuple


class Case(NamedTuple):
    """One course."""

    title: str
    """What the owner sees."""
    expected: str | None
    """How urgent the most urgent hint is tonight; None for nothing at all."""
    typed: str
    """What is typed, a command a line."""
    hamster: str = "--species syrian --sex female --born 2026-03-01"
    """Facts given at the set-up."""
    knows: bool = True
    """Whether the weakness is old and a vet has seen it."""


def every_night(first: int, last: int, command: str) -> str:
    """The same command on each night of a span."""
    return "\n".join(f"{night} {command}" for night in range(first, last + 1))


WELL = "log --ate all --droppings normal --urine normal --breathing normal"
USUAL = every_night(-14, -1, "log --weight-g 120 --pouches-empty yes")
DRUG = "medicine add Amoxi --at 20:00 --days 10 --antibiotic"

CASES = [
    # Breath, blood, brain, heat: at once
    Case("gasps", "now", "-1 log --breathing normal\n0 log --breathing laboured"),
    Case("breathes calmly, but the nose is blue", "now", "0 log --breathing normal --sign blue"),
    Case("a nail bled and stopped", None, "0 log --no-sign bleed --ate all"),
    Case("hangs limp in the hand", "now", "0 log --sign limp --sign cold"),
    Case("a fit three nights ago, looked for and not there on two evenings", None,
         "-3 log --sign seizure\n-2 log --no-sign seizure\n-1 log --no-sign seizure\n"
         "0 log --ate all"),
    Case("a fit two nights ago, looked for and not there once", "now",
         "-2 log --sign seizure\n-1 log --no-sign seizure\n0 log --ate all"),
    Case("limp in the sun", "now", "0 log --sign heat"),
    # Hind legs
    Case("stood last night, twitches tonight", "now", "-1 log --gait 4\n0 log --gait 1"),
    Case("stood before two nights without an entry, drags now", "now",
         "-3 log --gait 3\n0 log --gait 1"),
    Case("pushed, hid a night, does not move now", "now",
         "-2 log --gait 2\n-1 log --gait not_seen\n0 log --gait 0"),
    Case("pushed, twitches now: one level", "watch", "-1 log --gait 2\n0 log --gait 1"),
    Case("has dragged for weeks, as the vet knows", None, every_night(-10, 0, "log --gait 1")),
    Case("known to the vet, and worse again", "now",
         every_night(-6, -1, "log --gait 3") + "\n0 log --gait 1"),
    Case("legs gone this evening, the first entry of a new diary", "now", "0 log --gait 1",
         "--species syrian --onset 2026-11-22 --onset-speed sudden", knows=False),
    Case("dropped tonight and one level weaker", "now",
         "-1 log --gait 4\n0 log --gait 3 --sign fall"),
    Case("fell on last night's outing, one leg two levels weaker", "now",
         "-1 log --gait 4 --leg-left 4\n-1 22:00 out add 10m --reason fell\n"
         "0 log --gait not_seen --leg-left 2"),
    Case("fell, and the next look, two nights later, is a level weaker", "now",
         "-2 log --gait 4\n-2 22:00 happening add fall\n0 log --gait 3"),
    Case("fell and walks as before", "watch", "-1 log --gait 4\n0 log --gait 4 --sign fall"),
    Case("a swollen, crooked leg", "now", "0 log --sign leg_hurt"),
    Case("the front legs give way as well", "now", "-1 log --gait 1\n0 log --sign front_legs"),
    Case("two levels down in two nights", "today",
         "-2 log --gait 5\n-1 log --gait 4\n0 log --gait 3"),
    Case("a leg two levels down, seen once", "watch",
         "-1 log --gait 4 --leg-left 4\n0 log --gait 4 --leg-left 2"),
    Case("one level down on three scored nights, one of them missing", "soon",
         "-5 log --gait 4\n-4 log --gait 4\n-3 log --gait 3\n-1 log --gait 3\n0 log --gait 3"),
    Case("one level up and down again", "watch",
         "-3 log --gait 3\n-2 log --gait 4\n-1 log --gait 3\n0 log --gait 3"),
    Case("holds its head tilted since tonight", "today",
         "-1 log --no-sign tilt\n0 log --sign tilt --ate most"),
    Case("tilts and eats nothing", "now", "-1 log --no-sign tilt\n0 log --sign tilt --ate none"),
    Case("no better in fifteen nights of treatment", "soon",
         "-15 medicine add Drops --at 20:00 --days 30\n"
         + every_night(-15, 0, "log --gait 2") + "\n" + every_night(-15, -1, "dose drops")),
    Case("a male Syrian of eight months, weaker over weeks, no vet yet", "soon", "0 log --gait 3",
         "--species syrian --sex male --born 2026-03-15 --onset 2026-10-20 --onset-speed weeks",
         knows=False),
    # Droppings
    Case("loose and hardly eats", "now",
         "-1 log --droppings normal\n0 log --droppings loose --ate little"),
    Case("watery last night, a tenth lighter tonight", "now",
         USUAL + "\n-1 log --droppings watery\n0 log --weight-g 108 --pouches-empty yes"),
    Case("loose and the belly is swollen", "now", "0 log --droppings loose --sign swollen_belly"),
    Case("loose, else bright", "today",
         "-1 log --droppings normal\n0 log --droppings loose --ate all"),
    Case("loose, rang the vet", None,
         "0 log --droppings loose --ate all\n0 21:30 hints told R18 --said 'come in the morning'"),
    Case("loose three nights ago, nobody has looked since", "today",
         "-3 log --droppings loose\n-2 log --droppings not_checked\n0 log --droppings not_checked"),
    Case("no droppings for a day and eats nothing", "now",
         "-1 log --droppings none --ate most\n0 log --droppings none --ate none"),
    Case("no droppings for a day, else bright", "today",
         "-1 log --droppings none\n0 log --droppings none --ate most"),
    Case("none at eleven in the morning and at four", "soon",
         "-1 11:00 log --droppings none\n0 16:00 log --droppings none"),
    Case("none tonight, not looked at before", "watch",
         "-1 log --droppings not_checked\n0 log --droppings none"),
    Case("none since the corner was cleaned a day ago", "today",
         "-1 log --droppings normal --cleaned yes\n0 log --droppings none"),
    Case("soft on the fourth day of the antibiotic", "now",
         f"-4 {DRUG}\n" + every_night(-4, -1, "dose amoxi")
         + "\n-1 log --droppings normal\n0 log --droppings soft"),
    Case("soft since before the antibiotic", "today",
         f"-2 log --droppings soft\n-1 {DRUG}\n-1 dose amoxi\n"
         "-1 log --droppings soft\n0 log --droppings soft"),
    Case("soft once, the antibiotic ended eleven nights ago", "watch",
         f"-14 {DRUG.replace('10', '4')}\n" + every_night(-14, -11, "dose amoxi")
         + "\n-1 log --droppings normal\n0 log --droppings soft"),
    Case("soft and still soft", "today", "-1 log --droppings soft\n0 log --droppings soft"),
    Case("few for two nights", "soon", "-1 log --droppings few\n0 log --droppings few"),
    Case("few for two nights at six weeks of age", "today",
         "-1 log --droppings few\n0 log --droppings few", "--species syrian --born 2026-10-11"),
    # Urine
    Case("dry for a day, and drags", "now",
         "-1 log --urine none --gait 1\n0 log --urine none --gait 1"),
    Case("dry for a day, walks", "today",
         "-1 log --urine none --gait 4\n0 log --urine none --gait 4"),
    Case("dry tonight", "watch", "-1 log --urine normal\n0 log --urine none"),
    Case("pink urine and strains", "today", "0 log --urine blood --sign straining"),
    Case("drinks twice as much for three nights", "soon",
         every_night(-10, -3, "log --water-ml 10")
         + "\n" + every_night(-2, 0, "log --water-ml 21")),
    # Weight and appetite
    Case("a fifth of its weight gone", "now", USUAL + "\n0 log --weight-g 96 --pouches-empty yes"),
    Case("heavy once with pouches unknown, usual again", None,
         USUAL.replace("120 --pouches-empty yes", "120")
         + "\n-1 log --weight-g 150\n0 log --weight-g 120 --pouches-empty yes"),
    Case("a tenth lighter, empty pouches", "today",
         USUAL + "\n0 log --weight-g 108 --pouches-empty yes"),
    Case("a little over a tenth lighter, pouches not looked at", "soon",
         USUAL + "\n0 log --weight-g 107 --pouches-empty not_checked --ate all"),
    Case("six in a hundred lighter, eats half, loose", "now",
         USUAL + "\n0 log --weight-g 113 --pouches-empty yes --ate half --droppings loose"),
    Case("a dwarf one and a half grams lighter on a kitchen scale", None,
         every_night(-14, -1, "log --weight-g 32") + "\n0 log --weight-g 30.5",
         "--species campbell --scale-step-g 1"),
    Case("ate nothing on two nights with one between unrecorded", "now",
         "-2 log --ate none\n0 log --ate none"),
    Case("not known what it ate for two nights", None,
         "-2 log --ate most\n-1 log --ate not_checked\n0 log --ate not_checked"),
    # Pain, care, the whole
    Case("an open sore and fast breath", "now", "0 log --sign sore --breathing fast"),
    Case("four bad nights of seven, two of them unrecorded", "soon",
         "-6 log --night-quality bad\n-5 log --night-quality bad\n-3 log --night-quality bad\n"
         "-2 log --night-quality good\n0 log --night-quality bad"),
]  # fmt: skip

assert len(CASES) == 60
