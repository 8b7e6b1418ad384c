"""What happens once a second person approved: each stage says it for its own kind."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from models import Goedkeuring
from models.waarden_vierogen import GoedkeuringSoort
from overleg.toegang.vrager import Vrager

Uitvoering = Callable[[Session, Vrager, Goedkeuring], None]
UITVOERING: dict[GoedkeuringSoort, Uitvoering] = {}
"""Kind → what is done, as the one who approves, in the transaction of the answer."""


def bij_goedkeuring(soort: GoedkeuringSoort) -> Callable[[Uitvoering], Uitvoering]:
    """Let a function do what is approved for `soort`. It may raise Geweigerd: then nothing is approved."""

    def merk(doe: Uitvoering) -> Uitvoering:
        UITVOERING[soort] = doe
        return doe

    return merk
