"""Forms of the meeting."""
