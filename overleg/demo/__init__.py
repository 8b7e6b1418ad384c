"""Invented data to try the tool with: deterministic, dated relative to today (ontwerp.md §9)."""
