"""What every stage leans on: settings, database, errors, headers, clock."""
