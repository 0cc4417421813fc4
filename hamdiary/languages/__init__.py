"""The catalogues: what the owner reads in another language than English, as gettext keeps it.

`de/*.po` are what a translator writes, one file a room; `de.mo` is the same compiled, which the
program reads. `python tests/language/catalogue.py` makes and checks both.
"""
