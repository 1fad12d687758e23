"""Turning the program and one app package into what end users download; `build_installer.spec` uses it."""
