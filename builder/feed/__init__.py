"""The feed: engines that the vendor delivers ready-made, signed, from any web server or from a folder."""
