"""The rules of planning an overleg and making its agenda: pure functions, no database, no clock."""
