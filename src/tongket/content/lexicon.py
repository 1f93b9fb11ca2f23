"""The lexicon of Vietnamese reports, built from content/lexicons."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from tongket.content.loader import load_folder
from tongket.core.nouns.figure import Bound, Kind
from tongket.core.nouns.reading import TokenClass
from tongket.core.reading.lexicon import (
    Bounds,
    Chrome,
    Columns,
    Cues,
    Lexicon,
    Measure,
    Name,
    Names,
    Noun,
    NumberWords,
    Phrases,
    Structure,
    Times,
)
from tongket.core.reading.plain import unmarked

Pages = Mapping[str, Mapping[str, Any]]
Value = TypeVar("Value")


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of Vietnamese, with its form for texts without diacritics."""
    pages = load_folder("lexicons/vi")
    # Few texts lack diacritics, so that their lexicon is made when one comes.
    return _lexicon(pages, cache(lambda: _lexicon(_believable(_unmarked(pages)))))


def _believable(pages: Pages) -> Pages:
    """Return unmarked pages without the words that fall together with others."""
    kept = set(pages["bare"]["names"])
    barred = set(pages["bare"]["no_bounds"])
    names = {
        title: {
            where: [word for word in words if " " in word or word in kept]
            for where, words in lists.items()
        }
        if isinstance(lists, Mapping)
        else lists
        for title, lists in pages["names"].items()
    }
    before = {
        bound: [word for word in words if word not in barred]
        for bound, words in pages["bounds"]["before"].items()
    }
    bounds = {**pages["bounds"], "before": before}
    return {**pages, "names": names, "bounds": bounds}


def _lexicon(pages: Pages, bare: Callable[[], Lexicon] | None = None) -> Lexicon:
    return Lexicon(
        numbers=_numbers(pages["numbers"]),
        measures=_measures(pages["measures"]),
        not_before={
            label: _phrases(words)
            for label, words in pages["measures"]["not_before"].items()
        },
        nouns=_nouns(pages["nouns"]),
        acts=_phrases(pages["nouns"]["acts"]),
        averages=_phrases(pages["nouns"]["averages"]),
        followers=_phrases(
            [*pages["followers"]["attributes"], *pages["followers"]["verbs"]]
        ),
        bounds=_bounds(pages["bounds"]),
        names=_names(pages["names"]),
        chrome=Chrome(**_lists(pages["chrome"], Chrome)),
        cues=_cues(pages["cues"]),
        structure=Structure(
            abbreviations=frozenset(pages["structure"]["abbreviations"]),
            **_lists(pages["structure"], Structure),
        ),
        times=Times(**_lists(pages["times"], Times)),
        columns=Columns(
            Phrases(
                {
                    title: role
                    for role, titles in pages["tables"]["columns"].items()
                    for title in titles
                }
            ),
            _phrases(pages["tables"]["totals"]),
            _phrases(pages["tables"]["comparing"]),
            _phrases(pages["tables"]["places"]),
        ),
        bare=bare,
    )


def _phrases(words: Iterable[str]) -> Phrases[str]:
    return Phrases({word: word for word in words})


def _lists(page: Mapping[str, Any], group: type) -> dict[str, Phrases[str]]:
    """Return the lists of a page that a group of the lexicon has as phrases."""
    return {
        name: _phrases(page[name])
        for name, kind in group.__annotations__.items()
        if kind == Phrases[str] and name in page
    }


def _numbers(page: Mapping[str, Any]) -> NumberWords:
    return NumberWords(
        units=dict(page["units"]),
        tens=frozenset(page["tens"]),
        hundreds=frozenset(page["hundreds"]),
        zeros=frozenset(page["zeros"]),
        halves=frozenset(page["halves"]),
        scales=Phrases({word: Decimal(by) for word, by in page["scales"].items()}),
        money_scales=Phrases(
            {word: Decimal(by) for word, by in page["money_scales"].items()}
        ),
        vague_heads=_phrases(page["vague_heads"]),
        starters=frozenset(
            [
                *page["units"],
                *(head.split()[0] for head in page["vague_heads"]),
                *(factor.split()[0] for factor in page["factors"]),
            ]
        ),
        vague_scales=frozenset(page["vague_scales"]),
        not_scales=_phrases(page["not_scales"]),
        idle_nouns=_phrases(page["idle_nouns"]),
        openers=_phrases(page["openers"]),
        factors=Phrases({word: Decimal(by) for word, by in page["factors"].items()}),
    )


def _measures(page: Mapping[str, Any]) -> Phrases[Measure]:
    return Phrases(
        {
            spelling: Measure(label, kind)
            for kind in (Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION)
            for label, spellings in page[kind.value].items()
            for spelling in spellings
        }
    )


def _nouns(page: Mapping[str, Any]) -> Phrases[Noun]:
    classifiers = set(page["classifiers"])
    kin, joins = _groups(page["kin"]), _groups(page["joins"])
    listed = {noun for sector in page["nouns"].values() for noun in sector}
    return Phrases(
        {
            noun: Noun(
                noun,
                noun in classifiers,
                _groups_of(noun, kin),
                _groups_of(noun, joins),
            )
            for group in (page["kin"], page["joins"], [listed | classifiers])
            for nouns in group
            for noun in nouns
        }
    )


def _groups(groups: list[list[str]]) -> dict[str, frozenset[int]]:
    """Return the numbers of the groups that each noun is listed in."""
    listed: dict[str, frozenset[int]] = {}
    for number, group in enumerate(groups):
        for noun in group:
            listed[noun] = listed.get(noun, frozenset()) | {number}
    return listed


def _groups_of(noun: str, groups: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """Return the groups that a noun, or the shorter noun it begins with, is in."""
    head = noun
    while head and head not in groups:
        head = head.rpartition(" ")[0]
    return groups.get(head, frozenset())


def _bounds(page: Mapping[str, Any]) -> Bounds:
    return Bounds(
        before=Phrases(_by_word(page["before"], Bound)),
        after=Phrases(_by_word(page["after"], Bound)),
        symbols=_by_word(page["symbols"], Bound),
        comparatives=_phrases(page["comparatives"]),
        places=_phrases(page["places"]),
    )


def _by_word(lists: Mapping[str, list[str]], kind: type[Value]) -> dict[str, Value]:
    return {
        word: kind(name)  # type: ignore[call-arg]  # an enum, by its value
        for name, words in lists.items()
        for word in words
    }


def _names(page: Mapping[str, Any]) -> Names:
    classes = {"name": TokenClass.STANDARD}
    before: dict[str, Name] = {}
    for key in ("name", "standard", "document_number", "ordinal", "date", "contact"):
        token_class = classes.get(key) or TokenClass(key)
        for where in ("capital", "any"):
            for word in page[key].get(where, ()):
                before[word] = Name(token_class, capital=where == "capital")
    sets: dict[str, tuple[int, ...]] = {}
    for named in page["named_sets"]:
        words = named["words"]
        sets[words] = (*sets.get(words, ()), int(named["number"]))
    return Names(
        before=Phrases(before),
        not_names=_phrases(page["not_names"]),
        marks=_phrases(page["marks"]),
        weak=_phrases(page["weak"]),
        quoted=_phrases(page["quoted"]),
        measure_symbols=frozenset(page["measure_symbols"]),
        sets=Phrases(sets),
    )


def _cues(page: Mapping[str, Any]) -> Cues:
    roles = [
        "change_up",
        "change_down",
        "gap_up",
        "gap_down",
        "reach",
        "share",
        "target",
        "cumulative",
        "previous",
        "part",
    ]
    return Cues(
        roles=Phrases({word: role for role in roles for word in page[role]}),
        fillers=frozenset(page["fillers"]),
        links=frozenset(page["links"]),
        ranks=Phrases(dict(page["ranks"])),
        outcomes=Phrases(
            {
                **dict.fromkeys(page["outcomes"], "fault"),
                **dict.fromkeys(page["penalties"], "penalty"),
            }
        ),
        **_lists(
            {k: v for k, v in page.items() if k not in {"ranks", "outcomes"}}, Cues
        ),
    )


def _unmarked(value: Any) -> Any:
    """Return content with the diacritics taken off its Vietnamese strings."""
    if isinstance(value, str):
        return unmarked(value)
    if isinstance(value, Mapping):
        return {_unmarked(key): _unmarked(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_unmarked(part) for part in value]
    return value
