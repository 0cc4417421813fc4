"""What the invented owners of the sample diary wrote, by night counted from the first."""

NOTES = {
    0: "Home at last! He ran under the fleece and came out again for a piece of cucumber.",
    1: "Droppings a little soft. New food, or the excitement of moving in?",
    2: "Much softer tonight and he is quiet. Ringing the vet as soon as they open.",
    3: "Vet saw him at once: wet tail, probably Campylobacter. Sample sent off, treatment started. "
    "Hands washed after everything, his things kept apart.",
    4: "A bit brighter. Drank by himself twice while I watched.",
    5: "Droppings on the mend 🐹 and he sat up to wash his face.",
    6: "Hind legs down! He was walking yesterday. Tonight he pulls himself along by the front "
    "legs. No fall that we know of. Vet by phone: come in tomorrow.",
    7: "Vet: the gut is better, the nerves of the legs are hit. Day 1 of the 10-day course. "
    "Bowl and bottle moved down to the floor, wheel out, second fleece in.",
    8: "Wet belly again; cleaned with lukewarm water and dried. He puts up with it bravely.",
    9: "Slept deep in the nest all evening, let him be. Legs not seen.",
    10: "Oma war da und hat ihm etwas vorgesungen. Er zieht sich schon ganz flink durchs Gehege.",
    11: "Left hind leg twitched when he stretched! Filmed it, twice.",
    14: "Back from a night away; Yuki looked after him. Her note:\n"
    "今日はよく食べました。左の足が少し動きました。かわいいです。",
    15: "He paddles with both now, the left more than the right.",
    16: "Day 10 of the course. He begins to use his legs: the left pushes properly, the right "
    "only sometimes helps. So proud of him.",
    18: "Tired tonight, dragged more than yesterday. One night is one night.",
    20: "He stood. Three steps, then he sat down and looked surprised.",
    23: "Etwas zu viel Gurke gestern, Kot ist weich. Heute nur trockenes Futter.",
    24: "أكل جيداً الليلة ومشى خطوات قليلة على البطانية. سمير",
    26: "Day 20. Good recovery, says the vet, and both legs carry him. He still wobbles when he "
    "turns to the right.",
    28: "Right foot turns out when he is in a hurry. Filmed from behind.",
    29: "Wheel back in, the big solid one. He looked at it for ten minutes, then three rounds!",
    32: "After a long weekend: our neighbour says he ate and drank well, she did not score.",
    33: "Walked the whole length of the fleece and back. C'était très beau à voir.",
    35: "Back at the vet for a check: nothing more to do, go on like this, more in two weeks.",
    38: "Climbed into his sand bath by himself and had a proper roll in it.",
}
"""Nobody is quoted: the diary is invented (its course follows domain §13, the last case)."""
