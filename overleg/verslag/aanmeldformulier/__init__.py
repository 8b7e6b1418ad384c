"""The form of an aanmelding as a Word file: what it asks, writing it, reading it back."""
