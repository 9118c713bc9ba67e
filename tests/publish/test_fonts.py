import pytest

from donghyang.publish.fonts import faces, installed
from donghyang.publish.glyphs import missing
from donghyang.records import CannotProceed

SYSTEMS = {
    "debian": ["Noto Sans CJK KR", "Noto Sans CJK SC", "Noto Serif CJK KR", "Noto Serif CJK SC", "DejaVu Sans Mono"],
    "windows": ["Arial", "Malgun Gothic", "Microsoft YaHei", "Batang", "SimSun", "DejaVu Sans Mono"],
    "macos": ["Helvetica", "Apple SD Gothic Neo", "PingFang SC", "AppleMyungjo", "DejaVu Sans Mono"],
}


@pytest.mark.parametrize("families", SYSTEMS.values(), ids=SYSTEMS)
def test_every_system_has_faces(families: list[str]) -> None:
    found = faces(families)
    assert found.sans[0] != found.chinese[0]
    assert found.serif[0] != found.sans[0]
    assert {*found.sans, *found.serif, *found.chinese, *found.chinese_serif} <= set(families)


@pytest.mark.parametrize("families", [[], ["Arial"], ["Noto Sans CJK KR"], ["Noto Sans CJK SC"]])
def test_without_faces_the_package_is_named(families: list[str]) -> None:
    with pytest.raises(CannotProceed) as caught:
        faces(families)
    assert "fonts-noto-cjk" in caught.value.message.ko
    assert "fonts-noto-cjk" in caught.value.message.en


@pytest.mark.usefixtures("typefaces")
def test_missing_glyphs_are_found_among_those_that_are_there() -> None:
    sans = ["Noto Sans CJK KR", "DejaVu Sans Mono", "New Computer Modern"]
    assert missing("한글 漢字 H₂O ☑ ✓ ㎡ 😀 \ue000", sans, installed()) == {"😀", "\ue000"}
    assert missing("한글 only", sans, installed()) == frozenset()
