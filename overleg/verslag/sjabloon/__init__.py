"""Reading a Word template of somebody else: what is carried over from it, and nothing besides."""
