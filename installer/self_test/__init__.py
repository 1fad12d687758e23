"""Whether this program is complete and works on this computer."""
