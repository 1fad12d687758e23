"""The vendor's side of a feed: its keys, what is in it, its signatures."""
