"""House tests: what holds for the whole tree, and for the commands behind the Makefile."""
