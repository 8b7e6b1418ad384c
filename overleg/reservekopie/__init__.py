"""Backups: made while people work, encrypted, and put back on an empty machine (docs/backup.md)."""
