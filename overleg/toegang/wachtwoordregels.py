"""When a password will do (ASVS 6.2): long, not one that everybody tries, nothing of oneself in it.

No rule says which kinds of signs must be in it. The list is that of zxcvbn: passwords that leaked and words
that are used often, also backwards, twice, with a year behind them or along the keys; no service is asked.
"""

from collections.abc import Sequence

from zxcvbn import zxcvbn

from overleg.basis.oordeel import JA, Oordeel, nee

MINSTENS = 15
HOOGSTENS = 1_000
"""More is refused before it is hashed: that takes longer, the longer it is."""
GEKEND = 72
"""So much of it is compared; the library takes no more."""
MINSTE_POGINGEN = 10
"""As a power of ten: who knows the lists needs at least so many guesses."""
EIGEN_WOORDEN = ("actie-overleg", "actieoverleg", "veilig thuis", "veiligthuis", "veilig", "overleg")

TE_KORT = f"Kies een wachtwoord van minstens {MINSTENS} tekens, bijvoorbeeld een paar losse woorden."
TE_LANG = "Kies een wachtwoord van hoogstens 1.000 tekens."
TE_BEKEND = (
    "Dit wachtwoord is makkelijk te raden: het lijkt op een veelgebruikt wachtwoord of op uw eigen naam. "
    "Kies een paar losse woorden die niets met u of uw werk te maken hebben."
)


def mag_wachtwoord(wachtwoord: str, van: Sequence[str] = ()) -> Oordeel:
    """Say whether a new password will do; `van` is what others know of its owner: name, e-mail."""
    if len(wachtwoord) < MINSTENS:
        return nee(TE_KORT)
    if len(wachtwoord) > HOOGSTENS:
        return nee(TE_LANG)
    woorden = [*EIGEN_WOORDEN, *(deel for tekst in van for deel in _delen(tekst))]
    schatting = zxcvbn(wachtwoord[:GEKEND].lower(), user_inputs=woorden)
    return JA if schatting["guesses_log10"] >= MINSTE_POGINGEN else nee(TE_BEKEND)


def _delen(tekst: str) -> list[str]:
    """Return a name or address whole, and its parts."""
    schoon = tekst.lower().replace("@", " ").replace(".", " ").replace("-", " ")
    return [tekst.lower(), *schoon.split()]
