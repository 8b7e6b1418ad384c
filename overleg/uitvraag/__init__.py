"""Asking the partners, their answers, who joins (domein.md §4)."""
