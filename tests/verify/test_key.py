"""The bilingual key: what it finds stands in its source."""

from __future__ import annotations

import datetime as dt

import pytest

from donghyang.verify import Source, verify
from donghyang.verify.key import Key


@pytest.mark.parametrize("text", ["计划 浙江省", "浙江省", "发展计划", "人工智能", "首个国家标准"])
def test_no_place_lies_behind_the_end_of_the_source(text: str) -> None:
    found = Key(text).find("저장성계획발전계획인공지능국가표준")
    assert found
    assert all(end <= len(text) for match in found for _, end in match.places)


def test_a_source_that_ends_in_a_name_is_held() -> None:
    source = Source("p", "저장성은 계획을 발표했다. 浙江省", dt.date(2024, 6, 12))
    (sentence,) = verify("저장성이 계획을 발표", [source])
    assert [claim.status for claim in sentence.claims if claim.kind == "name"] == ["supported"]
