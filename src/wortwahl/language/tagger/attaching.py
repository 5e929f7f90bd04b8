"""Which quotation a speaker, a cue and a frame belong to."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from wortwahl.language.tagger.features import Page
from wortwahl.language.tagger.labels import Found

Run = tuple[int, int]
_NEAR = 3  # tokens between a frame and what it introduces: a comma, a colon, a mark
_FAR = 200  # tokens: a speaker named longer ago is nobody's


class Attached(NamedTuple):
    """Speaker, cue and frame of a quotation, as runs of tokens."""

    speaker: tuple[Run, ...] = ()
    cue: tuple[Run, ...] = ()
    frame: tuple[Run, ...] = ()


def runs_of(roles: Sequence[str], lo: int, hi: int, wanted: str) -> tuple[Run, ...]:
    """Return the runs of tokens between lo and hi with one of the wanted labels ("S" is B-S and I-S)."""
    found: list[Run] = []
    for i in range(lo, hi):
        label = roles[i]
        if label[-1] not in wanted:
            continue
        if found and found[-1][1] == i and label != "B-S":
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)


def attach(page: Page, found: Sequence[Found], roles: Sequence[str]) -> list[Attached]:
    """Return who, how and with which frame for each quotation, in their order.

    1. a mere report holds its speaker itself
    2. free-indirect speech has the speaker named last before it
    3. direct speech inside of reported speech has what that has
    4. else the frame that touches the quotation: before it, behind it, in its gap
    5. else the nearest frame of its sentence
    6. else, for direct speech, the speaker named last before it

    Parameters
    ----------
    page : Page
        The text.
    found : sequence of Found
        The quotations, sorted by start.
    roles : sequence of str
        The role of each token, of `ROLES`.
    """
    lows = [lo for lo, _ in page.spans]
    frames = [_frames(roles, lo, hi) for lo, hi in page.spans]
    speakers = [run for lo, hi in page.spans for run in runs_of(roles, lo, hi, "SX")]
    heads = [start for start, _ in speakers]
    held: dict[int, Attached] = {}
    holders: list[int] = []  # reported speech, by start: the last few can hold what comes now
    for n, one in enumerate(found):
        lo, hi = one.parts[0][0], one.parts[-1][1]
        before = bisect_left(heads, lo) - 1
        earlier = (speakers[before],) if before >= 0 and lo - heads[before] < _FAR else ()
        if one.type == "Reported":
            held[n] = Attached(speaker=runs_of(roles, lo, hi, "SX")[:1] or earlier)
            continue
        if one.type.endswith("FreeIndirect"):
            held[n] = Attached(speaker=earlier)
            continue
        if one.type == "Direct":
            holder = next((h for h in holders[-4:] if _holds(found[h], lo, hi)), None)
            if holder is not None:
                held[n] = held[holder]
                continue
        else:
            holders.append(n)
        frame = _touching(one, max(bisect_right(lows, lo) - 1, 0), frames, lows)
        if frame:
            held[n] = Attached(
                tuple(run for a, b in frame for run in runs_of(roles, a, b, "SX"))[:1],
                tuple(run for a, b in frame for run in runs_of(roles, a, b, "CX")),
                frame,
            )
        else:
            held[n] = Attached(speaker=earlier if one.type == "Direct" else ())
    return [held[n] for n in range(len(found))]


def _holds(one: Found, lo: int, hi: int) -> bool:
    return any(a <= lo and hi <= b for a, b in one.parts)


def _frames(roles: Sequence[str], lo: int, hi: int) -> list[Run]:
    """The runs of any role in a sentence."""
    found: list[Run] = []
    for i in range(lo, hi):
        if roles[i] == "O":
            continue
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _touching(one: Found, k: int, frames: list[list[Run]], lows: list[int]) -> tuple[Run, ...]:
    here = frames[k]
    lo, hi = one.parts[0][0], one.parts[-1][1]
    inner = [
        run
        for run in here
        if any(
            b <= run[0] + 1 and run[1] <= c + 1
            for (_, b), (c, _) in zip(one.parts, one.parts[1:], strict=False)
        )
    ]
    if inner:
        return tuple(inner)
    before = [run for run in here if 0 <= lo - run[1] <= _NEAR]
    behind = [run for run in here if 0 <= run[0] - hi <= _NEAR]
    if before and behind and one.type == "Indirect" and behind[0][1] - behind[0][0] <= 2:
        return (before[-1], behind[0])
    if before:
        return (before[-1],)
    if behind:
        return (behind[0],)
    # A quotation of several sentences: its frame may stand behind the last one.
    last = max(bisect_right(lows, hi - 1) - 1, 0)
    for other in (last, last + 1):
        if other != k and other < len(frames) and one.type == "Direct":
            near = [run for run in frames[other] if 0 <= run[0] - hi <= _NEAR]
            if near:
                return (near[0],)
    if here:
        return (min(here, key=lambda run: min(abs(lo - run[1]), abs(run[0] - hi))),)
    return ()
