"""Word forms: what they ask, reading back what was filled in, and putting that in its place."""
