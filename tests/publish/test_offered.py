"""What a template may use: the real names, the typed ones and the documented ones are the same."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest
from tests.publish.test_images import png

from donghyang import publish
from donghyang.publish import HOUSE, DraftView, Image, Look, apart, offered
from donghyang.publish.fonts import Faces
from donghyang.publish.html import HtmlOutput
from donghyang.publish.pdf_data import issue_data
from donghyang.publish.stylesheet import Style, style_sheet
from donghyang.publish.templating import OFFICE, PAGE, STYLE, TYPESETTING, resource, template_of
from donghyang.publish.view import view
from donghyang.records import CannotProceed, Colours, Figure, Issue
from tools import templates_page

FACES = Faces(("가",), ("나",), ("다",), ("라",))


@pytest.fixture(scope="module")
def data(week: Issue, ugly: Issue, draft: DraftView) -> list[offered.PdfIssue]:
    """What the typesetter gets of issues that between them hold everything."""
    picture = Image("그림.png", png(4, 4), "png", 3, 3)
    first = week.sections[0].articles[0]
    drawn = replace(first, blocks=(*first.blocks, Figure("그림", "그림.png")))
    sections = (replace(week.sections[0], articles=(drawn,)), *week.sections[1:])
    look = Look(logo=picture, emblem=picture)
    shown = view(replace(week, sections=sections), draft, {"그림.png": picture}, look)
    return [json.loads(json.dumps(issue_data(one, FACES))) for one in (shown, view(ugly))]


def names_of(kind: Any) -> tuple[set[str], set[str]]:
    """The names that a kind always has, and those that it may have."""
    hints = get_type_hints(kind, include_extras=True)
    may = {name for name, hint in hints.items() if get_origin(hint) is NotRequired}
    return set(hints) - may, may


def bare(hint: Any) -> Any:
    while get_origin(hint) in (Annotated, NotRequired):
        hint = get_args(hint)[0]
    return hint


def held(kind: Any, values: list[Any], missed: list[str]) -> None:
    """Holds values against a kind, and those inside likewise; what no value has goes into `missed`."""
    kind, values = bare(kind), [value for value in values if value is not None]
    if is_typeddict(kind) and kind.__module__ == offered.__name__:
        always, may = names_of(kind)
        for value in values:
            assert always <= set(value) <= always | may, kind
        for name, hint in get_type_hints(kind, include_extras=True).items():
            found = [value[name] for value in values if name in value]
            missed += [f"{kind.__name__}.{name}"] if not found else []
            held(hint, found, missed)
    elif get_origin(kind) is list:
        held(get_args(kind)[0], [item for value in values for item in value], missed)


def test_the_typesetter_gets_what_is_typed_and_nothing_else(data: list[offered.PdfIssue]) -> None:
    missed: list[str] = []
    held(offered.PdfIssue, data, missed)
    assert not missed


def test_the_house_s_template_asks_for_typed_names_alone() -> None:
    source = re.sub(r"//.*", "", resource(TYPESETTING))
    typed = set().union(*(set().union(*names_of(kind)) for kind in templates_page._kinds(offered.PdfIssue)))
    for holder, kind in (("d", "PdfIssue"), ("d.cover", "Cover"), ("d.words", "Labels"), ("d.marks", "Marks")):
        used = set(re.findall(rf"(?<![\w.]){re.escape(holder)}\.(\w+)", source))
        assert used == names_of(getattr(offered, kind))[0], holder
    asked = set(re.findall(r"(?<![\w.])(?:a|b|s|r|one|row|entry|part|group|item|reference|found)\.(\w+)", source))
    assert asked - {"len", "starts-with", "header", "box", "runs", "first", "last", "to", "match"} <= typed


def test_the_page_gets_what_is_typed(week: Issue) -> None:
    wanted = names_of(offered.HtmlNames)[0]
    assert set(HtmlOutput().prepare(view(week))) == wanted
    assert set(re.findall(r"\$(\w+)", resource(PAGE))) == wanted


def test_the_style_sheet_of_the_page_asks_for_the_theme_alone() -> None:
    known = {part.name for part in fields(Colours)} | {"korean", "serif", "chinese", "least"}
    assert set(re.findall(r"var\(--([\w-]+)\)", resource(STYLE))) <= known


def test_every_typed_name_is_documented() -> None:
    page = templates_page.PAGE_OF_DOCS.read_text("utf-8")
    for kind in (*templates_page._kinds(offered.PdfIssue), offered.HtmlNames):
        part = page.partition(f"### {kind.__name__}\n")[2].partition("\n#")[0]
        assert set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) == set(get_type_hints(kind))
    styles = page.partition("### Style\n")[2]
    assert set(re.findall(r"^\| `(\w+)` \|", styles, re.MULTILINE)) == {one.name for one in fields(Style)} - {"name"}


# ---------------------------------------------------------------------------------------------- a newsroom's own


def own(name: str, text: str) -> Look:
    return replace(HOUSE, templates={name: text})


def test_a_template_of_the_newsroom_stands_before_the_house_s(week: Issue) -> None:
    page = template_of(PAGE).replace("<body>", '<body class="ours">')
    assert b'<body class="ours">' in publish.render(week, "html", look=own(PAGE, page))
    assert b"p { color: red }" in publish.render(week, "html", look=own(STYLE, "p { color: red }"))
    changed = style_sheet(own(OFFICE, '[styles."리드"]\nsize = 12\ncolor = "accent"\n[page]\ntop = 80'))
    usual = style_sheet()
    assert (changed.styles["리드"].size, changed.styles["리드"].color) == (12, Colours().accent[1:].upper())
    assert changed.styles["리드"].left == usual.styles["리드"].left
    assert (changed.page["top"], changed.page["side"]) == (80, usual.page["side"])


SLIPS = {
    (PAGE, "$head $style $boddy"): "boddy",
    (OFFICE, "[styles.'리드']\nsise = 12"): "styles.리드.sise",
    (OFFICE, "[styles.'리드']\nsize = 'big'"): "styles.리드.size",
    (OFFICE, "[styles.'리드']\nbold = 1"): "styles.리드.bold",
    (OFFICE, "[styles.'리드']\nalign = 'middle'"): "styles.리드.align",
    (OFFICE, "[styles.'리드']\ncolor = 'blue'"): "styles.리드.color",
    (OFFICE, "[styles.'리즈']\nsize = 12"): "styles.리즈",
    (OFFICE, "[styles]\n'리드' = 12"): "styles.리드",
    (OFFICE, "[pages]\ntop = 1"): "pages",
    (OFFICE, "[page]\ntop = true"): "page.top",
    (OFFICE, "page = 1"): "page",
    (OFFICE, "[page"): "TOML",
}


@pytest.mark.parametrize(("given", "told"), SLIPS.items())
def test_a_slip_in_a_template_is_told_with_its_name(given: tuple[str, str], told: str, week: Issue) -> None:
    name, text = given
    with pytest.raises(CannotProceed, match=re.escape(name)) as refused:
        publish.render(week, "html" if name == PAGE else "docx", look=own(name, text))
    assert told in refused.value.message.en


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize("text", ["#d", "#let d = json(bytes(sys.inputs.issue))\n#d.titel", '#image("/etc/hostname")'])
def test_a_name_that_is_none_stops_the_typesetter(text: str, week: Issue) -> None:
    with pytest.raises(CannotProceed, match=re.escape(TYPESETTING)):
        publish.render(week, "pdf", look=own(TYPESETTING, text))


ENDLESS = {
    "#for i in range(900000000) [x]": 60,  # fills the memory first, where the system keeps a limit of it
    "#for i in range(30000) { for j in range(30000) { let k = i * j } }": 1,
}


@pytest.mark.usefixtures("typefaces")
@pytest.mark.parametrize(("text", "seconds"), ENDLESS.items())
def test_a_template_without_end_ends_alone(
    text: str, seconds: float, week: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", seconds)
    with pytest.raises(CannotProceed, match="no end"):
        publish.render(week, "pdf", look=own(TYPESETTING, text))


@pytest.mark.parametrize("text", ['#import "@preview/cetz:0.2.2"', "#let c = '@local/ours:1.0.0'"])
def test_a_template_asks_no_other_machine_for_anything(text: str, week: Issue) -> None:
    with pytest.raises(CannotProceed, match="without packages"):
        publish.render(week, "pdf", look=own(TYPESETTING, text))


def test_the_page_of_docs_is_made_from_the_program() -> None:
    assert Path(templates_page.PAGE_OF_DOCS).read_text("utf-8") == templates_page.page()
