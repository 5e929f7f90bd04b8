"""Places in the text of what the rules found in items."""

from wortwahl.language.speech.reading import Unit
from wortwahl.language.wordlists import word_set

Place = tuple[int, int]


def places(unit: Unit, first: int, end: int, holes: list[tuple[int, int]]) -> tuple[Place, ...]:
    """The places of items, without the frames in between and the commas beside them."""
    parts: list[Place] = []
    begin = first
    for a, b in [*sorted(holes), (end, end)]:
        if a < begin:
            begin = max(begin, b)
            continue
        left, right = begin, min(a, end)
        while left < right and unit.word(left) in (",", "–", "-", ":", ";"):
            left += 1
        while right > left and unit.word(right - 1) in (",", "–", "-", ":"):
            right -= 1
        place = unit.span(left, right)
        if place:
            parts.append(place)
        begin = max(begin, b)
        if begin >= end:
            break
    return tuple(parts)


def cue_place(unit: Unit, items: tuple[int, ...]) -> Place | None:
    """Return the place of a cue: of its main verb where an auxiliary stands apart."""
    if len(items) == 2 and items[1] - items[0] > 1:
        main = items[1] if unit.word(items[0]) in _HELPERS else items[0]
        return unit.span(main, main + 1)
    return unit.span(items[0], items[-1] + 1)


_HELPERS = word_set(
    """
    hat haben hatte hatten habe wird werden wurde wurden worden sei ist sind war waren hätte hätten
    """
)


def cue_rest(unit: Unit, items: tuple[int, ...]) -> tuple[Place, ...]:
    """Return the places of a cue's other words: its auxiliary or its particle."""
    main = cue_place(unit, items)
    spots = [unit.span(i, i + 1) for i in items]
    return tuple(s for s in spots if s and main and not main[0] <= s[0] < main[1])


def frame_place(unit: Unit, first: int, end: int) -> Place | None:
    """Return the place of a frame with the comma or colon that divides it from what it reports."""
    if first and unit.word(first - 1) in (",", "–"):
        first -= 1
    if end < len(unit.items) and unit.word(end) in (",", ":", "–"):
        end += 1
    return unit.span(first, end)
