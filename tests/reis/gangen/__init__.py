"""The journeys: each a casus driven from aanmelding to action list."""
