"""`make bench`: the figures of the live meeting, each beside the floor measured in the same run.

A figure of one machine says little; beside a bare Flask application on the same server, database and machine
it says what ours costs. docs/metingen.md says what each figure means.
"""
