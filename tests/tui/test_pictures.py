"""The pictures of the README can be made at any time, from the program as it is."""

import re
from xml.etree import ElementTree as ET

import pytest

from tests.screenshots import FOLDER, PICTURES, Picture, draw


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_can_be_made(picture: Picture) -> None:
    svg = await draw(picture)
    ET.fromstring(svg)
    assert "坚定不移" in re.sub(r"\s*<[^>]*>\s*", "", svg)
    assert len(re.findall("<text", svg)) > 50


def test_each_picture_is_kept() -> None:
    assert {path.stem for path in FOLDER.glob("*.svg")} == {picture.name for picture in PICTURES}
