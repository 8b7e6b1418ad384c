"""Browser and system in words, so that a person recognises the own devices in a list."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""Sign in the User-Agent → name. The order counts: most browsers also name others."""
SYSTEMEN = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
ONBEKEND = "Onbekend apparaat"


def apparaat(kop: str) -> str:
    """Return the words for a User-Agent header, such as "Firefox op Windows"; never what it says itself."""
    browser = next((naam for teken, naam in BROWSERS if teken in kop), "")
    systeem = next((naam for teken, naam in SYSTEMEN if teken in kop), "")
    return " op ".join(filter(None, (browser, systeem))) or ONBEKEND
