"""Timing caches: the catalogue that ships with an application, and this computer's own."""
