"""Making references: inputs of a model with the outputs that are right for them, and how far engines may be off."""
