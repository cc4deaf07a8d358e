"""What a headline or a title tells of a speaker of whom the text gives the name alone."""

from tuiexplorer.model import parse
from tuiexplorer.reading import Source

BRIEFING = """\
就两国会谈等答问

  2023年11月22日海国外交部发言人耿山明主持例行记者会

  应邀来访的客人将于23日至24日访问，并举行会谈。

  问：中方对此有何评论？

  答：我们注意到了有关报道，密切关注事态进展。

  问：能否介绍访问的日程？

  答：今天下午我们已经发布了消息。
"""


def test_who_holds_a_conference_by_its_headline_answers_with_the_post_told_there() -> None:
    said = [one for theme in parse(Source("a.txt", "digest", BRIEFING)).themes for one in theme.statements]

    assert [(one.speaker, [(p.agency, p.post) for p in one.positions]) for one in said] == [
        ("耿山明", [("海国外交部", "发言人")])
    ] * 2


CARD = """食堂飘香，老人有口福

10月31日，记者走进石磨社区食堂，就餐环境温馨，桌椅整洁，菜品丰富多样，荤素搭配合理，营养均衡。

张大田

居民

我们从来不到外面吃，因为这里又卫生，花样又多，有豆浆，有稀饭，还有菜，都是热乎乎的，我吃得很舒服。

中午时分，食堂里坐满了人，工作人员依次打好饭菜，大家有说有笑。
"""


def test_what_stands_under_a_name_and_a_post_is_his_who_says_i_in_it() -> None:
    said = [one for theme in parse(Source("a.txt", "digest", CARD)).themes for one in theme.statements]

    assert [(one.speaker, one.positions[0].post, one.content[:4]) for one in said] == [
        ("张大田", "居民", "我们从来")
    ]
