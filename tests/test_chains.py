"""A chain names everyone through whom a claim passed, down to the text in hand."""

import pytest

from helpers.chains import (
    ChainError,
    Link,
    as_table,
    complaint,
    hand_overs,
    in_words,
    read_chain,
    written,
)
from helpers.tables import load_digest_key

KEY = load_digest_key().set_index("claim_id")


@pytest.mark.parametrize("claim", KEY.index)
def test_every_chain_of_the_key_is_sound_and_as_long_as_the_key_says(claim):
    links = read_chain(KEY.loc[claim, "chain"])
    assert len(links) == KEY.loc[claim, "speakers"]
    assert hand_overs(links) == len(links) - 1
    assert written(links) == KEY.loc[claim, "chain"]


def test_an_inferred_link_keeps_its_mark_on_the_way_there_and_back():
    links = read_chain("Kyiv -> a newspaper (inferred) -> this digest")
    assert links[1] == Link("a newspaper", inferred=True)
    assert in_words(links) == "Kyiv, then a newspaper (inferred), then this digest"
    assert as_table(links)["how we know"].tolist() == ["printed", "inferred", "printed"]


def test_spaces_around_an_arrow_do_not_matter():
    assert read_chain("Kyiv->this digest") == read_chain(" Kyiv  ->  this digest ")


def test_another_text_in_hand_can_be_the_end():
    assert len(read_chain("a union -> my paper", last="my paper")) == 2


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        ("", "Begin with the origin"),
        ("Kyiv -> a newspaper", "The last link is always the text in hand"),
        ("Kyiv", "Your chain ends in “Kyiv”"),
        ("this digest -> Kyiv", "turn the chain round"),
        ("Kyiv ->  -> this digest", "Link 2 is empty"),
        ("Kyiv -> Kyiv -> this digest", "stands in the chain twice"),
        ("Kyiv -> this digest (inferred)", "you hold it in your hands"),
    ],
)
def test_a_chain_that_cannot_be_is_answered_with_a_sentence(chain, said):
    with pytest.raises(ChainError, match=r"[.?]$") as raised:
        read_chain(chain)
    assert said in str(raised.value)


def test_empty_places_at_the_end_are_no_gap():
    assert not complaint([Link("Kyiv"), Link("this digest"), Link(""), Link("")])


def test_the_text_in_hand_alone_is_a_chain():
    assert not complaint([Link("this digest")])
