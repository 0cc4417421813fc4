"""What follows from many nights: medians, counts and words, never means or forecasts (domain §1.6).

Everything here is a pure function of what was recorded, by evening; the order in which it is given
does not matter, and a night that was not recorded is never filled in.
"""
