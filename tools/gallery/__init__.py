"""Pictures of every page of the wizard in every state, and a search for defects in them."""
