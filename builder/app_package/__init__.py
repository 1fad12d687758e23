"""The app package that a vendor ships: `app.toml` and the files it names, checked and hashed."""
