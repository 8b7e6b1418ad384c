"""`make bench`: what the application costs, each figure beside a bare Flask route measured in the same run.

A ratio says the same on a fast and on a slow machine; a figure in milliseconds does not. Out: one line per
figure, `name: figure (goal)`. What the figures mean: docs/metingen.md.
"""
