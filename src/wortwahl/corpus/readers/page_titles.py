"""The headline of a saved page: its own places do not agree, so that they are asked in order."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from wortwahl.language.wordlists import word_set

# Outlets whose og:title is written for sharing, while JSON-LD has the article's headline: seen on pages whose
# title is known. Elsewhere it is mostly the other way round, and JSON-LD has one for search engines.
_HEADLINE_IN_JSON = word_set(
    """
    abendblatt.de braunschweiger-zeitung.de morgenpost.de waz.de nrz.de wp.de ikz-online.de
    thueringer-allgemeine.de otz.de tlz.de kleinezeitung.at t-online.de mz.de volksstimme.de
    """
)
_SHARED = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_SITE_BEHIND = re.compile(r"\s+[|–—•·]\s+[^|–—•·]{2,40}$|\s+-\s+[\w. ]{2,25}$")
# Of the longer one: what a broken quotation mark has cut off is little.
_PREFIX = 0.4


def page_title(
    in_json: str, metas: Mapping[str, str], headings: list[str], window: str, host: str, site: str = ""
) -> str:
    """Return the headline of an article.

    Parameters
    ----------
    in_json : str
        That of JSON-LD.
    metas : mapping
        Meta elements by lower-case name.
    headings : list of str
        Texts of the elements h1.
    window : str
        The page's title, with the site's name behind it.
    host : str
        Where the page stood.
    site : str
        The site's name.

    Examples
    --------
    >>> page_title("", {"og:title": "Gipfel endet | Nordheimer Tagblatt"}, [], "", "", "Nordheimer Tagblatt")
    'Gipfel endet'
    >>> page_title("Gipfel: Alle Infos", {"og:title": "Ein Ende mit"}, ['Ein Ende mit "Ansage"'], "", "")
    'Ein Ende mit "Ansage"'
    """
    shared = next((metas[name] for name in _SHARED if metas.get(name)), "")
    shared = _without_site(shared, site)
    for heading in headings:
        # A quotation mark inside an attribute's quotation marks ends it.
        if shared and heading.startswith(shared) and len(shared) >= _PREFIX * len(heading):
            shared = heading
    places = (in_json, shared) if _by_json(host) else (shared, in_json)
    return next(filter(None, (*places, *headings)), "") or _SITE_BEHIND.sub("", window)


def host_of(*addresses: str) -> str:
    """Return the host of the first address that has one, without "www."."""
    for address in addresses:
        try:
            host = urlsplit(address).hostname
        except ValueError:
            continue
        if host:
            return host.removeprefix("www.")
    return ""


def _by_json(host: str) -> bool:
    while "." in host:
        if host in _HEADLINE_IN_JSON:
            return True
        host = host.partition(".")[2]
    return False


def _without_site(title: str, site: str) -> str:
    """Return a title without the site's own name behind it; other parts with dashes are the headline's."""
    found = _SITE_BEHIND.search(title)
    if found and site:
        name = re.sub(r"^\W+", "", found.group())
        if re.sub(r"\W", "", name).casefold() == re.sub(r"\W", "", site).casefold():
            return title[: found.start()]
    return title
