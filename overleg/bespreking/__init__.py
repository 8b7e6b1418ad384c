"""The meeting itself: three processtappen, five besluiten (domein.md §5)."""
