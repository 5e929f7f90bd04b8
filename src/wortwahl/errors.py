"""The one exception that a user is meant to read."""


class InputError(ValueError):
    """Something from outside is wrong: a file, a parameter, a codebook.

    The message is complete for a reader without a traceback: it names the place (file, row or
    line) and says what to do. The command line prints it alone.

    Parameters
    ----------
    problem : str
        What is wrong, in one sentence.
    where : str, optional
        The file, with row or line where there is one: ``"articles.csv, row 17"``.
    what_to_do : str, optional
        The next step for the reader.
    """

    def __init__(self, problem: str, where: str = "", what_to_do: str = "") -> None:
        self.problem = problem
        self.where = where
        self.what_to_do = what_to_do
        super().__init__(
            f"{where}: {problem} {what_to_do}".strip() if where else f"{problem} {what_to_do}".strip()
        )
