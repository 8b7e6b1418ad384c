"""Two persons: what one asks, and another must approve before it happens (issue 5 §2)."""
