"""hamdiary: a night diary for a hamster with weak hind legs."""

__version__ = "0.1.0"
