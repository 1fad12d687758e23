"""What can be done to an installation: install, repair, uninstall, and tell its status."""
