"""Adopting the record, and every document."""
