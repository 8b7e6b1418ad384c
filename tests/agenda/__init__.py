"""Planning overleggen and making their agenda."""
