"""The last section: what the figures rest on, so that another can make them again."""

from wortwahl.report.document import Block, Code, Heading, Items, Line, Note, Paragraph, Table
from wortwahl.report.formats import is_missing
from wortwahl.report.results import Results
from wortwahl.report.sections.parts import columns, cut, whole
from wortwahl.report.wording import Wording

FILE_ROWS = 100
PROBLEM_ROWS = 200
LIMITS = ("voice", "codebook", "intervals", "corpus", "display")


def appendix(results: Results, wording: Wording) -> list[Block]:
    """Return the section on corpus files, codebook, parameters, versions, problems and limits."""
    return [
        Heading(wording.text("appendix.title")),
        *_limits(results, wording),
        *_run(results, wording),
        *_codebook(results, wording),
        *_files(results, wording),
        *_problems(results, wording),
    ]


def _limits(results: Results, wording: Wording) -> list[Block]:
    lines = [wording.runs(f"appendix.limit_{name}") for name in LIMITS]
    if results.facts["own_license"]:
        lines[-1] = wording.runs("appendix.limit_own")
    if results.has("copies"):
        lines.insert(-1, wording.runs("appendix.limit_copies"))
    return [Heading(wording.text("appendix.limits_title"), 2), Items(lines)]


def _run(results: Results, wording: Wording) -> list[Block]:
    facts = results.facts
    rows: list[list[Line]] = [
        [wording.text("appendix.program"), f"{facts['program']} {facts['version']}".strip()],
        [wording.text("appendix.created"), _moment(str(facts["created"]), wording)],
        [wording.text("appendix.method"), wording.name("method", facts["voice_method"])],
        [
            wording.text("appendix.genres"),
            wording.listing([wording.name("genre", key) for key in facts["genres_counted"]])
            or wording.text("appendix.genres_all"),
        ],
        [wording.text("appendix.seed"), "–" if facts["seed"] is None else Code(str(facts["seed"]))],
        *[[Code(str(name)), Code(_value(value, wording))] for name, value in facts["parameters"].items()],
    ]
    blocks: list[Block] = [
        Heading(wording.text("appendix.run_title"), 2),
        Table("run", wording.runs("appendix.run_caption"), columns(wording, "setting", ("value", 2.0)), rows),
    ]
    if "tagger" in str(facts["voice_method"]):
        blocks.append(Note(wording.runs("appendix.weights")))
    if facts["versions"]:
        rows = [[Code(str(name)), Code(str(version))] for name, version in facts["versions"].items()]
        heads = columns(wording, "library", "version")
        blocks.append(Table("versions", wording.runs("appendix.versions_caption"), heads, rows))
    return blocks


def _value(value: object, wording: Wording) -> str:
    if isinstance(value, bool):
        return wording.text("value.true" if value else "value.false")
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return ", ".join(
            _value(item, wording) if not isinstance(item, str) else f'"{item}"' for item in value
        )
    return str(value)


def _moment(text: str, wording: Wording) -> str:
    """Return date and time of an ISO moment: what a reader needs to tell two runs apart."""
    day = wording.formats.date(text)
    time = text[11:16]
    return f"{day}, {time}" + (" UTC" if text.endswith(("Z", "+00:00")) else "") if time else day


def _codebook(results: Results, wording: Wording) -> list[Block]:
    facts = results.facts
    if not facts["codebook_name"] and not facts["frames"]:
        return []
    blocks: list[Block] = [
        Heading(wording.text("appendix.codebook_title"), 2),
        Paragraph(wording.runs("appendix.codebook", name=Code(str(facts["codebook_name"])))),
    ]
    for kind in ("frames", "actors"):
        rows: list[list[Line]] = [[Code(str(key)), str(label)] for key, label in facts[kind].items()]
        if rows:
            caption = wording.runs(f"appendix.{kind}_caption")
            blocks.append(Table(kind, caption, columns(wording, "key", "label"), rows))
    return blocks


def _files(results: Results, wording: Wording) -> list[Block]:
    facts = results.facts
    blocks: list[Block] = [Heading(wording.text("appendix.files_title"), 2)]
    if facts["corpus_paths"]:
        paths = wording.listing([Code(str(path)) for path in facts["corpus_paths"]])
        blocks.append(Paragraph(wording.runs("appendix.files", paths=paths)))
    rows: list[list[Line]] = [
        [
            Code(str(file["path"])),
            wording.formats.number(file.get("articles")),
            Code(str(file["sha256"])[:16]),
        ]
        for file in facts["files"]
    ]
    if rows:
        note: Line = wording.runs("appendix.hash")
        if len(rows) > FILE_ROWS:
            note = (*note, " ", *wording.runs("appendix.more_files", n=len(rows) - FILE_ROWS))
        heads = columns(wording, ("file", 2.0), "#articles", "hash")
        caption = wording.runs("appendix.files_caption")
        blocks.append(Table("files", caption, heads, rows[:FILE_ROWS], note))
    return blocks


def _problems(results: Results, wording: Wording) -> list[Block]:
    count = max(whole(results.facts["problems_count"]), len(results["problems"]))
    blocks: list[Block] = [Heading(wording.text("appendix.problems_title"), 2)]
    if not count:
        return [*blocks, Paragraph(wording.runs("appendix.problems_none"))]
    blocks.append(Paragraph(wording.runs("appendix.problems", n=count)))
    rows: list[list[Line]] = [
        [
            Code(str(row.file)),
            "" if is_missing(row.row) or str(row.row) in ("-1", "0") else str(row.row).removesuffix(".0"),
            "" if is_missing(row.problem) else str(row.problem),
            "" if is_missing(row.what_to_do) else str(row.what_to_do),
        ]
        for row in results["problems"].itertuples()
    ]
    if rows:
        rows, note = cut(rows, PROBLEM_ROWS, "problems", wording)
        heads = columns(wording, "file", "#row", ("problem", 1.5), ("what_to_do", 1.5))
        blocks.append(Table("problems", wording.runs("appendix.problems_caption"), heads, rows, note))
    return blocks
