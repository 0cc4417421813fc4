"""A night and what an owner records of it, each measure declared once (domain §12).

Levels and their wording are domain §1.2 (gait), §1.3 (legs) and §2 (droppings, urine).
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from hamdiary.domain.declaring import checklist, choice, quantity, scale, step, text
from hamdiary.domain.frozen import dataclass
from hamdiary.domain.measures import Level, NotSeen

Droppings = Literal["none", "few", "normal", "soft", "loose", "watery"]
Urine = Literal["normal", "more", "less", "none", "dribble", "blood"]
Ate = Literal["none", "little", "half", "most", "all"]
Breathing = Literal["normal", "fast", "noisy", "laboured"]
Wheel = Literal["none", "some", "usual"]
Answer = Literal["yes", "no", "not_checked"]

_LEG = (
    step("none", "none, trails behind", "trails; no own movement seen", of="leg"),
    step(
        "moves",
        "moves, no good step yet",
        "twitches, bends or paddles, but no good step at all",
        of="leg",
    ),
    step(
        "sometimes",
        "sometimes, up to half are good",
        "good steps in up to half; otherwise it drags, or the top of the foot lies on the floor",
        of="leg",
    ),
    step(
        "mostly",
        "mostly, more than half are good",
        "good steps in more than half, but short, turned out, gives way or toes drag now and then",
        of="leg",
    ),
    step(
        "normal",
        "normal, every step",
        "every step flat-footed and pushing off, as one expects of a sound leg",
        of="leg",
    ),
)


@dataclass(frozen=True)
class Night:
    """What was recorded of one hamster on one night, noon to noon; None is "not recorded"."""

    hamster: str
    """The hamster's id."""
    evening: date
    """The date of the evening on which the night began."""

    gait: Level | NotSeen | None = scale(
        "Gait",
        step(
            "still",
            "still, hind legs do not move",
            "hind legs do not move by themselves at any time in 2 min; the body is pulled along "
            "by the front legs, or it stays put",
        ),
        step(
            "flicker",
            "flicker, never pushes forward",
            "a hind leg twitches, bends or kicks, but never pushes the body forward; still "
            "dragged on every move",
        ),
        step(
            "pushes",
            "pushes, rump stays down",
            "hind legs paddle or push often, but the rump or belly stays on the cloth; it never "
            "stands",
        ),
        step(
            "stands",
            "stands, 1–9 steps in a row",
            "the rump leaves the cloth; 1–9 hind steps in a row, then it sits, falls, or the top "
            "of a foot is on the cloth",
        ),
        step(
            "wobbly",
            "wobbly, 10 or more steps",
            "10 or more hind steps in a row with the rump up, but at least one of: limp, sway, "
            "dragging toes, wide or turned-out feet, tires within 2 min",
        ),
        step(
            "normal",
            "normal, even quick steps",
            "even, quick steps, rump up, straight line, turns both ways, grooms and sits up "
            "without falling",
        ),
        unseen=NotSeen.NOT_SEEN,
        hint="the level shown most of the time, over 2 minutes on a flat cloth",
    )
    leg_left: Level | NotSeen | None = scale(
        "Left leg",
        *_LEG,
        unseen=NotSeen.NOT_SEEN,
        hint="its own left: look from behind, tail towards you",
    )
    leg_right: Level | NotSeen | None = scale(
        "Right leg",
        *_LEG,
        unseen=NotSeen.NOT_SEEN,
        hint="its own right: look from behind, tail towards you",
    )
    ate: Ate | NotSeen | None = choice(
        "Ate",
        step("none", "none", "nothing was eaten; food that is only moved or hoarded is not eaten"),
        step("little", "little", "a little of what it usually eats"),
        step("half", "half", "about half of what it usually eats"),
        step("most", "most", "most of what it usually eats"),
        step("all", "all", "all that it usually eats"),
        unseen=NotSeen.NOT_CHECKED,
        ordered=True,
        hint="of what it usually eats; food gone into the hoard is not eaten",
    )
    droppings: Droppings | NotSeen | None = choice(
        "Droppings",
        step(
            "none",
            "none, nothing new",
            "the corner was cleaned and there is nothing new since the last check",
        ),
        step("few", "few, small or hard", "clearly fewer, small or hard"),
        step("normal", "normal, dry and formed", "dry, dark, formed"),
        step("soft", "soft, formed but smears", "formed but smears"),
        step("loose", "loose, no shape", "no shape, pasty"),
        step("watery", "watery, wet tail", "fluid, wet or matted tail"),
        unseen=NotSeen.NOT_CHECKED,
        hint="since the corner was last cleaned; not cleaned is x, not none",
    )
    cleaned: Literal["yes", "no"] | None = choice(
        "Cleaned",
        step("yes", "cleaned", "the corner was cleaned after this look at the droppings"),
        step("no", "left as it was", "the corner was left as it was"),
        hint="was the corner cleaned tonight? Without that, none cannot be told from old",
        aside=True,
    )
    urine: Urine | NotSeen | None = choice(
        "Urine",
        step("normal", "normal, wet patch seen", "a wet patch was seen"),
        step("more", "more, corner soaked", "plainly more, the corner is soaked"),
        step("less", "less, small patch", "only a small patch"),
        step("none", "none, dry", "dry since the last check"),
        step("dribble", "dribble, wet belly", "the fur is wet with urine: dribble or wet belly"),
        step("blood", "blood, pink or red", "pink or red, and no beetroot or carrot was eaten"),
        unseen=NotSeen.NOT_CHECKED,
        hint="milky or cloudy is normal in a Syrian",
    )
    water_ml: float | None = quantity(
        "Water",
        unit="ml",
        low=1,
        high=40,
        most=500,
        hint="what is missing from the bottle since last night",
    )
    weight_g: float | None = quantity(
        "Weight",
        unit="g",
        low=12,
        high=260,
        most=5000,
        also=(("oz", 28.349523125), ("kg", 1000.0)),
        hint="same hour, before the evening meal, cheek pouches empty",
    )
    pouches_empty: Literal["yes", "no"] | NotSeen | None = choice(
        "Pouches",
        step("yes", "empty", "the cheek pouches were empty when weighed", "empty"),
        step("no", "full", "something was in the cheek pouches when weighed", "full"),
        unseen=NotSeen.NOT_CHECKED,
        hint="were the cheek pouches empty on the scale?",
        aside=True,
    )
    breathing: Breathing | NotSeen | None = choice(
        "Breathing",
        step("normal", "normal, calm and quiet", "calm and quiet"),
        step("fast", "fast", "plainly faster than usual while at rest"),
        step("noisy", "noisy", "clicks, wheezes, or sneezes with discharge"),
        step("laboured", "laboured, mouth open", "laboured, open mouth or gasping"),
        unseen=NotSeen.NOT_CHECKED,
        hint="watch the flanks while it sits still; there is no need to count",
    )
    wheel: Wheel | NotSeen | None = choice(
        "Wheel",
        step("none", "none, not used", "the wheel was not used"),
        step("some", "some, less than usual", "used, but less than usual"),
        step("usual", "usual", "used as usual"),
        unseen=NotSeen.NOT_SEEN,
        ordered=True,
        hint="x also when there is no wheel in the cage",
    )
    signs: Mapping[str, Answer] = checklist(
        "Signs",
        step("bleed", "bleeding", "from anywhere, and does not stop within a few minutes"),
        step("seizure", "seizure", "a fit: goes stiff or twitches, and is not itself"),
        step("rolling", "rolling over and over", "constantly; it cannot stop itself"),
        step("blue", "blue skin", "nose, ears or feet look blue"),
        step("tilt", "head tilt", "held to one side, one ear lower than the other"),
        step("circling", "walks in circles", "on the floor, again and again, mostly one way round"),
        step("leans", "falls to one side", "or leans over; one side is weaker than the other"),
        step("trembling", "trembling", "shakes, also when it is warm and calm"),
        step("front_legs", "weak front legs", "they give way or drag too, not only the hind legs"),
        step("leg_hurt", "hurt leg", "open wound, odd angle, swelling, or it crackles"),
        step("fall", "fall or drop tonight", "also knocked or trodden on, even if it looks unhurt"),
        step("quiet", "quiet", "less lively than usual, though awake"),
        step("hunched", "hunched", "sits with a round back and does not want to move"),
        step("limp", "limp, slack", "collapsed, does not respond, or hangs slack when held"),
        step("cold", "cold to the touch", "colder than your hand; may be soft and barely breathe"),
        step("swollen_belly", "swollen belly", "bigger or tighter than usual; look, do not press"),
        step("straining", "straining", "over droppings or urine"),
        step("blood_droppings", "blood in droppings", "red, or black like tar"),
        step("prolapse", "tissue sticks out", "something pink or red, at the anus or the vulva"),
        step(
            "pain_face",
            "pain face",
            "2 of: narrow eyes, straight whiskers, changed ears, flat cheeks",
        ),
        step("sore", "open sore", "broken or red, raw skin"),
        step("wet_belly", "wet belly", "fur of the belly or legs is wet with urine"),
        step("foot_chewed", "chewed foot", "or one that is blackened or injured"),
        step("mouth_eye_lump", "mouth, eye or lump", "drooling, long teeth, a closed eye, a lump"),
        step("vulva_discharge", "vulva discharge", "sticky fluid from the vulva, without blood"),
        step("vulva_blood", "vulva bleeding", "blood from the vulva, or a foul discharge"),
        step("heat", "too hot", "limp, or with a wet chin, in a hot room or in the sun"),
        step(
            "ate_unsafe",
            "ate something unsafe",
            "chocolate, onion, avocado, a plant, drug or cleaner",
        ),
        hint="0 says that you looked and saw none; Enter goes through them",
    )
    night_quality: Literal["good", "mixed", "bad"] | None = choice(
        "Night",
        step("good", "good", "more good than bad, as you saw it"),
        step("mixed", "mixed", "some of both"),
        step("bad", "bad", "more bad than good, as you saw it"),
        hint="your own feeling about the night",
    )
    note: str | None = text("Note", lines=True, most=250_000, hint="anything you want to remember")
    surface: str | None = text(
        "Surface", most=60, hint="what it walked on: fleece, towel, wood", aside=True
    )
    carer: str | None = text("Carer", most=12, hint="initials of who looked", aside=True)
