"""What the made grid holds and no page may show unless it is asked for on purpose."""

KANARIE = "KANARIE-AFGESCHERMD"
ADRESSEN = {naam: f"{KANARIE}-{naam}" for naam in ("adres", "contact", "contact_hoe")}
"""The columns of a directbetrokkene with an address and ways of contact."""
