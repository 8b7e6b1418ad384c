"""Queries after the meeting; the asker first, always limited to what the asker may see."""
