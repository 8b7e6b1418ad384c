"""Forms of emergency access: taking it, and judging it afterwards."""

from forms.basis import Formulier
from forms.controles import Verplicht
from forms.velden import JaNeeVeld, LangTekstVeld, TekstVeld
from overleg.noodtoegang.handelingen import Noodvraag


class NeemNoodtoegangFormulier(Formulier):
    """Which casus, and why."""

    kenmerk = TekstVeld(
        "Kenmerk van de casus",
        [Verplicht("Vul het kenmerk in.")],
        limiet="kenmerk",
        description="Bijvoorbeeld LW-2026-0001.",
    )
    reden = LangTekstVeld(
        "Wat is er aan de hand, en waarom moet u dit nu weten?",
        [Verplicht("Schrijf op wat er aan de hand is.")],
        limiet="toelichting",
        hoogte=3,
        description="De voorzitter van de overlegtafel leest dit.",
    )

    def als_invoer(self) -> Noodvraag:
        """Return what was filled in."""
        return Noodvraag(self.kenmerk.data or "", self.reden.data or "")


class BeoordeelNoodtoegangFormulier(Formulier):
    """Whether it was right, and why not."""

    terecht = JaNeeVeld("Was deze noodtoegang terecht?", [Verplicht("Kies ja of nee.")])
    oordeel = LangTekstVeld(
        "Toelichting",
        limiet="toelichting",
        hoogte=3,
        description="Verplicht bij nee. Schrijf op wat er nu gebeurt.",
    )

    def als_invoer(self) -> tuple[bool, str]:
        """Return whether it was right, and the explanation."""
        return bool(self.terecht.data), self.oordeel.data or ""
