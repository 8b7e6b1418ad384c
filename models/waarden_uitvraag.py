"""The words for how the answer of a partner came in, when it could not put it in itself."""

from models.waarden import Waarde


class Antwoordwijze(Waarde):
    """How a partner gave its answer to who puts it on record."""

    TELEFOON = "telefoon", "Telefonisch"
    BRIEF = "brief", "Per brief"
    MAIL = "mail", "Per mail"
    PERSOONLIJK = "persoonlijk", "In een gesprek"
