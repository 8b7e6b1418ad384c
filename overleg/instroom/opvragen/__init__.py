"""Queries of instroom, the asker first, always limited to what the asker may see."""
