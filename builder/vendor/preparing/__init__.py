"""Models in a narrower data type: what that does to their results, and proof that they are still right."""
