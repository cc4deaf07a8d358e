"""Those who are named apart from what they say: on a card over it, under a picture, behind a dash below it."""

import pytest

from tuiexplorer.model import parse
from tuiexplorer.reading import Source

HEAD = "各界热议全会精神\n\n本报讯（记者 张三）连日来，全会精神在我市引发热烈反响。以下是部分干部群众的发言。\n\n"
SPEAKERS = (
    ("周建国", "江州市发改委", "主任", "我们要把扩大内需作为战略基点，抓好项目建设。"),
    ("秦月", "江州大学", "教授", "高校要培养更多拔尖创新人才。我们将优化学科布局。"),
    ("卢卫东", "石桥村", "党支部书记", "乡亲们的日子越过越红火，我心里更踏实了。"),
)
WAYS = {
    "a name and a post over the words": "{name} {body}{post}\n\n{words}",
    "a post and a name over the words": "{body}{post} {name}\n\n{words}",
    "the same without a gap over a quotation": "{body}{post}{name}\n\n“{words}”",
    "a bar between name and post": "{name}丨{body}{post}\n\n{words}",
    "before a colon on a line of their own": "{body}{post}{name}：\n\n{words}",
    "bold in Markdown": "**{body}{post} {name}**\n\n{words}",
    "under a picture": "▲{body}{post}{name}\n\n“{words}”",
    "below the words": "“{words}”\n\n——{body}{post}{name}",
    "below the words, the post in brackets": "“{words}”\n\n——{name}（{body}{post}）",
    "behind the words": "“{words}”——{body}{post}{name}",
    "below a block quotation": "> {words}\n>\n> ——{body}{post}{name}",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_all_is_his_who_is_named_apart(way: str) -> None:
    parts = [way.format(name=name, body=body, post=post, words=words) for name, body, post, words in SPEAKERS]

    article = parse(Source("a.md" if way[0] in ">*" else "a.txt", "digest", HEAD + "\n\n".join(parts)))

    assert [
        (one.speaker, [(held.agency, held.post) for held in one.positions], one.content)
        for theme in article.themes
        for one in theme.statements
    ] == [(name, [(body, post)], words.rstrip("。")) for name, body, post, words in SPEAKERS]


def test_all_up_to_the_next_is_his_who_stands_before_a_colon() -> None:
    round_table = (
        "赵平委员：\n\n报告令人振奋。\n\n农业要抓种子。\n\n钱小满委员：\n\n教育是根本。\n\n高校要敢为人先。"
    )

    article = parse(Source("a.txt", "digest", HEAD + round_table))

    assert [(one.speaker, one.content) for theme in article.themes for one in theme.statements] == [
        ("赵平", "报告令人振奋。农业要抓种子"),
        ("钱小满", "教育是根本。高校要敢为人先"),
    ]


def test_who_is_told_of_under_his_name_does_not_speak() -> None:
    story = "王进 云江集团钳工\n\n王进今年四十岁，在车间里干了二十年。\n\n何苇 石桥村村医\n\n何苇背着药箱走遍了山村。"

    article = parse(
        Source(
            "a.txt", "digest", "最美劳动者\n\n他们在平凡的岗位上发光发热，今天一起来认识他们。\n\n" + story
        )
    )

    assert not [one for theme in article.themes for one in theme.statements]


def test_a_headline_that_could_end_in_a_name_is_no_card() -> None:
    story = "江海至云山输电工程开工\n\n今天，江海至云山输电工程开工。我国西电东送再添一条大动脉，途经五省。"

    article = parse(
        Source("a.txt", "digest", f"要闻\n\n{story}\n\n春耕全面展开\n\n各地春耕全面展开，农资供应充足。")
    )

    assert not [one for theme in article.themes for one in theme.statements]


def test_who_signs_a_section_says_all_of_it() -> None:
    article = (
        "查处诬告\n\n调查组很快查明了真相，为当事人澄清正名。\n\n【执纪者说】\n\n"
        "纪检机关既要约束干部，又要保护干部。\n\n下一步，我们将继续查处诬告陷害。\n\n"
        "——江州市云台区纪委书记 姜雪晴\n"
    )

    said = [one for theme in parse(Source("article.txt", "", article)).themes for one in theme.statements]

    assert [(one.speaker, one.content) for one in said] == [
        ("姜雪晴", "纪检机关既要约束干部，又要保护干部。下一步，我们将继续查处诬告陷害")
    ]


def test_extracts_of_speeches_are_of_those_named_under_their_headings() -> None:
    article = (
        "经验交流会发言摘编\n\n做强平台 纵深推进\n\n云州省政协主席 葛慧琴\n\n省政协搭建平台，做好两篇大文章。\n\n"
        "我们创建了协商平台，把要求落到实处。\n\n抗疫大考中凝聚共识\n\n江州市政协主席徐立国\n\n"
        "市政协把有效凝聚共识作为参与抗疫大考的试题。我们深切体会到，凝聚共识，重在“共识”。\n"
    )

    said = [one for theme in parse(Source("article.txt", "", article)).themes for one in theme.statements]

    assert [(one.speaker, one.content) for one in said] == [
        ("葛慧琴", "省政协搭建平台，做好两篇大文章。我们创建了协商平台，把要求落到实处"),
        ("徐立国", "市政协把有效凝聚共识作为参与抗疫大考的试题。我们深切体会到，凝聚共识，重在“共识”"),
    ]
