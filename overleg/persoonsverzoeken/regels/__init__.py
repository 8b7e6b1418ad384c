"""Rules of requests of persons: terms, deciding, what of a dossier goes to one person."""
