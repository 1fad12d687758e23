"""References: inputs of a model with the outputs that are right for them, and how far an answer may be from them."""
