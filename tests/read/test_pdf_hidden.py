"""What a PDF draws and nobody sees is no text; the text layer of a scan is drawn by nothing, and is its text."""

from __future__ import annotations

import pytest
from tests.hostile import pdf, stream, words

from donghyang.read import formats
from donghyang.records import Document, Unreadable

SHOWN = "The city will support forty research centres"
SECRET = "and the state adds seven billion"


def line(text: str, state: str = "", y: int = 650, size: float = 11, x: int = 60) -> bytes:
    return f"q BT {state} /F1 {size} Tf {x} {y} Td ({text}) Tj ET Q\n".encode()


def area(colour: str, y: int = 640, x: int = 40, width: int = 400, height: int = 30) -> bytes:
    return f"q {colour} rg {x} {y} {width} {height} re f Q\n".encode()


def read(*bodies: bytes, **more: object) -> Document:
    return formats.document(pdf(*bodies, **more), "a.pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("why", "secret"),
    [
        ("visibility", line(SECRET, "3 Tr")),
        ("colour", line(SECRET, "1 1 1 rg")),
        ("colour", line(SECRET, "1 g")),
        ("colour", line(SECRET, "0 0 0 0 k")),
        ("colour", line(SECRET, "0.99 1 0.98 rg")),
        ("colour", area("0.1 0.2 0.6") + line(SECRET, "0.1 0.2 0.6 rg")),
        ("colour", area("0 0 0") + line(SECRET, "0 g")),
        ("place", line(SECRET, y=-40)),
        ("place", line(SECRET, y=900)),
        ("place", line(SECRET, x=700)),
        ("place", line(SECRET, x=-900)),
        ("size", line(SECRET, size=0.2)),
        ("size", line(SECRET, "0.01 0 0 0.01 60 650 Tm", size=20)),
        ("opacity", b"/None gs " + line(SECRET)),
        ("opacity", b"/Trace gs " + line(SECRET)),
        ("visibility", line(SECRET, "7 Tr")),
        ("colour", line(SECRET, "1 G 1 Tr")),
        ("colour", line(SECRET, "1 g 1 G 2 Tr")),
        ("size", line(SECRET, "0.1 Tz")),
        ("display", b"/Masked gs " + line(SECRET)),
    ],
)
def test_not_seen(why: str, secret: bytes) -> None:
    states = b"/ExtGState<</None<</ca 0>>/Trace<</ca 0.01>>/Masked<</SMask<</S/Luminosity/G 100 0 R>>>>>>"
    mask = stream(b"", b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Group<</S/Transparency/CS/DeviceGray>>")
    found = read(words(SHOWN) + secret, resources=states, objects={100: mask})
    assert found.text.strip() == SHOWN
    assert [(words.why, words.text) for words in found.unseen] == [(why, SECRET)]


@pytest.mark.parametrize(
    "shown",
    [
        line(SECRET),
        line(SECRET, "1 0 0 rg"),
        line(SECRET, "0.8 g"),
        area("0.1 0.2 0.6") + line(SECRET, "1 g"),
        area("1 1 0") + line(SECRET, "1 g"),
        area("0 0 0") + line(SECRET, "1 1 1 rg"),
        area("0.1 0.2 0.6") + area("1 1 1") + line(SECRET, "0.1 0.2 0.6 rg"),
        area("1 1 1") + line(SECRET, "0 g"),
        line(SECRET, "1 g 0 G 1 Tr"),
        line(SECRET, "1 g 0 G 2 Tr"),
        line(SECRET, size=5),
        line(SECRET, "12 0 0 12 60 650 Tm", y=0, size=1, x=0),
        line(SECRET, y=3),
        line(SECRET, x=-4),
        b"/Half gs " + line(SECRET),
        b"/Mixed gs " + line(SECRET),
        line(SECRET, "50 Tz"),
    ],
)
def test_seen(shown: bytes) -> None:
    states = b"/ExtGState<</Half<</ca 0.5>>/Mixed<</BM/Multiply>>>>"
    found = read(words(SHOWN) + shown, resources=states)
    assert SHOWN in found.text
    assert SECRET.split(maxsplit=1)[1] in found.text
    assert found.unseen == ()


def picture(width: int = 595, height: int = 842, y: int = 0) -> bytes:
    return f"q {width} 0 0 {height} 0 {y} cm /I Do Q\n".encode()


IMAGE = {100: stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")}
WITH_IMAGE = {"resources": b"/XObject<</I 100 0 R>>", "objects": IMAGE}


@pytest.mark.parametrize(
    "scan",
    [
        picture() + line(SHOWN, "3 Tr") + line(SECRET, "3 Tr", 600),
        line(SHOWN, "3 Tr") + line(SECRET, "3 Tr", 600) + picture(),
        picture(height=421, y=421) + picture(height=421) + line(SHOWN, "3 Tr") + line(SECRET, "3 Tr", 600),
        picture() + line("scanned by us", y=20) + line(SHOWN, "3 Tr") + line(SECRET, "3 Tr", 600),
    ],
)
def test_the_text_layer_of_a_scan_is_its_text(scan: bytes) -> None:
    found = read(scan, **WITH_IMAGE)
    assert SHOWN in found.text
    assert SECRET in found.text
    assert found.unseen == ()


def test_the_text_layer_over_letters_that_are_drawn_as_lines_is_text() -> None:
    strokes = b"".join(b"%d 650 3 8 re f\n" % x for x in range(60, 300, 6))
    assert SHOWN in read(strokes + line(SHOWN, "3 Tr")).text


@pytest.mark.parametrize(
    "page",
    [
        picture() + words(SHOWN) + words(SHOWN, 600) + line(SECRET, "3 Tr"),
        picture(100, 100) + words(SHOWN) + line(SECRET, "3 Tr", 60),
        picture(100, 100) + words(SHOWN[:12]) + line(SECRET, "3 Tr", 500),
    ],
)
def test_invisible_words_beside_words_that_are_seen_are_no_text_layer(page: bytes) -> None:
    found = read(page, **WITH_IMAGE)
    assert SECRET not in found.text
    assert [words.why for words in found.unseen] == ["visibility"]


def test_pages_are_judged_one_by_one() -> None:
    found = read(words(SHOWN) + line(SECRET, "3 Tr"), picture() + line("A page that was scanned", "3 Tr"), **WITH_IMAGE)
    assert "scanned" in found.text
    assert [words.text for words in found.unseen] == [SECRET]


def test_a_file_of_hidden_words_alone_holds_no_text() -> None:
    with pytest.raises(Unreadable, match="holds no text"):
        read(line(SECRET, "3 Tr"))


def test_much_that_is_hidden_is_told() -> None:
    body = b"".join(line(f"{SECRET} {at}.", "1 g", 600 - 12 * at) for at in range(20))
    found = formats.page(pdf(words(f"{SHOWN}.") + words("They are told in May.", 680) + body), "a.pdf")
    assert found.hides_much


@pytest.mark.parametrize("said", [b"(99)", b"(nothing at all)", b"<FEFF0037>"])
def test_what_a_mark_says_instead_of_the_letters_is_not_read(said: bytes) -> None:
    marked = b"/Span<</ActualText" + said + b">> BDC " + line("grants of 320 millions") + b" EMC\n"
    assert "grants of 320 millions" in read(words(SHOWN) + marked).text


@pytest.mark.parametrize(
    ("state", "seen"), [(b"/OFF[100 0 R]", False), (b"/BaseState/OFF", False), (b"/ON[100 0 R]", True)]
)
def test_layers_that_are_off_are_no_text(state: bytes, seen: bool) -> None:
    layer = b"/OC /L BDC " + line(SECRET) + b" EMC\n"
    data = pdf(
        words(SHOWN) + layer, resources=b"/Properties<</L 100 0 R>>", objects={100: b"<</Type/OCG/Name(x)>>"}
    ).replace(b"/Type/Catalog", b"/Type/Catalog/OCProperties<</OCGs[100 0 R]/D<<" + state + b">>>>", 1)
    found = formats.document(data, "a.pdf")
    assert SHOWN in found.text
    assert (SECRET in found.text) is seen
    assert [words.why for words in found.unseen] == ([] if seen else ["display"])


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        (b"/BBox[0 0 595 842]", True),
        (b"/BBox[0 0 595 842]/OC 101 0 R", False),
        (b"/BBox[0 0 595 842]/OC 102 0 R", True),
        (b"/BBox[0 0 40 40]", False),
        (b"/BBox[0 640 595 670]", True),
    ],
)
def test_forms_that_are_cut_off_or_switched_off(form: bytes, seen: bool) -> None:
    fonts = b"/Resources<</Font<</F1 3 0 R>>>>"
    objects = {
        100: stream(line(SECRET), b"/Type/XObject/Subtype/Form" + form + fonts),
        101: b"<</Type/OCG/Name(off)>>",
        102: b"<</Type/OCG/Name(on)>>",
    }
    layers = b"/Type/Catalog/OCProperties<</OCGs[101 0 R 102 0 R]/D<</OFF[101 0 R]>>>>"
    data = pdf(words(SHOWN) + b"/X Do\n", resources=b"/XObject<</X 100 0 R>>", objects=objects)
    found = formats.document(data.replace(b"/Type/Catalog", layers, 1), "a.pdf")
    assert SHOWN in found.text
    assert (SECRET in found.text) is seen
    assert [words.why for words in found.unseen] == ([] if seen else ["display"])
