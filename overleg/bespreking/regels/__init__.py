"""Rules of the meeting: pure functions, one module a subject."""
