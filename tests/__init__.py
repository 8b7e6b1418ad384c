"""The tests, by the names of the stages."""
