"""What end users and administrators run: commands, console, log. Decides nothing that `builder` decides."""
