"""Everything about engines: what to build, building it in a child process, and keeping what was built. No Qt."""

__version__ = "0.1.0"
