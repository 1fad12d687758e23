"""Everything about engines: what to build, building it in a child process, and keeping what was built. No Qt."""

import os

__version__ = "0.1.0"

# Plugins of pydantic are other programs' own; looking for them reads the metadata of every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
