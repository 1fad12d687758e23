"""How a kit is laid out: everything that an installation without a network needs, in one folder.

`engine-builder kit` makes it, and `engine-installer install --kit` installs from it. `SHA256SUMS` lists every file.
"""

PROGRAMS = "programs"
"""Has a folder for each system, with the packaged program."""

PACKAGE = "package"
WHEELS = "wheels"
FEED = "feed"
PAGE = "README.txt"
