"""The people of a document: who was introduced with which titles, so that later mentions find them."""

import re
from functools import cache

from tuiexplorer.attribution.attributed import Position
from tuiexplorer.attribution.people.counts import Counts
from tuiexplorer.attribution.subjects.after_titles import without_telling
from tuiexplorer.attribution.subjects.persons import title_start
from tuiexplorer.attribution.subjects.running import dotted_names, long_name_length, name_length
from tuiexplorer.attribution.words.before_titles import trim_title
from tuiexplorer.attribution.words.bodies import (
    ends_body,
    ends_in_one_character,
    is_body,
    owner_before,
    state_at_start,
)
from tuiexplorer.attribution.words.names import FAMILIAR, NameForm, is_chinese, is_surname, name_form
from tuiexplorer.attribution.words.one_title import is_occupation
from tuiexplorer.attribution.words.posts import head_at_end, may_close_in_post, trade_at_end
from tuiexplorer.attribution.words.titles import has_head, positions
from tuiexplorer.lexicon import grammar

_CLAUSE = re.compile(r"[，。；：！？“”】\n]")
_LONGEST_TITLE = 60
"""How far back the title before a name is looked for (code points)."""
_LONGEST_PART = 24
"""No part of a name with dots is longer."""
# 宋晓东是云州港集团党委书记、董事长。
_ABOUT_HIM = re.compile(r"，?(?:已经?)?是(?:一[名位])?(?P<title>[^，。；]{2,40})[，。]")


_BODY_BEFORE = r"(?:^|[，。；：\n）])(?P<name>[^，。；：、“”《》（）\s的]{2,20})"
# 张启明，是玛河林场的|一名生态管护员。
_ONE_OF = re.compile("(?P<body>[^，的]{2,24})的(?:一[名位]|首[名位])(?P<post>[^的]{2,12})")


def _is_post_of(told: re.Match[str]) -> bool:
    return ends_body(told["body"]) and bool(head_at_end(told["post"]) or trade_at_end(told["post"]))


# 以…同志为核心的党中央 names the person whom 总书记 alone means.
_CORE = re.compile("以(?P<name>[\u4e00-\u9fff]{2,4})同志为(?:核心|总书记)的(?:党|中共)中央")


class People:
    """Names met so far, with the positions of their first full mention, and the text they are looked for in."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Position, ...]] = {}
        self._spoke: set[str] = set()
        self.look_at("")

    def look_at(self, text: str, beside: str = "") -> None:
        """Take ``text`` as what is looked through from now on; who was introduced before stays known.

        ``beside`` is what stands in its titles, headings and captions: they tell of whom the text tells nothing.
        """
        self._text = text
        self.beside = beside
        """The titles, headings and captions around it."""
        self._known = {name: found for name, found in self._known.items() if found}
        self.count = Counts(text)
        """How often a stretch of characters stands in the text."""
        self._item = text
        self._here: dict[str, tuple[Position, ...]] = {}
        self._dotted = tuple(dotted_names(f"{text}\n{beside}"))
        self._around_dots = _around_dots(text)

    def look_at_item(self, text: str) -> None:
        """Take ``text``, a part of what is looked through, as the article that is being read."""
        self._item = text
        self._here = {}

    def positions_here(self, name: str) -> tuple[Position, ...]:
        """The positions of ``name`` in the article that is being read, which has a title before it."""
        if self._item is self._text:
            return self.positions(name)
        if name not in self._here:
            self._here[name] = self._search(name, self._item)
        return self._here[name]

    def introduce(self, name: str, found: tuple[Position, ...]) -> None:
        """Remember a name with its positions; the first mention with any wins."""
        if found and not self._known.get(name):
            self._known.pop(name, None)
            self._known[name] = found
            self._spoke.add(name)

    def is_introduced(self, name: str) -> bool:
        """Whether someone of this name has spoken, or stands somewhere in the document with a post and its agency."""
        return name in self._spoke or any(position.agency for position in self.positions(name))

    def positions(self, name: str) -> tuple[Position, ...]:
        """The positions of ``name``, from a mention in the article that is being read, else in the whole document."""
        if self._item is not self._text and (here := self.positions_here(name)):
            return here
        if name not in self._known:
            self._known[name] = (
                self._search(name, self._text) or self._told_after(name) or self._search(name, self.beside)
            )
        return self._known[name]

    def is_titled(self, name: str) -> bool:
        """Whether ``name``, which reads as a body, is a person's: its form allows it, and a title stands before it."""
        formed = len(name) == 3 and is_chinese(name) and ends_in_one_character(name)
        return formed and bool(self._search(name, self._text))

    def is_part(self, name: str) -> bool:
        """Whether ``name`` stands in the document as a part of one with dots."""
        return f"{name}·" in self._around_dots or f"·{name}" in self._around_dots

    def full_name(self, part: str) -> str | None:
        """The name met last of which ``part`` is the surname, or one of the parts between dots."""
        for name in reversed(self._known):
            if name != part and self._known[name] and _is_short_for(part, name):
                return name
        for full in self._dotted:
            if part in full.split("·"):
                return full
        return self._introduced(part)

    def _introduced(self, part: str) -> str | None:
        """The full name, with its title before it in the text, that ``part`` is short for."""
        tries = [(-1, part), (0, part)] if len(part) > 1 else []
        if len(part) == 1 or part[0] in FAMILIAR:
            tries.insert(0, (0, part[-1]))
        for offset, piece in tries:
            for match in re.finditer(re.escape(piece), self._text):
                at = match.start() + offset
                if len(part) == 1 and (name := self._titled_after(at)):
                    return name
                if at < 0 or not self._titled_at(at):
                    continue
                full = self._text[at : at + name_length(self._text, at, self.count)]
                if len(full) > 1 and full != part and _is_short_for(part, full):
                    return full
        return None

    def _titled_after(self, at: int) -> str:
        """The full name at ``at`` that an office stands behind: 高明山|总书记; empty where none does."""
        posts = grammar.words("subjects", "after_names", "heads_after_names")
        names = (
            self._text[at : at + length] for length in (3, 2) if self._text.startswith(posts, at + length)
        )
        return next((name for name in names if is_chinese(name)), "")

    def _titled_at(self, at: int) -> bool:
        before = self._text[max(0, at - 12) : at]
        return bool(head_at_end(_CLAUSE.split(before)[-1]))

    def holder(self, post: str) -> str | None:
        """The person who was introduced with ``post``: whom 总书记 alone means, after 高明总书记."""
        for name in reversed(self._known):
            held = any(position.post == post for position in self._known[name])
            if held and name_form(name) >= NameForm.FOREIGN:
                return name
        for match in re.finditer(re.escape(post), self._text):
            for length in (4, 3, 2):
                name = self._text[max(0, match.start() - length) : match.start()]
                led = name.endswith(grammar.words("subjects", "prepositions"))  # 村支书高明向|总书记
                if len(name) == length and not led and is_chinese(name) and not ends_body(name):
                    return name
        core = _CORE.search(self._text)
        return core["name"] if core else None

    def body(self, noun: str) -> str | None:
        """The body named first at the head of a clause whose name ends in ``noun``."""
        match = re.search(
            rf"(?:^|[，。；：\n）])(?:受|据|因|随着|由于)?(?P<name>[^，。；：、“”《》（）\n的该]{{1,16}}{re.escape(noun)})",
            self._text,
        )
        return match["name"] if match and is_body(match["name"]) else None

    def body_of(self, post: str) -> str:
        """The body before ``post`` in the article that is being read; empty where none or several are."""
        found = (match["name"] for match in re.finditer(rf"{_BODY_BEFORE}{re.escape(post)}", self._item))
        named = (trim_title(name + post).removesuffix(post) for name in found)
        bodies = {name for name in named if ends_body(name) and is_body(name)}
        return bodies.pop() if len(bodies) == 1 else ""

    def _told_after(self, name: str) -> tuple[Position, ...]:
        """The office or rank that stands after a name which no title stands before: 高明山委员长主持会议.

        One that many have only where its body stands before the name: 审批科的李晓梅科长.
        """
        alone = (*grammar.words("subjects", "after_names"), *_learned())
        posts = (*alone, *grammar.words("subjects", "heads_after_names"))
        at = self._text.find(name) if len(name) > 1 else -1
        while at >= 0:
            end = at + len(name)
            if self._text.startswith(posts, end):
                post = next(post for post in posts if self._text.startswith(post, end))
                owner = owner_before(self._text[max(0, at - _LONGEST_TITLE) : at])
                if owner or post in alone:
                    return (Position(owner, post),)
            at = self._text.find(name, at + 1)
        return ()

    def _search(self, name: str, text: str) -> tuple[Position, ...]:
        at = text.find(name)
        tries = 0
        while at >= 0 and tries < 20:
            if found := self._told_before(name, text, at):
                return found
            about = _ABOUT_HIM.match(text, at + len(name))
            praised = about and grammar.opening("posts", "praised").search(about["title"])
            if about and not praised and (one := _ONE_OF.fullmatch(about["title"])) and _is_post_of(one):
                return (Position(one["body"], one["post"]),)
            if about and not praised and (head_at_end(about["title"]) or _is_trade(about["title"])):
                return positions(trim_title(about["title"]))
            at = text.find(name, at + 1)
            tries += 1
        return ()

    def _told_before(self, name: str, text: str, at: int) -> tuple[Position, ...]:
        """The positions of the title that stands before ``name`` at ``at``."""
        before = text[max(0, at - _LONGEST_TITLE) : at].rstrip(" ")
        bare = without_telling(before)  # 村民|、76岁的
        honoured = bare.endswith("”") and _HONOURED.search(bare) is not None
        if not (honoured or bare.endswith("、") or may_close_in_post(bare)):
            return ()
        at -= len(before) - len(bare)
        clause = _last_clause(bare)
        clause = text[title_start(text, at - len(clause)) : at] if text.endswith(clause, 0, at) else clause
        if dateline := _DATELINE.match(clause):
            clause = clause[dateline.end() :]
        if head_at_end(clause) and long_name_length(text, text.find(name, at), self.count) > max(
            3, len(name)
        ):
            return ()  # of a longer name: 沙马|拉且
        if clause.endswith("、"):
            clause = _title_of_first(clause) or clause
        told = honoured or head_at_end(clause) or _is_trade_of_body(clause)
        return _of_the_same_state(clause, trim_title(clause)) if told else ()


def _title_of_first(clause: str) -> str:
    """The title of the first of those listed, which is the title of all: 村民|罗大山、|段春妹; empty where none is."""
    ends = (len(clause) - 1 - length for length in (3, 2, 4))
    return next(
        (clause[:end] for end in ends if is_occupation(clause[: max(0, end)]) and name_form(clause[end:-1])),
        "",
    )


def _of_the_same_state(clause: str, title: str) -> tuple[Position, ...]:
    """The positions of a title, those of a state with the one of who is named before it: 海国总理高明和|国防部长."""
    found, before = positions(title), clause.removesuffix(title)
    of_states = grammar.word_set("subjects", "state_posts", "of_short_states")
    if not any(not one.agency and one.post in of_states for one in found):
        return found
    told = ((state_at_start(before[at:]), before[at:]) for at in range(len(before) - 3, -1, -1))
    state = next((state for state, words in told if len(state) > 1 and has_head(words)), "")
    if not state:
        return found
    return tuple(
        Position(state, one.post) if not one.agency and one.post in of_states else one for one in found
    )


def _around_dots(text: str) -> str:
    """The dots of names in a text, each with what stands right before it and behind it."""
    size = _LONGEST_PART
    parts = (part if len(part) <= 2 * size else f"{part[:size]}\n{part[-size:]}" for part in text.split("·"))
    return "·".join(parts)


def _is_trade_of_body(title: str) -> bool:
    """Whether an occupation that no list holds closes a title, right behind a body or a place: 石门村|草编匠."""
    trade = trade_at_end(title)
    found = positions(trim_title(title)) if trade else ()
    return len(found) == 1 and bool(found[0].agency) and len(found[0].post) > 2


def _is_trade(words: str) -> bool:
    """Whether words tell what someone works as, by their last character: 陈浩是一名|钢筋工."""
    return trade_at_end(words) == words and not words.endswith("人")  # 他是江州本地人


# 新华社云城4月2日电（记者 王芳）|外交部发言人
_DATELINE = re.compile(".*(?:电|讯|消息|报道)[】）]? *（[^（）]*）|[^（）]*）")
_TERM = re.compile("“[^“”，。；：！？]{1,12}”(?=[\u4e00-\u9fff]|$)")  # 江城大学“一带一路”研究中心

# 江城大学教授、2025年|“全国教书育人楷模”, 石门镇|“民间河长”
_HONOURED = re.compile("(?:、(?:[^、，。；：“”]{0,8})|[村镇乡县市区省])“[^“”，。；：！？]{2,12}”$")


@cache
def _learned() -> tuple[str, ...]:
    """Ranks that are no verbs (代表全体学员发言) and no words for just anyone."""
    return tuple(rank for rank in grammar.words("subjects", "ranks") if rank != "代表")


def _last_clause(text: str) -> str:
    """The clause that ``text`` ends in; a term in quotation marks stays in it."""
    terms = [match.span() for match in _TERM.finditer(text)]
    if not terms:
        return _CLAUSE.split(text)[-1].rstrip(" ")
    marks = (match for match in _CLAUSE.finditer(text) if not any(s <= match.start() < e for s, e in terms))
    return text[max((match.end() for match in marks), default=0) :].rstrip(" ")


def _is_short_for(part: str, name: str) -> bool:
    """Whether ``part`` is the surname (周, 老周), the given name (小棠), or a part between dots of ``name``."""
    if "·" in name:
        return part in name.split("·")
    if len(part) == 1:
        return name[0] == part
    if name.startswith(part) and (len(name) > 3 or is_surname(part)):
        return True  # 沙马, of 沙马拉且; 欧阳, of 欧阳明
    return len(part) == 2 and (name[1:] == part or (part[0] in FAMILIAR and name[0] == part[1]))
