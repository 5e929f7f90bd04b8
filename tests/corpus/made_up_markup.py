"""Small feeds, TEI documents and web archives; every outlet, person and sentence is made up."""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet href="feed.css"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Der Bote - Politik</title><link>https://www.bote.example</link>
<item><title>Gipfel in Genf: &amp;quot;Wir warten&amp;quot;</title><link>https://www.bote.example/genf</link>
<pubDate>Tue, 18 Jun 2024 12:30:00 +0200</pubDate><dc:creator>Anna Beispiel</dc:creator>
<category>Politik</category><category>Ausland</category>
<media:content url="https://bilder.example/1.jpg"><media:title>Ein Bild</media:title></media:content>
<description>&lt;p&gt;Kein Ergebnis in Genf.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Die Ministerin hat gesprochen.</p><script>x()</script>
<p>Ein Ergebnis gab es&nbsp;nicht.</p>]]></content:encoded></item>
<item><title>Haushalt beschlossen</title><guid isPermaLink="true">https://www.bote.example/rat</guid>
<author>redaktion@bote.example (Bert Muster)</author>
<pubDate>Wed, 19 Jun 2024 08:00:00 GMT</pubDate>
<description>Der Rat hat beschlossen &ndash; knapp.</description></item>
<item><title>Nur eine Zeile</title><link>https://www.bote.example/zeile</link></item>
<item><link>https://www.bote.example/nichts</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Der Bote</title>
<entry><title type="html">Gipfel &lt;b&gt;in Genf&lt;/b&gt;</title>
<link rel="enclosure" href="https://bilder.example/1.jpg"/><link href="https://www.bote.example/genf"/>
<id>urn:1</id><updated>2024-06-19T10:00:00Z</updated><published>2024-06-18T10:00:00Z</published>
<author><name>Anna Beispiel</name></author><category term="Politik"/>
<summary>Kein Ergebnis.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Ministerin hat gesprochen.</p>
<p>Ein Ergebnis gab es nicht.</p></div></content>
</entry></feed>"""

TEI = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title type="main">Gipfel in Genf</title><title type="sub">Kein Ergebnis</title>
<author>Anna Beispiel</author></titleStmt>
<publicationStmt><publisher>Ein Archiv</publisher><date when="2025-01-01">2025</date></publicationStmt>
<sourceDesc><bibl><title level="j">Der Bote</title>
<date when="2024-06-18">18. Juni 2024</date></bibl></sourceDesc>
</fileDesc><profileDesc><creation><date type="download">2025-02-02</date></creation>
<langUsage><language ident="de">Deutsch</language></langUsage></profileDesc></teiHeader>
<text><body><head>Gipfel in Genf</head>
<p>Die Mini<lb break="no"/>sterin hat<lb/>gesprochen.<note>Anmerkung</note></p>
<pb n="2"/><fw>Seite 2</fw><p>Ein Ergebnis gab es <hi>nicht</hi>.</p></body></text></TEI>"""


def warc(page: str) -> bytes:
    """WARC 1.0: an archive's own record, a page, a picture, a redirect, a repeat, a request."""

    def http(kind: str, body: bytes, status: str = "200 OK") -> bytes:
        return (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )

    def record(
        kind: str, block: bytes, url: str = "", mime: str = "application/http; msgtype=response"
    ) -> bytes:
        target = f"WARC-Target-URI: {url}\r\n" if url else ""
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(block):032x}>\r\n{target}"
            f"WARC-Date: 2024-06-20T04:03:53Z\r\nContent-Type: {mime}\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        return head.encode() + block + b"\r\n\r\n"

    site = "https://www.bote.example"
    return b"".join(
        (
            record("warcinfo", b"software: none\r\n", mime="application/warc-fields"),
            record("request", b"GET / HTTP/1.1\r\nHost: www.bote.example\r\n\r\n", f"{site}/genf"),
            record("response", http("text/html; charset=utf-8", page.encode()), f"{site}/genf"),
            record("response", http("image/png", b"\x89PNG\r\n"), f"{site}/bild.png"),
            record("response", http("text/html", b"weiter", "301 Moved Permanently"), f"{site}/alt"),
            record("revisit", http("text/html", b""), f"{site}/genf"),
        )
    )
