"""What a run is asked to do, checked before any work begins."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wortwahl.errors import InputError

Period = Literal["auto", "day", "week", "month", "quarter", "year"]


class Settings(BaseModel):
    """The parameters of a run; an unknown name or a value out of range is an error.

    Every field is written to the manifest. `jobs` and `processed` do not change a figure.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    raw: tuple[str, ...] = ()
    codebook: str = "ukraine-war"
    out: str = ""
    processed: str = "data/processed"
    lang: Literal["en", "de"] = "en"
    voice: Literal["uses", "all"] = "uses"
    voice_method: Literal["auto", "rules"] = "auto"
    period: Period = "auto"
    columns: dict[str, str] = Field(default_factory=dict)
    outlets: str = Field(default="german", description="a list of names, a file, or none")
    languages: tuple[str, ...] = Field(default=("de",), description="an empty tuple takes all")
    topics: int = Field(default=0, ge=0, le=500, description="0 chooses by the size of the corpus")
    refit_topics: bool = Field(default=False, description="also where a large corpus has changed little")
    level: float = Field(default=0.95, gt=0.5, lt=1)
    resamples: int = Field(default=2000, ge=100, le=100_000)
    seed: int = Field(default=1, ge=0)
    jobs: int = Field(default=0, ge=0, le=256, description="0 takes the processors that there are")


def settings_from(**given: object) -> Settings:
    """Return checked settings.

    Raises
    ------
    InputError
        If a name is unknown or a value does not fit; the message names the parameter.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"parameter '{name}': {first['msg'].lower()}.",
            what_to_do=f"Parameters are: {', '.join(Settings.model_fields)}.",
        ) from error


def default_name(raw: tuple[str, ...]) -> str:
    """Return the name of a run after what it reads: ``sample``, ``raw``, ``outlets-2020``."""
    first = Path(raw[0])
    if first.resolve() == bundled("sample").resolve():
        return "sample"
    name = first.resolve().name if first.is_dir() else first.name.split(".")[0]
    return "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name) or "corpus"


def default_corpus() -> str:
    """Return the folder a notebook reads where none is named: the project's `data/raw`, or the sample.

    The project is the folder we are in, or the nearest one above it that has a `data/raw`.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data" / "raw").is_dir():
            return default_raw(folder / "data" / "raw")[0][0]
    return default_raw()[0][0]


def default_raw(folder: str | Path = "data/raw") -> tuple[tuple[str, ...], bool]:
    """Return the paths a run without RAW reads, and whether they are the bundled sample.

    They are `folder` where it holds a file of any kind, and else the sample.
    """
    folder = Path(folder)
    files = folder.rglob("*") if folder.is_dir() else ()
    if any(path.is_file() and not path.name.startswith(".") for path in files):
        return (folder.as_posix(),), False
    return (bundled("sample").as_posix(),), True


def bundled(name: str) -> Path:
    """Return the folder of bundled files: in the installed package, or in the repository around it.

    Parameters
    ----------
    name : {"sample", "notebooks"}

    Raises
    ------
    InputError
        If neither place has it.
    """
    package = Path(__file__).resolve().parents[1]
    repository = package.parents[1] / ("data/sample" if name == "sample" else name)
    for folder in (package / name, repository):
        if folder.is_dir():
            try:
                return folder.relative_to(Path.cwd())
            except ValueError:
                return folder
    raise InputError(
        f"the bundled {name} is missing.", what_to_do="Name a folder of your own, or reinstall wortwahl."
    )
