"""Aanmelding, criteria, triage, spoed (domein.md §3)."""
