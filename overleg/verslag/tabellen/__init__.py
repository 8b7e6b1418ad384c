"""Lists as a sheet or csv, from content objects, and a sheet read back; knows nothing of the database."""
