"""Requests of persons: the register, one request, and what a dossier holds on one person."""
