"""Built engines: what engines.json records of them, whether they still fit, and where they are kept."""
