"""What the vendor states about the bytes of engines, and its signature."""
