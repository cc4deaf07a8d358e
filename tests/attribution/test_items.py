"""A day's transcript: articles in one file, each under its headline and behind its dateline."""

from tuiexplorer.model import parse
from tuiexplorer.reading import Source

DAY = """\
# 《晚间新闻》（20260105）

### 郁明山会见外宾

**总台消息**（晚间新闻）：国家主席郁明山5日会见外宾。

郁明山主席指出，两国是邻居。

### 守住一江清水

**总台消息**（晚间新闻）：护渔员每天出船。

郁明山主席强调，要把水留住。

郁明山表示，大家辛苦了。

**渔场扩大**

，称渔场还要扩大。
"""


APART = """\
# 《晚间新闻》（20260106）

### 郁明山会见外宾

**总台消息**（晚间新闻）：国家主席郁明山6日会见外宾。郁明山指出，两国是邻居。

### 山火仍在蔓延

**总台消息**（晚间新闻）：山火烧了三天。他说，风太大了。
"""


def posts() -> list[tuple[str, list[str]]]:
    return [
        (one.cue, [position.post for position in one.positions])
        for theme in parse(Source("day.md", "digest", DAY)).themes
        for one in theme.statements
    ]


def test_a_name_with_its_title_has_the_posts_of_its_own_article() -> None:
    assert posts()[:2] == [("指出", ["国家主席"]), ("强调", ["主席"])]


def test_a_bare_name_has_those_told_anywhere() -> None:
    assert posts()[2] == ("表示", ["国家主席"])


def test_a_bare_name_has_those_of_its_own_article_first() -> None:
    again = "### 郁明山考察乡村\n\n**总台消息**（晚间新闻）：党总支书记郁明山7日考察乡村。郁明山指出，路要修好。\n"
    said = [
        one
        for theme in parse(Source("day.md", "digest", f"{APART}\n{again}")).themes
        for one in theme.statements
    ]

    assert [[position.post for position in one.positions] for one in said] == [["国家主席"], ["党总支书记"]]


def test_no_one_goes_on_over_a_heading() -> None:
    assert len(posts()) == 3


def test_a_pronoun_means_no_one_of_the_article_before() -> None:
    said = [one for theme in parse(Source("day.md", "digest", APART)).themes for one in theme.statements]

    assert [(one.speaker, one.content) for one in said] == [("郁明山", "两国是邻居")]
