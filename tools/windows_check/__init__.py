"""What no stand-in for Windows can show, looked at on a real one by a person in five minutes (docs/verified.md)."""
