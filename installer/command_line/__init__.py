"""The command line of `engine-installer`: options in, words and an exit status out."""
