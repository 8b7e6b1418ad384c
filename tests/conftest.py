"""The fixtures of all tests; each plugin says in its first lines what it offers."""

pytest_plugins = [
    "tests.steun.gedeeld",
    "tests.steun.database",
    "tests.steun.toepassing",
    "tests.steun.browser",
    "tests.steun.wachten",
]
