"""The real program on a screen of its own: a person's hands and a screen reader's ears, for tests and for pictures."""
