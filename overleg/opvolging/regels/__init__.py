"""Rules after the meeting: handing over, informing, monitoring, closing (domein.md §6)."""
