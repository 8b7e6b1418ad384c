"""The append-only record of who did what, and who looked (ontwerp.md §6)."""
