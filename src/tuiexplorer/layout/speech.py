"""Speech: the words that show a line to be running text about people rather than a heading."""

import re

from tuiexplorer.lexicon.grammar import (
    Endings,
    alternation,
    characters,
    closing,
    either,
    opening,
    word_set,
    words,
)

_CUES = alternation(
    [*(word for word in words("cues", "clause") + words("cues", "mark") if len(word) > 1), "说", "称"]
)
_POSTS = word_set("posts", "offices", "learned")
_POST_ENDS = Endings(_POSTS)
_POST = re.compile(either("posts", "offices", "learned"))
_SURNAMES = characters("names", "surnames")
_COMPOUND = word_set("names", "compound")
_NO_NAMES = word_set("names", "no_beginnings", "words") - _COMPOUND
_PLACES = frozenset("省市县区州镇乡村")

_CUE = re.compile(rf"(?:{_CUES})(?:[，：,:]|“(?!.{{1,5}}”))")
_SPEAKER = re.compile(rf"[^，,。；：“”\s]{{4,40}}(?:{_CUES})(?:[，：,:将]|“(?!.{{1,5}}”))")
_LABELLED = re.compile(r"([^，,。；：:“”\s]{4,30})[：:]")
_NAMELESS = re.compile(r"(?:有关|相关)(?:负责|部门|处室|人士)")
_CUE_SOON = re.compile(rf"(?![他她])([一-鿿]{{1,3}})(?:{_CUES})")
_NO_GIVEN_NAME = frozenset("我大各有相该其记据对专")
"""What opens with one of these before a verb of speaking is no name: 大家表示, 记者了解到."""
_AFTER_CUE = frozenset("，：,:“将")
_ONLY_SPEAKER = re.compile(r"[^，。；：“”对就没不]{2,40}(?:说|介绍|表示|坦言|感[慨叹]|回忆|告诉记者)道?。")
_GOES_ON = re.compile(rf"[他她]们?[还也又]?(?:{_CUES})[，：,:“]")
_SUBJECT_AND_CUE = re.compile(rf"[^，,。；：“”\s]{{3,60}}(?:{_CUES})")
_WHEN = re.compile(
    r"(?:近日|日前|连日来|[今昨][天日]|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚)?|[^，“]{4,20}(?:之?后|以来|期间|之际))，"
    r"(?=[^，]{4})"
)
_CUE_LAST = re.compile(r"(?:时|会议?|会上|中|主持|讲话|致辞|批示)(?:强调|指出|要求|表示|提出)$")


def _joints() -> dict[str, list[tuple[str, str]]]:
    """Where a post can be cut in two, by the characters on both sides of the cut; the longest first."""
    joints: dict[str, list[tuple[str, str]]] = {}
    for post in words("posts", "offices", "learned"):
        for cut in range(1, len(post)):
            joints.setdefault(post[cut - 1 : cut + 1], []).append((post[:cut], post[cut:]))
    return joints


_JOINTS = _joints()


def has_cue(text: str) -> bool:
    """Whether someone speaks in it: …表示，…."""
    return bool(_CUE.search(text))


def names_cue(text: str) -> bool:
    """Whether a clause has a verb of speaking after what could be its subject."""
    return bool(_SUBJECT_AND_CUE.search(text))


def refers_back(text: str) -> bool:
    """Whether a sentence opens with a word that needs one before it: 他, 同时, 对此, 要."""
    return bool(opening("signs", "refers_back").match(text))


def ends_in_cue(text: str) -> bool:
    """Whether what someone said must follow it: 省长在江州调研时强调, 全省水利工作会议指出."""
    return bool(_CUE_LAST.search(text))


def is_dated(text: str) -> bool:
    """Whether it tells when or from whom, as a report's first words do: 近日, 记者…, 11月2日."""
    return bool(opening("signs", "dated").search(text))


def tells_when(text: str) -> bool:
    """Whether it opens with a clause of time and goes on with what was then: 全会召开后，各地迅速传达."""
    return bool(_WHEN.match(text))


def ends_in_post(text: str) -> bool:
    """Whether a name is due after it: …党组书记、厅长."""
    return bool(_POST_ENDS.longest(text))


def has_post(text: str) -> bool:
    """Whether it speaks of someone by his post: 对外经贸大学研究院院长屠."""
    return bool(_POST.search(text))


def ends_in_posts(text: str) -> bool:
    """Whether a second post stands at its end: 党组书记、厅长, 院长张三、检察长."""
    before = text.rpartition("、")[0]
    return ends_in_post(text) and any(ends_in_post(before[: len(before) - size]) for size in (0, 2, 3))


def ends_in_name(text: str) -> bool:
    """Whether a name has begun at its end: 厅长龙, 书记林海."""
    return any(text[-size] in _SURNAMES and ends_in_post(text[:-size]) for size in (1, 2) if len(text) > size)


def ends_in_surname(text: str) -> bool:
    """Whether its last character could begin a name."""
    return text[-1] in _SURNAMES


def begins_with_surname(text: str) -> bool:
    """Whether it could open with a name: 高明…, not 高校…."""
    if text[:2] in _NO_NAMES:
        return False
    return text[0] in _SURNAMES or text[:2] in _COMPOUND


def post_across(before: str, after: str) -> str:
    """What follows the post that the joint of two texts cuts: 张三说 of 校 and 长张三说; empty where it cuts none."""
    joints = _JOINTS.get(before[-1:] + after[:1], ())
    return next(
        (after[len(tail) :] for head, tail in joints if before.endswith(head) and after.startswith(tail)), ""
    )


def is_name_and_cue(text: str) -> bool:
    """Whether it opens with a name and a verb of speaking: 张三指出，."""
    found = _CUE_SOON.match(text) if text and begins_with_surname(text) else None
    return found is not None and text[found.end() : found.end() + 1] in _AFTER_CUE


def is_given_name_and_cue(text: str) -> bool:
    """Whether it opens with what no name begins with, and a verb of speaking: 小勇告诉记者，."""
    found = None if begins_with_surname(text) or text[0] in _NO_GIVEN_NAME else _CUE_SOON.match(text)
    return found is not None and len(found[1]) < 3 and text[found.end() : found.end() + 1] in _AFTER_CUE


def only_names_speaker(text: str) -> bool:
    """Whether it says who has spoken, and no more: 江州钢铁集团总经理张三说。."""
    return bool(_ONLY_SPEAKER.fullmatch(text))


def begins_with_post(text: str) -> bool:
    """Whether it opens with a post that lacks its body: 书记李四表示."""
    return bool(_POST.match(text) and _SPEAKER.match(text))


def is_person(text: str) -> bool:
    """Whether it is a post and a name and nothing else: 省商务厅副厅长 张三."""
    before, apart, name = text.rpartition(" ") if " " in text else text.rpartition("\u3000")
    if apart:
        return 2 <= len(name) <= 4 and ends_in_post(before.rstrip())
    return any(
        text[-size : len(text) - size + 1] in _SURNAMES and ends_in_post(text[:-size]) for size in (2, 3)
    )


def is_body(text: str) -> bool:
    """Whether it is a body and nothing else: 省人大常委会."""
    return text.isalpha() and text.endswith(words("signs", "bodies"))


def has_deed(text: str) -> bool:
    """Whether it opens with what someone does, who is due before it: 首次开展专题询问."""
    return bool(opening("signs", "deeds").match(text))


def ends_unfinished(text: str) -> bool:
    """Whether its last word must be followed by another: 与, 这个, 告诉."""
    return bool(closing("signs", "unfinished").search(text))


def begins_nameless(text: str) -> bool:
    """Whether it opens with someone without a name whose body is due before it: 有关负责人表示."""
    return bool(_NAMELESS.match(text))


def cue_soon(text: str) -> bool:
    """Whether a cue follows what could be the rest of a name: 小红表示."""
    return bool(_CUE_SOON.match(text))


def goes_on_speaking(text: str) -> bool:
    """Whether it opens with one who has spoken before: 他表示，."""
    return bool(_GOES_ON.match(text))


def begins_with_speaker(text: str) -> bool:
    """Whether it opens with a speaker whole: 财政部部长张三表示，."""
    return bool(_SPEAKER.match(text))


def begins_with_official(text: str) -> bool:
    """Whether it opens with an official whole: 省财政厅厅长张三说，, 财政局局长李四：."""
    if text[0] in _PLACES and _SPEAKER.match(text):
        return True
    labelled = _LABELLED.match(text)
    return labelled is not None and any(ends_in_post(labelled[1][:-size]) for size in (2, 3, 4))
