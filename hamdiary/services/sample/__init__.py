"""The sample diary: invented hamsters, to look around in and to measure with."""
