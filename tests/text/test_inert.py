"""Nothing in a body runs, loads or takes the page apart, whatever class of payload it holds."""

import re

import pytest

from tests.text.bodies import html
from tests.text.inert import faults, scheme

EVIL = "https://attacker.invalid/x"
PAYLOADS = {
    "script": "<script>window.NF1=1</script>",
    "script obfuscated": '<scr<script>ipt>1</scr</script>ipt><SCRIPT/XSS SRC="data:,1"></SCRIPT><script\n>1</script\t>',
    "script in a block": "<div>\n<script>\nalert(1)\n\n</script>\n</div>",
    "handler": '<img src=x onerror="window.NF1=1"><b onmouseover=alert(1)>x</b><details open ontoggle=alert(1)>',
    "handler, odd signs": "<img/src=x/onerror=alert(1)><a \x0bonclick=1>x</a><p ONCLICK='1'\x00 onfocus=1 tabindex=1>",
    "svg": '<svg onload="alert(1)"><script>1</script><a href="javascript:1"><text>x</text></a></svg>',
    "svg animate": '<svg><a><animate attributeName="href" values="javascript:1"/></a><use href="data:x,1"/></svg>',
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></table></math>$$\\href{javascript:1}{x}$$",
    "mutation": "<style><!--</style><img src=x onerror=alert(1)>--><noscript><p title='</noscript><img onerror=1>'>",
    "mutation, select": "<select><option><iframe></select><b><script>1</script></b><xmp><p title='</xmp><script>'>",
    "title and textarea": "<textarea><script>1</script></textarea><title></title><img onerror=1></title><plaintext>",
    "frame": f'<iframe src="{EVIL}"></iframe><iframe srcdoc="<script>1</script>"><frameset><frame src=javascript:1>',
    "object": f'<object data="{EVIL}"></object><embed src="{EVIL}"><applet code=x></applet><portal src="{EVIL}">',
    "form": f'<form action="{EVIL}"><input name="q"><button formaction="javascript:1">go</button><keygen></form>',
    "base": f'<base href="{EVIL}"><meta http-equiv=refresh content="0;url={EVIL}"><link rel=stylesheet href="{EVIL}">',
    "style": f"<style>@import url({EVIL});body{{display:none}}</style>",
    "style attribute": f'<div style="position:fixed;inset:0;background:url({EVIL})">x</div>',
    "media": f'<video src="{EVIL}" poster="{EVIL}"><audio src="{EVIL}"><source srcset="{EVIL}"><track src="{EVIL}">',
    "pictures": f'<img src="{EVIL}"><img srcset="{EVIL} 2x"><picture><source srcset="{EVIL}"><img src="//x.invalid">',
    "background": f'<table background="{EVIL}"><tr><td background="{EVIL}" bgcolor=red>x</td></tr></table>',
    "ping": f'<a href="a.md" ping="{EVIL}" target=_top download rel=opener>x</a><area href="{EVIL}"><img ismap>',
    "picture": f"![p]({EVIL}) ![p](//attacker.invalid/p) ![p](data:image/svg+xml,x) ![p][r]\n\n[r]: {EVIL}",
    "clobbering": '<img name="location"><form id="__config"><input name="textContent"></form><a id=open name=x>',
    "ids of ours": '<a id="__search">x</a><li id="main">y</li><h3 id="__toc">z</h3>\n\n# h {#__search}',
    "classes": '<div class="md-search nf-box">x</div><a class="md-button nf-missing">y</a><b class="nf-today">z</b>',
    "attribute lists": '[a](b.md){ onclick="1" }\n\nText\n{ style="position:fixed" .md-button id="__search" }',
    "custom elements": "<nf-card onclick=1>x</nf-card><template><script>1</script></template><slot>x<dialog open>",
    "comment": "text <!-- her ex: +44 7 --> more <!-- a -- b --> <!--> x --> <!---> y -->",
    "comment never closed": "<!-- never closed\n\n# Hidden\n\nsecret after",
    "comment within a line": "seen <!-- never closed\n\nseen too",
    "conditional comment": "<!--[if IE]><script>1</script><![endif]--><!DOCTYPE x [<!ENTITY a>]><![CDATA[<b>]]><?x?>",
    "never closed": "<div><b><table><tr><td>never closed\n\n# After",
    "closed too early": "</article></main></div></div></body></html>\n\nafter",
    "nested wrong": "<b><i>x</b></i><p><div></p></div><a href=x><a href=y>z</a></a><table><div>x</table>",
    "reference": "[x][r] [r]\n\n[r]: javascript:alert(1)",
    "footnote": "x[^1]\n\n[^1]: <img src=x onerror=1> [y](javascript:1)\n[^1]: twice",
    "footnote in a list of its own": "[^1]: - [^1]: ",
    "task in a footnote in a list": "x[^1][^2]\n\n- [^1]: - [ ] a\n\n[^2]: - [^1]:\n    - [x] b\n",
    "template": "{{ config }} {% for x in range(10**9) %}a{% endfor %} ${7*7} <%= 7*7 %> #{7} [[${7}]]",
    "include": '--8<-- "/etc/passwd"\n\n{!/etc/passwd!}\n\n::: os.system\n\n!!include(/etc/passwd)',
    "fences of programs": '```mermaid\nclick A href "javascript:1"\n```\n\n```dataviewjs\nalert(1)\n```\n\n`$= 1`',
    "admonition": '!!! note "<script>1</script>"\n    x\n\n> [!note] <img onerror=1>\n> x\n\n=== "<b onclick=1>"\n   x',
    "abbreviation": "*[a]: <script>1</script>\n\na :material-<script>1</script>: ==x== ++x++",
    "code never closed": "```\n<script>1</script>",
    "entities": "&#0; &#xD800; &#x110000; &lt;script&gt;1&lt;/script&gt; &#60;img src=x onerror=1&#62;",
    "signs of direction": "Access \u202e\u2066// if admin\u2069\u2066 text \ufeff\u200b",
    "null": "a\0b <im\0g src=x onerror=1> [x](java\0script:1)",
    "attribute breaks": '[x](<a"onmouseover=1 b>) ![a"onerror=1](pic.png) [[Jane|"><script>1]] ![[pic.png|"onload=1]]',
    "wikilinks": '[[<script>1</script>]] [[javascript:alert(1)]] [[Jane|<img src=x onerror=1>]] [["><b onclick=1>|x]]',
    "autolinks": '<javascript:alert(1)> <data:text/html,1> <https://ok.example/"onclick=1> <file:///etc/passwd>',
    "picture out": '<img src="../attachments/../../contacts/x"><img src="attachments/a:b"><img src="/attachments/x">',
    "box": '<span class="nf-box" onclick=1>☑</span><input type=checkbox checked onclick=1>',
}


@pytest.mark.parametrize("body", PAYLOADS.values(), ids=PAYLOADS)
def test_the_html_of_a_payload_holds_only_what_is_allowed(body):
    for around in (body, f"Words {body} words", f"- {body}", f"> {body}", f"| a |\n|---|\n| {body} |", f"# {body}"):
        assert faults(html(around)) == []


@pytest.mark.parametrize("body", PAYLOADS.values(), ids=PAYLOADS)
def test_a_body_shown_as_plain_text_is_inert_too(body):
    shown = html(body + "\n" + "[" * 5_000)
    assert shown.startswith("<pre>")
    assert faults(shown) == []


ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "javascript:javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "data:image/png;base64,AAAA",
    "data:image/svg+xml,<svg/>",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "blob:https://x/1",
    "about:blank",
    "view-source:x",
    "ftp://x/y",
    "intent://x",
    "ms-word:x",
    "obsidian://open?vault=x",
    "x-y:z",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_web_mail_and_phone_addresses_are_linked(address):
    ways = [
        f"[x]({address})",
        f"[x](<{address}>)",
        f"<{address}>",
        f'<a href="{address}">x</a>',
        f"<a href='{address}'>x</a>",
    ]
    ways += [
        f"[x][r]\n\n[r]: {address}",
        f"![x]({address})",
        f'<img src="{address}">',
        f"[[{address}]]",
        f"![[{address}]]",
    ]
    for way in ways:
        shown = html(way)
        assert faults(shown) == []
        for linked in re.findall(r'(?:href|src)="([^"]*)"', shown):
            assert scheme(linked) == ""


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("[x](https://acme.example/?a=1&b=2)", 'href="https://acme.example/?a=1&amp;b=2"'),
        ("<https://acme.example>", 'href="https://acme.example"'),
        ("[x](mailto:jane@acme.example)", 'href="mailto:jane@acme.example"'),
        ("<jane@acme.example>", 'href="mailto:jane@acme.example"'),
        ("[x](tel:+14135550142)", 'href="tel:+14135550142"'),
        ("[x](Jane.md)", 'href="../people/jane/"'),
        ("[x](#part)", 'href="#part"'),
        ("[[Jane]]", '<a href="../people/jane/" rel="noopener noreferrer">Jane</a>'),
        ("[[Jane|J & co]]", ">J &amp; co</a>"),
        ("![[pic.png]]", '<img src="../attachments/pic.png" alt="pic.png" loading="lazy">'),
        ("![[pic.png|120]]", 'width="120"'),
        ("![[pic.png|120x90]]", 'width="120"'),
        ("![a face](pic.png)", 'alt="a face"'),
        ("[[cv.pdf]]", 'href="../attachments/cv.pdf"'),
        ("![[cv.pdf]]", 'href="../attachments/cv.pdf"'),
        ("![p](https://acme.example/p.png)", '<a href="https://acme.example/p.png" rel="noopener noreferrer">p</a>'),
        ("[[Nobody]]", '<span class="nf-missing" title="not on file">Nobody</span>'),
        ("[x](nobody.md)", '<a class="nf-missing" rel="noopener noreferrer">x</a>'),
        ("![x](nobody.png)", "<p>x</p>"),
        ("[x](//attacker.invalid/x)", 'class="nf-missing"'),
        ("[x](../../etc/passwd)", 'class="nf-missing"'),
        ("[x](a%2F..%2F..%2Fetc) [y](%00.md) [z](100%.md)", 'class="nf-missing"'),
        ("[[#Part]]", "<p>#Part</p>"),
    ],
)
def test_what_may_be_linked_is_linked(body, shown):
    assert shown in html(body)
    assert faults(html(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "`[[Jane]]`",
        "``a ` [[Jane]]``",
        "```\n[[Jane]]\n```",
        "~~~\n[[Jane]]\n~~~",
        "    [[Jane]]",
        "```\n[[Jane]] never closed",
        "\\[[Jane]]",
        "<!-- [[Jane]] -->",
        "%% [[Jane]] %%",
        '<a title="[[Jane]]">x</a>',
        "[x](https://a.example/[[Jane]])",
    ],
)
def test_no_wikilink_is_made_in_code_comments_and_addresses(body):
    assert "people/jane" not in html(body)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("[[]]", "[[]]"),
        ("[[|]]", "[[|]]"),
        ("[[ ]]", "[[ ]]"),
        ("[[a\nb]]", "[[a\nb]]"),
        ("[[Jane", "[[Jane"),
        ("[[Jane]", "[[Jane]"),
        ("[[a]b]]", "[[a]b]]"),
        ("[[#]]", "[[#]]"),
    ],
)
def test_a_malformed_wikilink_is_left_as_text(body, text):
    assert html(body) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("# a\n## b\n### c\n#### d\n##### e\n###### f", ["h3", "h4", "h5", "h6", "h6", "h6"]),
        ("a\n=\n\nb\n-", ["h3", "h4"]),
        ("<h1>a</h1><h2>b</h2>", []),
        ("> # a", ["h3"]),
    ],
)
def test_headings_of_a_note_stand_below_those_of_the_page(body, tags):
    assert re.findall(r"<(h\d)", html(body)) == tags


@pytest.mark.parametrize(
    "body",
    [
        "seen %%hidden%% seen",
        "seen\n%%\nhidden\n\nhidden\n%%\nseen",
        "seen <!--hidden--> seen",
        "seen\n\n<!-- hidden\n\nhidden -->\n\nseen",
        "seen\n\n<!-- hidden never closed\n\n# hidden",
        "seen\n\n<div><!-- hidden --></div>",
        "seen <b><!-- hidden --></b>",
        "%%hidden%% seen <!-- hidden --> " + "[" * 5_000,
        "seen <!-- hidden\n" + "x\n" * 300_000,
    ],
    ids=lambda body: body[:40],
)
def test_comments_of_obsidian_and_of_html_are_not_in_the_page(body):
    assert "seen" in html(body)
    assert "hidden" not in html(body)


def test_footnotes_of_two_bodies_keep_apart_and_their_ids_are_the_only_ones():
    ids = re.findall(r'id="([^"]+)"', html("a[^1] b[^n]\n\n[^1]: one\n[^n]: two\n\n# Heading {#mine}\n\n<a id=mine>"))
    assert ids == ["fnref-ada-lovelace-1", "fnref-ada-lovelace-2", "fn-ada-lovelace-1", "fn-ada-lovelace-2"]


@pytest.mark.parametrize(
    "html_that_runs",
    [
        "<script>1</script>",
        "<b onclick=1>x</b>",
        '<a href="java\tscript:1">x</a>',
        '<img src="https://attacker.invalid/x">',
        '<img src="//attacker.invalid/x">',
        '<p style="x">x</p>',
        '<a id="__search">x</a>',
        '<span class="md-x">x</span>',
        "<!-- x -->",
        "<div>",
        "</div>",
        "<!DOCTYPE x>",
    ],
)
def test_the_watch_itself_sees_what_is_not_allowed(html_that_runs):
    assert faults(html_that_runs)
