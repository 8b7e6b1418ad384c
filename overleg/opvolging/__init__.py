"""Afspraken, handover, informing, monitoring (domein.md §6)."""
