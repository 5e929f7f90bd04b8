"""The codebook: which words make a frame, and who the actors are."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from wortwahl.errors import InputError
from wortwahl.storage import content_key

DEFAULT_WITHIN = 40

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Key = Annotated[str, StringConstraints(pattern=r"^[^\W_][\w-]{0,59}$")]
_Long = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5_000)]


def _by_language(value: object) -> object:
    return {"": value} if isinstance(value, str) else value


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _by_frame(value: object) -> object:
    return {"general": value} if isinstance(value, list | tuple | str) else value


# A text for every language, or one for each; one word may stand without the brackets of a list.
_Label = Annotated[dict[str, _Long], BeforeValidator(_by_language)]
_Texts = Annotated[tuple[_Text, ...], BeforeValidator(_as_list)]
_Sources = Annotated[
    dict[str, Annotated[tuple[_Long, ...], BeforeValidator(_as_list)]], BeforeValidator(_by_frame)
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Term(_Part):
    """A lemma or phrase, and what must or must not stand about it.

    Parameters
    ----------
    term : str
        Found in every inflected form; ``*`` at either end of a word opens a compound.
    context : tuple of str
        One of these lemmas or phrases must stand within `within` words, in the same field.
    within : int
        Words to either side.
    except_ : tuple of str
        Lemmas or phrases (key ``except``); a place that one of them covers or overlaps is no use.
    """

    term: _Text
    context: _Texts = ()
    within: int = Field(default=DEFAULT_WITHIN, ge=1, le=10_000)
    except_: _Texts = Field(default=(), alias="except")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"term": value} if isinstance(value, str) else value


class Frame(_Part):
    """A frame: its label, or labels by language, and the terms that make it."""

    label: _Label
    terms: tuple[Term, ...] = Field(min_length=1)


class Actor(_Part):
    """A speaker to group by: a label, or labels by language, and the names that say who it is."""

    label: _Label
    names: _Texts = Field(min_length=1)


class Codebook(_Part):
    """Frames with their terms, and actors with their names.

    Parameters
    ----------
    name : str
        A short name for reports.
    language : {"de"}
        The language of the terms.
    question : dict
        What the codebook is to answer, by language; "" is the language of a text that has none.
    frames : dict
        From a short key to a `Frame`.
    actors : dict
        From a short key to an `Actor`.
    sources : dict
        Where the frames come from: texts by frame key or "general".
    """

    name: _Text
    language: Literal["de"]
    question: _Label = {}
    frames: dict[_Key, Frame] = Field(min_length=1)
    actors: dict[_Key, Actor] = {}
    sources: _Sources = {}

    @property
    def key(self) -> str:
        """What decides a use: terms in their order, and the actors' names. For caches."""
        return content_key(
            [(key, [term.model_dump() for term in frame.terms]) for key, frame in self.frames.items()],
            [(key, actor.names) for key, actor in self.actors.items()],
        )

    @property
    def whole_key(self) -> str:
        """Everything that the codebook says, labels and sources too."""
        return content_key(self.key, self.model_dump(mode="json"))

    def label_of(self, key: str, lang: str = "en") -> str:
        """Return a frame's or an actor's label in a language, or in the one there is.

        Raises
        ------
        InputError
            If neither a frame nor an actor has this key.
        """
        part = self.frames.get(key) or self.actors.get(key)
        if part is None:
            known = ", ".join([*self.frames, *self.actors])
            raise InputError(
                f"there is no frame and no actor '{key}'.", f"codebook '{self.name}'", f"There are: {known}."
            )
        return _in_language(part.label, lang) or key

    def labels(self, lang: str = "en") -> dict[str, str]:
        """Return the label of each frame by its key, as figures and tables show it."""
        return {key: _in_language(frame.label, lang) or key for key, frame in self.frames.items()}

    def actor_labels(self, lang: str = "en") -> dict[str, str]:
        """Return the label of each actor by its key."""
        return {key: _in_language(actor.label, lang) or key for key, actor in self.actors.items()}

    def question_in(self, lang: str = "en") -> str:
        """Return the question in a language, or in the one there is."""
        return _in_language(self.question, lang)


def _in_language(label: dict[str, str], lang: str) -> str:
    return label.get(lang) or next(iter(label.values()), "")
