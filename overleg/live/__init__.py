"""Live: telling open screens what changed, never the content (ontwerp.md §7).

Out: `logboek` says that something happened, `melden` counts it in the same transaction and leaves a signal.
In: `omroep` hears of it in every process and wakes the open streams; `stand` says what one person may know.
"""
