"""Tafels, criteria, partners, grounds, members, accounts."""
