"""Reading: what is due, and what was destroyed."""
