"""The fixtures of all tests; each plugin says in its first lines what it offers.

The order is that of their imports: pytest must see a plugin before another module imports it.
"""

pytest_plugins = [
    "tests.steun.gedeeld",
    "tests.steun.toepassing",
    "tests.steun.database",
    "tests.steun.fabriek",
    "tests.steun.vragen",
    "tests.steun.browser",
    "tests.steun.wachten",
]
