"""A field for a file that somebody hands in. It is kept nowhere: it is read once, and gone."""

from typing import Any, ClassVar

from werkzeug.datastructures import FileStorage
from wtforms.fields import FileField

from forms.basis import Formulier
from forms.controles import Verplicht


class BestandVeld(FileField):
    """One file; `inhoud` reads it. The form around it needs `enctype="multipart/form-data"`."""

    vorm: ClassVar[str] = "bestand"
    data: FileStorage | None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Take the first real file: a browser sends one without a name when none was chosen."""
        bestanden = (ding for ding in valuelist if isinstance(ding, FileStorage) and ding.filename)
        self.data = next(bestanden, None)

    def inhoud(self, grens: int) -> bytes:
        """Return what is in it, and of a file that is larger than `grens` one byte more than that."""
        return self.data.read(grens + 1) if self.data else b""


class KiesWerkbladFormulier(Formulier):
    """Which sheet."""

    bestand = BestandVeld(
        "Ingevuld werkblad",
        [Verplicht("Kies het werkblad dat u hebt ingevuld.")],
        description="Een bestand met .xlsx aan het eind, hoogstens 2 MB.",
    )
