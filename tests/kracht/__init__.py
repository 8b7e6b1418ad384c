"""The live meeting on the server of production: killed, cut off, full, and twelve people at once."""
