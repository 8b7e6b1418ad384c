"""A value that a valid form is sure to have."""

from typing import TypeVar

T = TypeVar("T")


def zeker(waarde: T | None) -> T:
    """Return the value of a field that is `Verplicht`; asking it of an invalid form is a mistake in code."""
    if waarde is None:
        raise ValueError("als_invoer() is asked of a form that is not valid")
    return waarde
