"""What every other room stands on: errors, texts, files, events, and the wish to stop."""
