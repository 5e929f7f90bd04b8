"""How every figure looks, and how it becomes SVG: the same table gives the same bytes."""

import io
import logging
import re
import textwrap
import unicodedata
import warnings
from collections.abc import Callable
from functools import wraps

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from wortwahl.safety import html
from wortwahl.storage import content_key

# A page of A4 between margins of 25 mm; figures are never scaled, so that 8 points stay 8 points.
WIDTH = 6.3

# Okabe and Ito's (2008) colours, darkened where thin lines need it: told apart in every common
# form of colour blindness, and by lightness in grey print.
BLUE, ORANGE, GREEN, PINK, SKY, AMBER = "#00588f", "#c9550a", "#00785a", "#b0578d", "#4a9fd4", "#b98300"
CYCLE = (BLUE, ORANGE, GREEN, PINK, SKY, AMBER)
INK, MUTED, FAINT = "#222222", "#6b6b6b", "#d9d9d9"
VOICE_COLOURS = {"newsroom": BLUE, "direct": "#e69f00", "indirect": "#f5d48a", "distanced": "#b5b5b5"}

RC = {
    "font.family": "DejaVu Sans",  # ships with matplotlib, so that every machine draws the same
    "font.size": 7.5,
    "text.parse_math": False,  # a "$" in an outlet's name is a dollar sign
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "axes.linewidth": 0.6,
    "axes.labelsize": 7.5,
    "axes.titlesize": 8,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.titlepad": 5,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7.5,
    "xtick.major.size": 2.5,
    "ytick.major.size": 0,
    "grid.color": FAINT,
    "grid.linewidth": 0.5,
    "legend.frameon": False,
    "legend.fontsize": 7.5,
    "svg.fonttype": "path",  # letters as outlines: no font is asked of the reader's machine
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
}


def _settings() -> dict:
    # From matplotlib's own defaults, so that a reader's matplotlibrc changes nothing; naming the
    # backend would load pyplot.
    return {**{key: mpl.rcParamsDefault[key] for key in mpl.rcParamsDefault if key != "backend"}, **RC}


class Plate(Figure):
    """A figure with a text for those who do not see it, and an SVG for those who do."""

    alt: str = ""
    drawn: str = ""  # the SVG, once made: a report shows a figure in HTML and in PDF

    def _repr_svg_(self) -> str:
        # A notebook shows many figures on one page, and lets its reader change one and show it again.
        svg = _draw(self)
        label = f'<svg role="img" aria-label="{html(self.alt)}" '
        return _embedded(svg, f"f{content_key(svg)}").replace("<svg ", label, 1)


def styled(draw: Callable[..., Plate]) -> Callable[..., Plate]:
    """Let a figure function draw in the report's style without touching the reader's settings."""

    @wraps(draw)
    def inside(*arguments: object, **named: object) -> Plate:
        with mpl.rc_context(_settings()):
            return draw(*arguments, **named)

    return inside


def plate(height: float, width: float = WIDTH) -> Plate:
    """Return an empty figure of a size in inches."""
    figure = Plate(figsize=(width, height), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.03, h_pad=0.03, wspace=0.05, hspace=0.06)
    return figure


def legend_above(figure: Plate, handles: list, labels: list[str]) -> None:
    """Set a legend in a line above all panels, with room between it and their titles."""
    width, height = figure.get_size_inches()
    figure.set_size_inches(width, height + 0.22)
    figure.get_layout_engine().set(rect=(0, 0, 1, 1 - 0.3 / (height + 0.22)))
    named = {
        "handletextpad": 0.5,
        "borderpad": 0,
        "borderaxespad": 0.2,
        "handlelength": 1.6,
        "columnspacing": 1.8,
    }
    figure.legend(handles, labels, loc="upper left", bbox_to_anchor=(0.0, 1.0), ncols=4, **named)


def short(text: object, limit: int = 26) -> str:
    """Return a name that fits beside an axis; what matplotlib cannot draw is replaced."""
    line = " ".join(str(text).split())
    line = "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cf", "Cs") else sign for sign in line)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def title(text: object, width: int = 19) -> str:
    """Return a panel's title in at most two lines."""
    lines = textwrap.wrap(short(text, 200), width) or [""]
    if len(lines) > 2:
        lines[1] = lines[1][: width - 1].rstrip() + "…"
    return "\n".join(lines[:2])


def to_svg(figure: Figure, key: str) -> str:
    """Return a figure as an SVG element that can stand inside an HTML page beside others.

    Parameters
    ----------
    figure : Figure
        Made by a function of this folder.
    key : str
        Unique in the page: it is put before every id.
    """
    if not isinstance(figure, Plate):
        return _embedded(_draw(figure), key)
    figure.drawn = figure.drawn or _draw(figure)
    return _embedded(figure.drawn, key)


def _draw(figure: Figure) -> str:
    buffer = io.StringIO()
    quiet = logging.getLogger("matplotlib.font_manager")
    level = quiet.level
    with mpl.rc_context({**_settings(), "svg.hashsalt": "wortwahl"}), warnings.catch_warnings():
        # A sign that the font lacks is drawn as a box; a warning a sign would bury the messages.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        quiet.setLevel(logging.ERROR)
        try:
            FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None, "Creator": None})
        finally:
            quiet.setLevel(level)
    return buffer.getvalue()


def _embedded(svg: str, key: str) -> str:
    key = re.sub(r"[^A-Za-z0-9-]+", "-", key)
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<!--.*?-->|<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    # A style element would hold for the whole page: the same as attributes of the root.
    svg = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", svg, count=1, flags=re.DOTALL)
    svg = svg.replace("<svg ", '<svg stroke-linejoin="round" stroke-linecap="butt" ', 1)
    svg = re.sub(r'\bid="([^"]*)"', rf'id="{key}-\1"', svg)
    svg = re.sub(r'href="#([^"]*)"', rf'href="#{key}-\1"', svg)
    svg = re.sub(r"url\(#([^)]*)\)", rf"url(#{key}-\1)", svg)
    return re.sub(r"\n\s*\n+", "\n", svg)
