"""The pages, each of which shows what `installer/flow.py` decided."""
