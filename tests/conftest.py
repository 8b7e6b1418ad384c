"""The fixtures of all tests; each plugin says in its first lines what it offers.

The order is that of their imports: pytest must see a plugin before another module imports it.

Property tests try the same examples each time, so that a run says something about the change and not about
luck. `make test ARGS="--hypothesis-profile=zoek"` looks for new ones.
"""

from hypothesis import settings

settings.register_profile("vast", derandomize=True)
settings.register_profile("zoek", print_blob=True)
settings.load_profile("vast")

pytest_plugins = [
    "tests.steun.gedeeld",
    "tests.steun.toepassing",
    "tests.steun.database",
    "tests.steun.fabriek",
    "tests.steun.vragen",
    "tests.steun.browser",
    "tests.steun.wachten",
]
