"""What people do in the meeting, one function each; split by what it is about."""

from overleg.bespreking.handelingen.verloop import begin_punt, open_bespreking, start_overleg

__all__ = ["begin_punt", "open_bespreking", "start_overleg"]
