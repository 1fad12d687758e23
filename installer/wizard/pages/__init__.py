"""The pages, each of which shows what `installer/wizard/navigation.py` decided."""
