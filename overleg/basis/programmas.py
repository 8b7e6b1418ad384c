"""The part of the house that programs ask: everything under one path, without pages and without cookies."""

from flask import Flask, Response, request

PAD = "/api"
HOOFDVERSIE = "v1"
VERSIE = "1.0.0"
"""Of what programs may rely on: semver, said in every answer (NLGov API Design Rules, version-header)."""


def is_koppelvlak(pad: str | None = None) -> bool:
    """Whether a path (default: that of this request) is one that programs ask, also when nothing is there."""
    pad = request.path if pad is None else pad
    return pad == PAD or pad.startswith(f"{PAD}/")


def _noem_versie(antwoord: Response) -> Response:
    if is_koppelvlak():
        antwoord.headers["API-Version"] = VERSIE
    return antwoord


def registreer(app: Flask) -> None:
    """Say the version in every answer to a program, errors too."""
    app.after_request(_noem_versie)
