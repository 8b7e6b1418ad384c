"""Keeping as long as needed and no longer: terms, legal hold, destruction by two persons."""
