"""Deliberate faults, one at a time, to see whether the tests would notice."""
