"""How letters look on a terminal after the codes that it was sent."""

import re


def looked(look, codes):
    """The look that codes make of another one; both as sorted pairs."""
    style = dict(look)
    for code in re.findall(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+", codes or "0"):
        if code == "0":
            style = {}
        elif re.fullmatch(r"38;.*|3\d|9[0-7]", code):
            style["ink"] = code
        elif re.fullmatch(r"48;.*|4\d|10[0-7]", code):
            style["ground"] = code
        else:
            style[code] = ""
    return tuple(sorted(style.items()))
