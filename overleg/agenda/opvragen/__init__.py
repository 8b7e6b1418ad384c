"""Queries for planning and agendas, limited to what the asker may see."""
