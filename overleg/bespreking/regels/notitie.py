"""From a note to an afspraak: which words of a text an afspraak starts from."""


def laatste_regel(tekst: str, hoogstens: int) -> str:
    """Return the last line of a text that says something, on one line and no longer than `hoogstens`."""
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    return next((regel for regel in reversed(regels) if regel), "")[:hoogstens]
