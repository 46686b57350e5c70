"""The smallest whole file of each format that is text, for tests of all of them."""

from typing import Final

_SENTENCE: Final = (
    "The bridge over the Arden will stay closed for two years, the council said on "
    "Tuesday, and the ferry will run every ten minutes until then."
)
SHAPES: Final = {
    "pages": (
        "<!doctype html><html lang='en'><head><title>Bridge closed</title></head>"
        f"<body><article><h1>Bridge closed</h1><p>{_SENTENCE}</p></article></body>"
        "</html>"
    ),
    "feeds": (
        "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel>"
        "<title>The Arden Herald</title><item><title>Bridge closed</title>"
        f"<description>{_SENTENCE}</description></item></channel></rss>"
    ),
    "opml": (
        "<opml version='2.0'><body>"
        "<outline type='rss' xmlUrl='https://example.com/feed'/></body></opml>"
    ),
    "mail": (
        "From: The Arden Herald <news@example.com>\nSubject: Bridge closed\n"
        "Date: Tue, 5 Sep 2023 19:41:15 +0100\nMessage-ID: <1@example.com>\n"
        f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{_SENTENCE}\n"
    ),
    "mhtml": (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com/a\n"
        "Subject: Bridge closed\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        '\ttype="text/html";\n\tboundary="x"\n\n\n--x\nContent-Type: text/html\n'
        "Content-Location: https://example.com/a\n\n<html><body><article>"
        f"<h1>Bridge closed</h1><p>{_SENTENCE}</p></article></body></html>\n--x--\n"
    ),
    "webarchive": (
        "<?xml version='1.0' encoding='UTF-8'?><plist version='1.0'><dict>"
        "<key>WebMainResource</key><dict><key>WebResourceMIMEType</key>"
        "<string>text/html</string><key>WebResourceTextEncodingName</key>"
        "<string>UTF-8</string><key>WebResourceData</key><data>"
        "PGh0bWw+PGJvZHk+PGFydGljbGU+PGgxPkJyaWRnZSBjbG9zZWQ8L2gxPjxwPlRoZSBicmlkZ2Ug"
        "d2lsbCBzdGF5IGNsb3NlZCBmb3IgdHdvIHllYXJzLjwvcD48L2FydGljbGU+PC9ib2R5PjwvaHRt"
        "bD4=</data></dict></dict></plist>"
    ),
    "newsml": (
        "<?xml version='1.0'?><newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>"
        "<contentMeta><headline>Bridge closed</headline></contentMeta><contentSet>"
        "<inlineXML contenttype='application/xhtml+xml'>"
        "<html xmlns='http://www.w3.org/1999/xhtml'><body>"
        f"<p>{_SENTENCE}</p></body></html></inlineXML></contentSet></newsItem>"
    ),
    "nitf": (
        "<?xml version='1.0'?><nitf><body><body.head><hedline><hl1>Bridge closed</hl1>"
        f"</hedline></body.head><body.content><p>{_SENTENCE}</p></body.content></body>"
        "</nitf>"
    ),
    "ninjs": (
        '{"uri": "urn:x", "type": "text", "versioncreated": "2023-09-05T19:41:15Z", '
        f'"headline": "Bridge closed", "body_text": "{_SENTENCE}"}}'
    ),
    "jsonl": f'{{"title": "Bridge closed", "text": "{_SENTENCE}"}}\n',
    "delimited": f'title,text,source\nBridge closed,"{_SENTENCE}",Herald\n',
    "nexis": (
        "\n                               1 of 2 DOCUMENTS\n\n\n"
        "                               The Arden Herald\n\n"
        "                            September 5, 2023 Tuesday\n\nBridge closed\n\n"
        "BYLINE: Ada Quill\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 24 words\n\n"
        f"{_SENTENCE}\n\nLOAD-DATE: September 5, 2023\n\nLANGUAGE: ENGLISH\n\n"
        "          Copyright 2023 The Arden Herald\n"
    ),
    "nexis_html": (
        '<HTML><BODY><A NAME="DOC_ID_0_0"></A><DOCFULL>'
        "<DIV CLASS='c0'><P>1 of 1 DOCUMENTS</P></DIV>"
        "<DIV><P>The Arden Herald</P></DIV><DIV><P>September 5, 2023 Tuesday</P></DIV>"
        "<DIV><P>Bridge closed</P></DIV><DIV><P>LENGTH: 24 words</P></DIV>"
        f"<DIV><P>{_SENTENCE}</P></DIV><DIV><P>LOAD-DATE: September 5, 2023</P></DIV>"
        "</DOCFULL></BODY></HTML>"
    ),
    "factiva": (
        "<html><body><div class='article enArticle'><div id='hd'>"
        "<span class='enHeadline'>Bridge closed</span></div>"
        "<p class='articleParagraph enarticleParagraph'>"
        f"{_SENTENCE}</p></div></body></html>"
    ),
    "factiva_xml": (
        "<?xml version='1.0' encoding='UTF-8'?><ppsarticle><article><headline>"
        "<paragraph>Bridge closed</paragraph></headline><leadParagraph><paragraph>"
        f"{_SENTENCE}</paragraph></leadParagraph></article></ppsarticle>"
    ),
    "europresse": (
        "<html><body><article><span class='DocPublicationName'>Le Courrier</span>"
        "<span class='DocHeader'>Région, mardi 5 septembre 2023, p. 4</span>"
        "<div class='titreArticle'><p class='titreArticleVisu'>Le pont est fermé</p>"
        f"</div><div class='docOcurrContainer'><p>{_SENTENCE}</p></div></article>"
        "</body></html>"
    ),
    "proquest": (
        f"{'_' * 60}\n\nBridge closed\n\nAuthor: Ada Quill\n\n"
        "Publication info: The Arden Herald ; Arden [Arden]05 Sep 2023.\n\n"
        f"Full text: {_SENTENCE}\n\nPublication title: The Arden Herald\n\n"
        f"Publication date: Sep 5, 2023\n\n{'_' * 60}\n\nContact us\n"
    ),
    "reader_view": (
        f"news.example.com\nBridge closed\nAda Quill\n~1 minute\n\n{_SENTENCE}\n"
    ),
    "telex": (
        "\x01abc0001 4 pol\x1f 24 Arden-bridge\r\n\x02Bridge closed\r\n   "
        f"ARDEN (abc) - {_SENTENCE}\r\n\x03051941 GMT Sep 23\x04"
    ),
    "rtf": "{\\rtf1\\ansi\\ansicpg1252 Bridge closed\\par " + _SENTENCE + "\\par}",
}
"""By the name that `format_of` gives."""
