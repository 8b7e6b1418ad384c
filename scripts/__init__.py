"""The commands behind the Makefile. Standard library only: they run before anything is installed.

The check below uses only what every Python 3 can read, so that an older one answers with a
sentence instead of a SyntaxError in one of the modules beside this file.
"""

import sys

OUDSTE_PYTHON = (3, 11)

if sys.version_info < OUDSTE_PYTHON:
    sys.exit(
        "Python %d.%d or newer is needed and this is %d.%d: install a newer one and name it, "
        "for example `make start PYTHON=python3.12`." % (OUDSTE_PYTHON + tuple(sys.version_info[:2]))
    )
