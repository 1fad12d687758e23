"""`engine-builder lock`: the wheels of an engine library, written into app.toml for every system and Python."""
