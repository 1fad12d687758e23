"""The pages: the body of each view, which shows what was decided elsewhere and asks for what is pressed."""
