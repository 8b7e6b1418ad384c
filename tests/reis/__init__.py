"""The route of a casus as people walk it, in a real browser: page objects that speak as an actor."""
