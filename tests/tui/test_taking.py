"""Taking words away: the clipboard, the collection, its export."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.tui.driving import article, driving, seed
from tuiexplorer.tui import clipboard
from tuiexplorer.tui.collection import Collection
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.session import Session


async def test_y_copies_the_quote_with_its_source() -> None:
    async with driving() as driver:
        await driver.press("y")
        words, who, source = driver.copied.splitlines()
        assert words.startswith("全省聚焦聚力高质量发展")
        assert who == "——鲁宇清（省发改委党组书记）"
        assert "[N]" in source
        assert source.endswith("seeds/seed.txt:25")
        assert "Copied quote with source of 鲁宇清" in driver.status


async def test_capital_y_copies_the_words_alone() -> None:
    async with driving() as driver:
        await driver.press("j", "Y")
        assert driver.copied.startswith("将对标落全会部署要求")
        assert "晏勇" not in driver.copied


async def test_a_group_cannot_be_copied_and_the_screen_says_so() -> None:
    async with driving() as driver:
        await driver.press("h", "y")
        assert driver.copied == ""
        assert "Select a statement" in driver.status


async def test_inside_tmux_its_buffer_is_filled_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = home / "tmux"
    program.write_text(f'#!/bin/sh\necho "$@" > {home}/arguments\ncat > {home}/buffer\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(home), prepend=":")
    monkeypatch.setenv("TMUX", "/tmp/tmux,1,0")
    async with driving() as driver:
        await driver.press("Y")
        assert (home / "arguments").read_text() == "load-buffer -w -\n"
        assert (home / "buffer").read_text() == driver.copied
        assert "tmux" in driver.status


async def test_a_tmux_that_fails_leaves_the_terminal_s_way(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("tmux", 2)

    monkeypatch.setattr(subprocess, "run", fail)
    async with driving() as driver:
        assert clipboard.copy(driver.app, "words", environment={"TMUX": "x"}) == clipboard.OSC_52
        assert driver.copied == "words"


async def test_marked_statements_survive_quitting(home: Path) -> None:
    path = home / "collection.json"
    async with driving(session=Session(collection=Collection(path))) as driver:
        await driver.press("m", "j", "m", "j", "m", "m")
        assert "✓" in driver.text
    async with driving(session=Session(collection=Collection(path))) as driver:
        await driver.press("M")
        assert "Collection · 2" in driver.text
        assert "鲁宇清" in driver.text
        assert "晏勇" in driver.text
        assert "严天文" not in driver.text
        await driver.press("j", "j", "enter")
        assert driver.selected == "黄石市西塞山区 晏勇"


def test_two_programs_lose_none_of_each_other_s_marks(home: Path) -> None:
    one, two = Collection(home / "c.json"), Collection(home / "c.json")
    first, second, *_rest = seed().statements()
    assert one.toggle([first])
    assert two.toggle([second])
    assert len(Collection(home / "c.json")) == 2


async def test_marks_that_cannot_be_written_are_kept_while_it_runs_and_it_says_why(home: Path) -> None:
    (home / "in the way").write_text("")
    session = Session(collection=Collection(home / "in the way" / "c.json"))
    async with driving(session=session) as driver:
        await driver.press("m", "j", "m")
        assert "Marked · 2 in the collection · not saved: File exists" in driver.status
        await driver.press("k", "m")
        assert "Unmarked · 1 in the collection · not saved" in driver.status


def test_what_could_not_be_written_is_with_the_next_mark(home: Path) -> None:
    path = home / "away" / "c.json"
    collection = Collection(path)
    first, second, third, *_rest = seed().statements()
    (home / "away").write_text("")
    collection.toggle([first])
    collection.toggle([second])
    (home / "away").unlink()
    Collection(path).toggle([third])
    collection.toggle([first])
    assert key_of(second) in Collection(path)
    assert len(Collection(path)) == 2
    assert collection.unsaved is None


def test_a_broken_collection_is_set_aside_not_lost(home: Path) -> None:
    path = home / "c.json"
    path.write_text("{half")
    assert len(Collection(path)) == 0
    assert (home / "c.json.unusable").read_text() == "{half"


@pytest.mark.parametrize("name", ["out.md", "out.csv", "out.jsonl", "out.json"])
async def test_the_collection_is_written_in_the_format_of_the_name(home: Path, name: str) -> None:
    async with driving(session=Session()) as driver:
        await driver.press("m", "x")
        await driver.press("ctrl+u", *name, "enter")
        assert "Wrote 1 statement" in driver.status
    text = (home / name).read_text("utf-8-sig")
    assert "鲁宇清" in text
    if name.endswith("json"):
        assert json.loads(text)[0]["speaker"] == "鲁宇清"


async def test_a_file_is_not_written_over_without_asking(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    (home / "tuiexplorer.md").write_text("mine")
    async with driving() as driver:
        await driver.press("m", "x", "enter")
        assert "exists" in driver.text
        assert (home / "tuiexplorer.md").read_text() == "mine"
        await driver.press("escape")
        assert (home / "tuiexplorer.md").read_text() == "mine"
        await driver.press("x", "enter", "enter")
        assert "鲁宇清" in (home / "tuiexplorer.md").read_text()


async def test_in_a_narrow_window_the_question_and_its_answers_are_whole(home: Path) -> None:
    async with driving(size=(40, 15)) as driver:
        await driver.press("m", "x")
        assert ".csv\n .jsonl .json)" in driver.text
        await driver.press("ctrl+u", *f"{home}/no/such/folder/a.csv", "enter")
        assert "No such folder" in " ".join(driver.text.split())


async def test_none_of_the_articles_is_written_over(home: Path) -> None:
    path = home / "水厂.md"
    path.write_text("水厂\n\n甲市市长林山说，水厂将供水。\n", "utf-8")
    async with driving(article(str(path), path.read_text("utf-8"))) as driver:
        await driver.press("m", "x", "ctrl+u", *f"{home}/./水厂.md", "enter", "enter")
        assert "one of the articles" in driver.text
        assert path.read_text("utf-8").startswith("水厂")


async def test_a_group_is_marked_whole_and_unmarked_whole() -> None:
    async with driving() as driver:
        await driver.press("m", "h", "m")
        assert "Marked: 8 · 8 in the collection" in driver.status
        await driver.press("m")
        assert "Unmarked: 8 · 0 in the collection" in driver.status


async def test_of_a_group_that_is_searched_the_hits_are_marked() -> None:
    async with driving() as driver:
        await driver.press("slash", *"鲁宇清|严天文", "enter", "h", "m")
        assert "Marked: 2 · 2 in the collection" in driver.status


async def test_in_the_collection_one_sees_and_copies_the_posts_and_the_place() -> None:
    async with driving() as driver:
        await driver.press("m", "M")
        assert "省发改委党组书记" in driver.lines[1]
        assert "seeds/seed.txt:25" in driver.text
        await driver.press("y")
        assert "Go to a statement" in driver.status
        await driver.press("j", "y")
        assert driver.copied.endswith("seeds/seed.txt:25")
        await driver.press("Y")
        assert driver.copied.startswith("全省聚焦聚力高质量发展")
        assert "鲁宇清" not in driver.copied


async def test_an_empty_collection_says_what_to_do() -> None:
    async with driving() as driver:
        await driver.press("x")
        assert "m marks the selected statement" in driver.status
        await driver.press("M")
        assert "m marks the selected statement" in driver.text
        await driver.press("m")
        assert "m marks the selected statement" in driver.status


async def test_the_collection_is_thinned_out_and_written_where_it_is_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    async with driving() as driver:
        await driver.press("m", "j", "m", "M")
        assert "Collection · 2" in driver.text
        await driver.press("j", "m")
        assert "Collection · 1" in driver.text
        assert "鲁宇清" not in driver.lines[1]
        await driver.press("x", "enter")
        assert "Wrote 1 statement" in driver.text
        assert "晏勇" in (home / "tuiexplorer.md").read_text("utf-8")
        await driver.press("M")
        assert "✓" in driver.text
