"""Small exports in the layouts of databases and programs; every outlet, person and sentence is made up."""

import io
import zipfile
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

FIRST = (
    "Die Ministerin hat in Genf mit ihren Kollegen über die Lage gesprochen. „Wir warten“, sagte sie dort.",
    "Alle Rechte vorbehalten, sagte sie, habe sich nur der Gastgeber. LANGUAGE: ein Wort wie jedes andere.",
    "Ein Ergebnis gab es nicht, wohl aber die Zusage, im Herbst wieder zu tagen.",
)
SECOND = (
    "Der Rat von Beispielberg hat den Haushalt beschlossen, mit einer Stimme Mehrheit.",
    "Graphic",
    "Copyright steht auch in diesem Absatz, und er gehört zum Text.",
)


def lexisnexis_text(language: str = "en") -> str:
    """LexisNexis TXT: byte-order mark, CRLF, wrapped at 78 columns, centred lines by spaces."""
    count = "{} of 2 DOCUMENTS" if language == "en" else "Dokument {} von 2"
    words = (
        ("BYLINE", "SECTION", "LENGTH", "words", "LOAD-DATE", "LANGUAGE", "GRAPHIC", "PUBLICATION-TYPE")
        if language == "en"
        else ("AUTOR", "RUBRIK", "LÄNGE", "Wörter", "UPDATE", "SPRACHE", "GRAFIK", "PUBLICATION-TYPE")
    )
    by, section, length, unit, load, tongue, graphic, kind = words
    first, second = ("\n\n".join(map(_wrapped, parts)) for parts in (FIRST, SECOND))
    text = f"""



Download Request: Selected Items: 1-2
Time Of Request: Tuesday, June 18, 2024  16:51:31

Terms: (Genf) and not (TYPE(web))



{count.format(1):^78}



{"Der Bote (Beispielberg)":^78}

{"18. Juni 2024 Dienstag":^78}
{"Ausgabe 2;":^78}
{"Nord":^78}

Gipfel in Genf endet nach zwei Tagen und langen Gesprächen am Ende doch
ohne Ergebnis

{by}: Von Anna Beispiel

{section}: POLITIK; S. 3

{length}: 52 {unit}

HIGHLIGHT: Die Minister wollen im Herbst wieder tagen.


{first}

{load}: 19. Juni 2024

{tongue}: GERMAN; DEUTSCH

{graphic}: Die Ministerin vor dem Palast
Foto: BM

Ein zweites Bild.

{kind}: Zeitung

JOURNAL-CODE: BOT


{"Copyright 2024 Verlag Der Bote":^78}
{"Alle Rechte Vorbehalten":^78}

{count.format(2):^78}


{"Copyright 2024 Tagblatt Verlag":^78}

{"Nordheimer Tagblatt":^78}

{"June 20, 2024 Thursday":^78}

Haushalt beschlossen

{length}: 31 {unit}

{second}

{load}: June 21, 2024

{tongue}: GERMAN
"""
    return "\ufeff" + text.replace("\n", "\r\n")


def _wrapped(text: str, width: int = 78) -> str:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] += f"{word} "
    return "\n".join(line.rstrip() for line in lines)


def nexis_html() -> str:
    """Nexis UK HTML: numbered classes, a DIV a block, labels in bold, comments around the XML."""

    def block(kind: str, *paragraphs: str) -> str:
        inner = "".join(f'<P CLASS="c5">{paragraph}</P>\n' for paragraph in paragraphs)
        return f'<BR><DIV CLASS="{kind}">{inner}</DIV>\n'

    def label(name: str, value: str) -> str:
        return block(
            "c4", f'<SPAN CLASS="c7">{name}: </SPAN><SPAN CLASS="c2">{value}</SPAN><SPAN>&nbsp;</SPAN>'
        )

    pages = []
    for number, (title, date, parts) in enumerate(
        (
            ("Gipfel in Genf endet ohne Ergebnis", "June 18, 2024 Tuesday 11:21 AM GMT", FIRST),
            ("Haushalt <B>beschlossen</B>", "20. Juni 2024", SECOND),
        ),
        1,
    ):
        pages.append(
            f'<A NAME="DOC_ID_{number}_0"></A><!-- Hide XML section\n<DOC NUMBER=1>\n<DOCFULL> -->\n'
            + block("c0", f'<SPAN CLASS="c2">{number} of 2 DOCUMENTS</SPAN>')
            + block("c0", '<IMG SRC="https://bilder.example/logo"><BR><SPAN CLASS="c2">Der Bote</SPAN>')
            + block("c3", f'<SPAN CLASS="c2">{date}</SPAN><SPAN CLASS="c2">&nbsp;</SPAN>')
            + block("c4", f'<SPAN CLASS="c6">{title}</SPAN>')
            + label("LENGTH", "239 words")
            + label("DATELINE", "GENF, 18. Juni 2024")
            + block("c4", *(f'<SPAN CLASS="c2">{escape(part)}</SPAN>' for part in parts))
            + label("LOAD-DATE", "June 19, 2024")
            + label("LANGUAGE", "GERMAN")
            + label("PUBLICATION-TYPE", "Newspaper")
            + block("c0", '<SPAN CLASS="c2">Copyright 2024 Der Bote<BR>All Rights Reserved</SPAN>')
            + "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
        )
    style = ".c0 { text-align: center; }\n.c3 { text-align: center; }\n.c4 { text-align: left; }\n"
    return (
        f'<HTML>\n<HEAD>\n<STYLE TYPE="text/css"><!--\n{style}--></STYLE>\n<TITLE>&nbsp;</TITLE>\n'
        f'<META TOPIC="null" DOCUMENTS="2" /></HEAD>\n<BODY>\n{"".join(pages)}</BODY></HTML>'
    )


def docx(*paragraphs: str | tuple[str, str], body: str = "", **parts: str) -> bytes:
    """A DOCX file of paragraphs, each a text or a text with raw XML for its properties and bookmarks."""
    rows = [(part, "") if isinstance(part, str) else part for part in paragraphs]
    xml = body or "".join(
        f"<w:p>{extra}"
        + "<w:r><w:br/></w:r>".join(
            f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' for line in text.split("\n")
        )
        + "</w:p>"
        for text, extra in rows
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    files = {
        "[Content_Types].xml": f"{head}<Types/>",
        "word/document.xml": f'{head}<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>',
    }
    return packed(files | parts)


def packed(files: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of names with contents."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 6, 18, 0, 0, 0)), content, how)
    return target.getvalue()


def _bookmark(name: str) -> str:
    return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'


def nexis_word(language: str = "en") -> bytes:
    """Nexis Uni DOCX: a list of hits, then documents from a bookmark to a line that ends each."""
    english = language == "en"
    section, length, by = ("Section", "Length", "Byline") if english else ("Rubrik", "Länge", "Autor")
    body, classes, end = (
        ("Body", "Classification", "End of Document")
        if english
        else ("Text", "Klassifizierung", "Ende des Dokuments")
    )
    units = "words" if english else "Wörter"
    return docx(
        "Date and Time: Dienstag, 18. Juni 2024 09:31:00 CEST",
        "Job Number: 00000001",
        "Documents (2)",
        "1. Gipfel in Genf endet ohne Ergebnis",
        "Client/Matter: -None-",
        "Search Terms: Genf",
        "2. Haushalt beschlossen",
        "Content Type",
        ("", "<w:pPr><w:sectPr/></w:pPr>"),
        ("", _bookmark("Bookmark_1")),
        "Gipfel in Genf endet ohne Ergebnis",
        "Der Bote(Beispielberg)",
        "June 18, 2024 Tuesday 9:20 AM GMT" if english else "18. Juni 2024 Dienstag",
        "",
        "\nCopyright 2024 Verlag Der Bote Alle Rechte vorbehalten",
        "\n",
        f"{section}:\u00a0POLITIK; S. 3",
        f"{length}:\u00a052 {units}",
        f"{by}:\u00a0Anna Beispiel",
        "Highlight:\u00a0Die Minister wollen im Herbst wieder tagen.",
        (body, _bookmark("Body")),
        "",
        *FIRST,
        ("Graphic" if english else "Grafik", ""),
        "Die Ministerin vor dem Palast",
        (classes, _bookmark("Classification")),
        "",
        f"{'Language' if english else 'Sprache'}:\u00a0GERMAN; DEUTSCH",
        "\nPublication-Type:\u00a0Zeitung",
        "\nSubject:\u00a0GIPFEL (93%); MINISTER (90%)",
        "\nLoad-Date:\u00a0June 19, 2024",
        "",
        f"\n{end}",
        ("", "<w:pPr><w:sectPr/></w:pPr>"),
        ("", _bookmark("Bookmark_2")),
        "Haushalt beschlossen",
        "Nordheimer Tagblatt.",
        "20. Juni 2024",
        f"{length}:\u00a031 {units}",
        (body, _bookmark("Body_0")),
        *SECOND,
        f"\n{end}",
        ("", "<w:pPr><w:sectPr/></w:pPr>"),
    )


def factiva_html(language: str = "de") -> str:
    """Factiva HTML: lines without names whose order tells what they are."""
    unit, month, tongue, document = (
        ("Wörter", "Juni", "Deutsch", "Dokument")
        if language == "de"
        else ("words", "June", "German", "Document")
    )
    articles = []
    for number, (lines, title, author, below, parts) in enumerate(
        (
            (
                ["Politik; 1"],
                "1) Gipfel in <b>Genf</b> endet ohne Ergebnis",
                "Von Anna Beispiel ",
                "BOTE",
                FIRST,
            ),
            ([], "2) 24 Stimmen für den Haushalt", "", "TAGB", SECOND),
        ),
        1,
    ):
        before = "".join(f"<div>{line}</div>\n" for line in lines)
        head = f'<div id="hd"><span class="deHeadline counted">{title}</span>\n</div>'
        by = f'<div class="author">{author}</div>' if author else ""
        clock = "<div>14:30</div>" if number == 2 else ""
        rest = (
            f"<div>5{number} {unit}</div><div>1{number} {month} 2024</div>{clock}<div>Der Bote Online</div>"
            f"<div>{below}</div><div>Spätausgabe</div><div>1</div><div>{tongue}</div>"
            f"<div>Copyright 2024. Verlag Der Bote GmbH. </div>"
        )
        text = "".join(
            f'<p class="articleParagraph dearticleParagraph">{escape(part)}</p>\n' for part in parts
        )
        articles.append(
            f'<div id="article-{below}000" class="article"><div class="article deArticle"><p>\n'
            f"{before}{head}{by}{rest}\n"
            f"<p></p>\n{text}<p>Die Ministerin vor dem Palast.</p>\n"
            f"<p>Verlag Der Bote GmbH</p><p>{document} {below}00020240618ed4100001</p>\n</div></div>"
        )
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html><head>\n'
        '\t<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n'
        "\t<title>Factiva</title>\n<style>body{margin:0}</style></head><body>"
        f'<h1>Dow Jones Factiva</h1><div id="contentLeft">{"".join(articles)}</div></body></html>'
    )


MEDIACLOUD = (
    '"","ap_syndicated","collect_date","guid","language","media_id","media_name","media_url","publish_date",'
    '"stories_id","title","url","word_count"\n'
    '"1","False","2024-06-18 02:48:23","https://www.bote.example/genf","de",7,"Der Bote",'
    '"https://www.bote.example","2024-06-18 12:45:01",11,"Gipfel in Genf: ""Wir warten""",'
    '"https://www.bote.example/genf#ref=rss",NA\n'
    '"2","True","2024-06-19 02:48:23","https://www.bote.example/rat","de",7,"Der Bote",'
    '"https://www.bote.example","2024-06-19 12:45:01",12,"Haushalt beschlossen",'
    '"https://www.bote.example/rat",NA\n'
    '"3","False","2024-06-19 02:48:23","x","de",7,"Der Bote","https://www.bote.example",'
    '"2024-06-19 12:45:01",13,'
    'NA,"https://www.bote.example/leer",NA\n'
)
WEB_SCRAPER = (
    "web-scraper-order;web-scraper-start-url;URL;URL-href;Title;Date;\r\n"
    "1685139427-1;https://www.bote.example/suche?q=Genf;Gipfel: Wir warten;https://www.bote.example/genf;"
    '"Wir warten", sagt sie;18.06.2024\r\n'
    "1685139430-2;https://www.bote.example/suche?q=Genf;Rat: Haushalt beschlossen;"
    "https://www.bote.example/rat;;19.06.2024\r\n"
    '1685139433-3;https://www.bote.example/suche?q=Genf;Rede: "Nie wieder Krieg";'
    'https://www.bote.example/rede;"Nie wieder \n Krieg";20.06.2024\r\n'
)
