"""What would make a vendor's models faster or smaller, each with what it is worth."""
