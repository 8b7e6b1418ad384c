"""The meeting, its items, times, order, invitation."""
