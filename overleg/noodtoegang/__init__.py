"""Reading what is most needed of a casus in an emergency (docs/besluiten/026)."""
