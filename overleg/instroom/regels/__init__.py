"""The rules of instroom: pure functions over facts; no database, no Flask, no clock (domein.md §3)."""
