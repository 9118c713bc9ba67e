"""What the lines of an imprint say."""

import pytest

from donghyang.report.layout.colophon import Colophon, read_imprint


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("URL: https://www.haian.example", {"url": "https://www.haian.example"}),
        ("홈페이지 : http://haian.example TEL: 02-123-4567", {"url": "http://haian.example", "phone": "02-123-4567"}),
        ("발행처 : 해안연구소 / URL : https://haian.example", {"name": "해안연구소", "url": "https://haian.example"}),
        ("https://haian.example", {"url": "https://haian.example"}),
    ],
)
def test_a_label_goes_with_its_value(line: str, fields: dict[str, str]) -> None:
    found = Colophon()
    assert read_imprint([line], found) == []
    assert found.fields == fields
