"""The headline of a saved page: JSON-LD, og:title and what is printed do not agree, and all may be right."""

import re
from collections.abc import Mapping, Sequence

_SHARED = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_SITE_BEHIND = re.compile(r"\s+[|–—•·]\s+[^|–—•·]{2,40}$|\s+-\s+[\w. ]{2,25}$")
_WORD = re.compile(r"\w+")
# Of the longer one: what a broken quotation mark has cut off is little.
_PREFIX = 0.4
# Of the words of the longer one: two wordings of one headline.
_ALIKE = 0.75


def page_title(
    in_json: str, metas: Mapping[str, str], first: Sequence[str], lower: Sequence[str], window: str
) -> str:
    """Return the headline of an article: an ordered chain, the first rule that applies decides.

    1. What only one of JSON-LD and og:title says, and else what the page prints.
    2. Of two wordings of one headline that of JSON-LD, which may have the kicker ("Asyl: Ein Streit endet").
    3. og:title, where it stands below as a heading: sites that write the first one and JSON-LD for search
       engines print the article's own headline with its teaser.
    4. The printed headline, where neither is it.
    5. JSON-LD.

    Parameters
    ----------
    in_json : str
        The headline in JSON-LD.
    metas : mapping
        Meta elements by lower-case name.
    first, lower : sequence of str
        Texts of the elements h1, and of h2 to h4.
    window : str
        The page's title, with the site's name behind it.

    Examples
    --------
    >>> page_title("", {"og:title": "Gipfel | Talblick", "og:site_name": "Talblick"}, [], [], "")
    'Gipfel'
    >>> page_title("Alles zum Gipfel", {"og:title": "Sie tagen noch"}, ["Alles zum Gipfel"],
    ...            ["Wien Sie tagen noch"], "")
    'Sie tagen noch'
    """
    shared = next((metas[name] for name in _SHARED if metas.get(name)), "")
    shared = _without_site(shared, metas.get("og:site_name", ""))
    for heading in first:
        # A quotation mark inside an attribute's quotation marks ends it.
        if shared and heading.startswith(shared) and len(shared) >= _PREFIX * len(heading):
            shared = heading
    if not in_json or not shared:
        return in_json or shared or next(iter(first), "") or _SITE_BEHIND.sub("", window)
    one, other = _letters(in_json), _letters(shared)
    if one in other or other in one or _alike(in_json, shared):
        return in_json
    printed = [_letters(heading) for heading in first]
    if other not in printed and any(_letters(heading).endswith(other) for heading in lower):
        return shared
    if printed and one not in printed and other not in printed:
        return first[0]
    return in_json


def _alike(one: str, other: str) -> bool:
    words, others = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(words & others) >= _ALIKE * max(len(words), len(others))


def _without_site(title: str, site: str) -> str:
    """Return a title without the site's own name behind it; other parts with dashes are the headline's."""
    found = _SITE_BEHIND.search(title)
    if found and site and _letters(found.group()) == _letters(site):
        return title[: found.start()]
    return title


def _letters(text: str) -> str:
    """Return what of two titles is compared: no case, no signs, no soft hyphens."""
    return "".join(_WORD.findall(text.casefold().replace("\u00ad", "")))
