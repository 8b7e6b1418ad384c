"""What the own system of a partner asks and reports: own afspraken, and nothing else (issue 6 §2)."""
