"""Flask with one addition: the edge of a request is where its transaction ends."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from flask import Flask, Request, Response
from flask.typing import ResponseReturnValue

from overleg.basis.database import alleen_lezen, db, leest
from overleg.basis.eenmalig import onthoud

EERSTE_FOUT = 400


class Verzoek(Request):
    """Keeps a file that somebody hands in off the disk; MAX_CONTENT_LENGTH bounds how large it can be."""

    def _get_file_stream(self, *_wat: object, **_meer: object) -> BytesIO:
        """Take a file in memory: the library would put a larger one in a temporary file."""
        return BytesIO()


class Toepassing(Flask):
    """Commits when the answer is good, rolls back when it is not."""

    request_class = Verzoek

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voor_het_vastleggen: list[Callable[[], None]] = []
        """What is written along with what a form did, last of all."""

    def full_dispatch_request(self) -> Response:
        """Run the whole request, its checks too, under the transaction kind of its method."""
        if leest():
            with alleen_lezen():
                return super().full_dispatch_request()
        return super().full_dispatch_request()

    def log_exception(self, *_fout: object) -> None:
        """Leave it to `fouten.py`: the line of Flask would hold the address."""

    def dispatch_request(self) -> ResponseReturnValue:
        """Call the view and end its transaction before the answer leaves.

        An error while committing is handled like an error in the view.
        """
        try:
            antwoord = onthoud(self.make_response(super().dispatch_request()))
            if leest() or antwoord.status_code >= EERSTE_FOUT:
                db.session.rollback()
            else:
                for doe in self.voor_het_vastleggen:
                    doe()
                db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        return antwoord
