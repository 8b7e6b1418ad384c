"""When a dossier is due, and whether it may be destroyed: pure rules."""
