"""A style sheet written into the elements it speaks of: mail clients drop style sheets, and keep what stands inside."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

import cssselect2
import tinycss2


def inline(root: Element, sheet: str) -> str:
    """Write the rules of a style sheet into `root` and all below; the rules for narrow screens, which cannot be."""
    matcher, rest = _rules(sheet)
    for element in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
        found: dict[str, str] = {}
        for *_, declarations in matcher.match(element):
            for name, value in declarations:
                found.pop(name, None)  # a later one stands behind: padding-left is part of padding
                found[name] = value
        own = element.etree_element.get("style")
        if found or own:
            told = ";".join(f"{name}:{value}" for name, value in found.items())
            element.etree_element.set("style", ";".join(filter(None, (told, own))))
    return rest


@cache
def _rules(sheet: str) -> tuple[cssselect2.Matcher, str]:
    matcher, rest = cssselect2.Matcher(), []
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            rest.append(rule.serialize())
            continue
        declarations = tuple(
            (one.lower_name, tinycss2.serialize(one.value).strip())
            for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
        )
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, declarations)
    return matcher, "\n".join(rest)
