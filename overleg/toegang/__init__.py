"""Signing in, and the one table of who may do what (ontwerp.md §5)."""
