"""Making real Word files from content objects; knows nothing of the database."""
