"""Canaries: a recognisable word in every text of every object, and where it is found."""
