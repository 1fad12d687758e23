"""The engine library where it comes from wheels: downloading and unpacking them without trusting them."""
