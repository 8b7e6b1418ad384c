"""Forms of beheer."""
