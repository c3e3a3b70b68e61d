"""The numbers that a list shows but does not store."""

from __future__ import annotations

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """Return a number from 1 on in small Roman figures."""
    text = ""
    for value, figure in _ROMAN:
        while number >= value:
            text += figure
            number -= value
    return text


def letter(number: int) -> str:
    """Return a number from 1 on in letters: a … z, aa, bb, …"""
    return "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)


def marker_for(number: int, style: str) -> str:
    """Return the marker of an ordered list's item: `style` is 1, a, A, i or I, as in HTML."""
    if number < 1:
        return f"{number}."
    figure = {
        "a": letter(number),
        "A": letter(number).upper(),
        "i": roman(number),
        "I": roman(number).upper(),
    }
    return f"{figure.get(style, str(number))}."
