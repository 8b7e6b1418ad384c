"""What the people of the invented casussen know and type in, as plain values."""
