"""From the Word template of somebody else to one of ours: its looks, its header and footer, and nothing else.

What is taken over is put in an empty document of ours. The text of the template, who made it, its settings,
macros, links and attachments stay behind because nothing carries them, not because something looks for them.
"""

import hashlib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_HEADER_FOOTER, WD_ORIENTATION
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from docx.shared import Cm

from overleg.verslag.bestanden import Bestandssoort, Onleesbaar, gekeurd
from overleg.verslag.regels_huisstijl import Bladspiegel, past
from overleg.verslag.sjabloon.beelden import schoon_beeld
from overleg.verslag.sjabloon.kuisen import Kuiser
from overleg.verslag.sjabloon.pakket import Pakket, R, Relatie
from overleg.verslag.sjabloon.stijlen import kuis_nummering, kuis_stijlen, kuis_thema
from overleg.verslag.sjabloon.velden import eis_geen_halers
from overleg.verslag.sjabloon.verbergen import Verbergend
from overleg.verslag.word.voorbeeld import eis_bruikbaar

OPNIEUW: Final = "Bewaar het in Word als sjabloon (.dotx) of document (.docx) en kies het opnieuw."
SJABLOON: Final = Bestandssoort(
    naam="Word-sjabloon",
    hoofdsoorten=(
        b"wordprocessingml.document.main+xml",
        b"wordprocessingml.template.main+xml",
    ),
    nieuw=".dotx of .docx",
    oud=".dot of .doc",
    programma="tekstverwerker",
    vol="onderdelen",
    opnieuw=OPNIEUW,
    laat_liggen=("/hyperlink", "/attachedTemplate"),
)
GEEN_STIJLEN = f"Dit bestand heeft geen stijlen: het is geen sjabloon van Word. {OPNIEUW}"
LEEG_GELATEN: Final = frozenset({"webSettings", "customXml", "stylesWithEffects"})
"""Parts of the empty document that a template of ours does without."""
LOGO_IN_TEKST = (
    "Niet overgenomen: een afbeelding in de tekst van het sjabloon. Staat uw logo daar, zet het dan in de "
    "koptekst: alleen wat in de kop- en voettekst staat, komt in de documenten."
)
GEKOPPELD = "Niet overgenomen: de koppeling met een ander sjabloon."
MEER_DELEN = (
    "Het sjabloon heeft meer secties. De marges en de kop- en voettekst van de laatste sectie gelden."
)
_SOORTEN: Final = {
    "default": WD_HEADER_FOOTER.PRIMARY,
    "first": WD_HEADER_FOOTER.FIRST_PAGE,
    "even": WD_HEADER_FOOTER.EVEN_PAGE,
}
_PER_TWIP_CM: Final = 2.54 / 1440


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template as it may be used, and what is to be said of it."""

    inhoud: bytes
    meldingen: tuple[str, ...]
    """What whoever made it should know."""

    @property
    def controlegetal(self) -> str:
        """The checksum (SHA-256) of the template."""
        return hashlib.sha256(self.inhoud).hexdigest()


def open_sjabloon(inhoud: bytes) -> Sjabloon:
    """Return the template in a file. Raises Onleesbaar, with a sentence for who handed it in.

    What no document can be made of is refused here, where somebody can do something about it.
    """
    with gekeurd(inhoud, SJABLOON), ZipFile(BytesIO(inhoud)) as pak:
        sjabloon = _Overzetter(Pakket(pak)).zet_over()
        eis_bruikbaar(sjabloon.inhoud)
        return sjabloon


class _Overzetter:
    """Carries over what may be carried over."""

    def __init__(self, bron: Pakket) -> None:
        self._bron = bron
        self._hoofd = bron.hoofddeel()
        self._relaties = bron.relaties(self._hoofd)
        self._document: WordDocument = Document()
        self._meldingen: set[str] = set()

    def zet_over(self) -> Sjabloon:
        tekst = self._bron.xml(self._hoofd)
        if tekst.tag != qn("w:document"):
            raise Onleesbaar(f"Dit bestand is in een vorm bewaard die hier niet past (Strict). {OPNIEUW}")
        eis_geen_halers(tekst)
        self._ruim_leeg_document()
        self._stijlen()
        self._bladen(tekst)
        self._wat_blijft_liggen(tekst)
        uit = BytesIO()
        self._document.save(uit)
        return Sjabloon(uit.getvalue(), tuple(sorted(str(zin) for zin in self._meldingen)))

    def _ruim_leeg_document(self) -> None:
        relaties = self._document.part.rels
        for id_ in [id_ for id_, r in relaties.items() if r.reltype.rpartition("/")[2] in LEEG_GELATEN]:
            del relaties[id_]

    def _eerste(self, soort: str) -> str | None:
        return next((r.deel for r in self._relaties.values() if r.soort == soort), None)

    def _stijlen(self) -> None:
        deel = self._eerste("styles")
        if deel is None:
            raise Onleesbaar(GEEN_STIJLEN)
        lijsten, nummers = self._eerste("numbering"), frozenset[str]()
        nummering = self._document.part.numbering_part.element
        if lijsten is None:
            _vervang(nummering, ())
        else:
            bron = self._bron.xml(lijsten)
            nummers = kuis_nummering(bron)
            _vervang(nummering, bron)
        stijlen = self._bron.xml(deel)
        self._verbergt = Verbergend(deepcopy(stijlen))
        kuis_stijlen(stijlen, nummers)
        _vervang(self._document.styles.element, stijlen)
        self._thema()

    def _thema(self) -> None:
        deel = self._eerste("theme")
        if deel is None:
            return
        thema = self._bron.xml(deel)
        if kuis_thema(thema):
            self._document.part.part_related_by(RT.THEME)._blob = _als_tekst(thema)

    def _bladen(self, tekst: BaseOxmlElement) -> None:
        """Take over page, margins, header and footer of the last section, and what it has of those before."""
        secties = list(tekst.iter(qn("w:sectPr")))
        if not secties:
            raise Onleesbaar(f"Dit bestand zegt niet hoe groot de bladzijde is. {OPNIEUW}")
        if len(secties) > 1:
            self._meldingen.add(MEER_DELEN)
        laatste, ons = secties[-1], self._document.sections[0]
        spiegel = _spiegel_van(laatste)
        oordeel = past(spiegel)
        if not oordeel:
            raise Onleesbaar(oordeel.redenen[0].zin)
        self._meldingen |= {waarschuwing.zin for waarschuwing in oordeel.waarschuwingen}
        _zet_spiegel(self._document, spiegel)
        verwijzingen = _verwijzingen(secties)
        eerste = _staat_aan(laatste.find(qn("w:titlePg")))
        even = self._heeft_even()
        ons.different_first_page_header_footer = eerste
        self._document.settings.odd_and_even_pages_header_footer = even
        soorten = ["default", *(["first"] if eerste else []), *(["even"] if even else [])]
        for plek in ("header", "footer"):
            for soort in soorten:
                relatie = self._relaties.get(verwijzingen.get((plek, soort), ""))
                if relatie is not None and relatie.soort == plek:
                    self._band(plek, soort, relatie)

    def _heeft_even(self) -> bool:
        deel = self._eerste("settings")
        return deel is not None and _staat_aan(self._bron.xml(deel).find(qn("w:evenAndOddHeaders")))

    def _band(self, plek: str, soort: str, relatie: Relatie) -> None:
        """Take over one header or footer."""
        bron = self._bron.xml(relatie.deel)
        eis_geen_halers(bron)
        deel: StoryPart
        if plek == "header":
            deel, id_ = self._document.part.add_header_part()
            self._sectie.add_headerReference(_SOORTEN[soort], id_)
        else:
            deel, id_ = self._document.part.add_footer_part()
            self._sectie.add_footerReference(_SOORTEN[soort], id_)
        kuiser = Kuiser(_Beelden(self._bron, relatie.deel, deel).id_van, self._verbergt)
        kuiser.kuis(bron)
        self._meldingen |= kuiser.weggelaten
        _vervang(deel.element, bron)

    @property
    def _sectie(self) -> BaseOxmlElement:
        return self._document.sections[0]._sectPr

    def _wat_blijft_liggen(self, tekst: BaseOxmlElement) -> None:
        """Say what whoever made the template may miss."""
        if next(tekst.iter("{*}blip", "{*}imagedata"), None) is not None:
            self._meldingen.add(LOGO_IN_TEKST)
        instellingen = self._eerste("settings")
        if instellingen and self._bron.leidt_naar_buiten(instellingen):
            self._meldingen.add(GEKOPPELD)


class _Beelden:
    """The pictures of one header or footer, cleaned, under the id they get in ours."""

    def __init__(self, bron: Pakket, naam: str, deel: StoryPart) -> None:
        self._bron, self._deel = bron, deel
        self._relaties: Mapping[str, Relatie] = bron.relaties(naam)

    def id_van(self, oud: str) -> str | None:
        relatie = self._relaties.get(oud)
        if relatie is None or relatie.soort != "image":
            return None
        id_, _beeld = self._deel.get_or_add_image(BytesIO(schoon_beeld(self._bron.bytes(relatie.deel))))
        return id_


def _vervang(doel: BaseOxmlElement, bron: BaseOxmlElement | tuple[()]) -> None:
    """Put the elements of `bron` in the place of those of `doel`."""
    for oud in list(doel):
        doel.remove(oud)
    for kind in bron:
        doel.append(deepcopy(kind))


def _als_tekst(element: BaseOxmlElement) -> bytes:
    return serialize_part_xml(element)


def _staat_aan(element: BaseOxmlElement | None) -> bool:
    return element is not None and element.get(qn("w:val"), "1") not in {"0", "false", "off"}


def _verwijzingen(secties: list[BaseOxmlElement]) -> Mapping[tuple[str, str], str]:
    """Return the id of each kind of header and footer; a section that names none has the one before."""
    uit = {}
    for sectie in secties:
        for plek in ("header", "footer"):
            for verwijzing in sectie.findall(qn(f"w:{plek}Reference")):
                uit[plek, verwijzing.get(qn("w:type"), "default")] = verwijzing.get(f"{R}id", "")
    return uit


def _spiegel_van(sectie: BaseOxmlElement) -> Bladspiegel:
    """Return the page in centimetres; what is not named is as Word has it."""
    blad, marge = sectie.find(qn("w:pgSz")), sectie.find(qn("w:pgMar"))

    def maat(element: BaseOxmlElement | None, naam: str, anders: int) -> float:
        tekst = None if element is None else element.get(qn(f"w:{naam}"))
        return round((int(tekst) if tekst else anders) * _PER_TWIP_CM, 3)

    return Bladspiegel(
        breedte=maat(blad, "w", 11906),
        hoogte=maat(blad, "h", 16838),
        links=maat(marge, "left", 1440) + maat(marge, "gutter", 0),
        rechts=maat(marge, "right", 1440),
        boven=abs(maat(marge, "top", 1440)),
        onder=abs(maat(marge, "bottom", 1440)),
        kop=maat(marge, "header", 709),
        voet=maat(marge, "footer", 709),
    )


def _zet_spiegel(document: WordDocument, spiegel: Bladspiegel) -> None:
    deel = document.sections[0]
    deel.page_width, deel.page_height = Cm(spiegel.breedte), Cm(spiegel.hoogte)
    liggend = spiegel.breedte > spiegel.hoogte
    deel.orientation = WD_ORIENTATION.LANDSCAPE if liggend else WD_ORIENTATION.PORTRAIT
    deel.left_margin, deel.right_margin = Cm(spiegel.links), Cm(spiegel.rechts)
    deel.top_margin, deel.bottom_margin = Cm(spiegel.boven), Cm(spiegel.onder)
    deel.header_distance, deel.footer_distance = Cm(spiegel.kop), Cm(spiegel.voet)
    deel.gutter = Cm(0)
