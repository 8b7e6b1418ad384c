"""The application object, for `flask` and gunicorn."""

from overleg import create_app

app = create_app()
