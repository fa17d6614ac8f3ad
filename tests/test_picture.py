"""Pictures: alt text that states the finding, sources, numbers, and the same bytes."""

import re

import pandas as pd
import pytest

from helpers.days import month
from helpers.figures import territory
from helpers.listing import listing
from helpers.picture import PictureError, as_html, cited, drawing, show
from helpers.territory import by_rounding

NUMBERS = pd.DataFrame({"km²": [1240]})
GIVEN = {
    "alt": "The area is 1,240 km².",
    "caption": "Area held.",
    "sources": ["dailywrap-digest"],
    "numbers": NUMBERS,
}


def drawn(**changed):
    with drawing(3, 2) as (figure, axes):
        axes.bar(["held"], [1240])
        return show(figure, **(GIVEN | changed))


def pictures_of_territory():
    source = ["dailywrap-digest"]
    return {
        "squares": territory.squares_to_scale(1240, 800, 29997, source),
        "shares": territory.shares_lost(by_rounding(1240, 800), source),
        "loss": territory.loss_a_day(
            1240, 800, "2024-08-31", month(2024, 11), 100, 23, source
        ),
    }


def test_a_picture_is_a_figure_with_alt_text_caption_sources_and_its_numbers():
    page = drawn().as_html()
    assert 'alt="The area is 1,240 km²."' in page
    assert re.search(r"<figcaption.*Area held\. Sources: ", page)
    assert "<details><summary>" in page and "<table" in page
    assert 'role="img"' not in page


def test_in_plain_text_a_picture_is_its_alt_text():
    assert (
        drawn()._repr_mimebundle_()["text/plain"] == "[Picture: The area is 1,240 km².]"
    )


@pytest.mark.parametrize(
    "missing", [{"alt": " "}, {"caption": ""}, {"numbers": pd.DataFrame()}]
)
def test_a_picture_without_words_or_numbers_is_refused(missing):
    with pytest.raises(PictureError, match="is empty"):
        drawn(**missing)


def test_the_same_picture_has_the_same_bytes():
    assert drawn().png == drawn().png


def test_a_source_that_is_only_a_copy_is_shown_as_one():
    assert "(seen in a copy)" in cited(("nyt-sep-am1",))
    assert cited(()) == ""


@pytest.mark.parametrize("name", pictures_of_territory())
def test_the_alt_text_of_a_lesson_picture_says_numbers_that_its_table_holds(name):
    picture = pictures_of_territory()[name]
    said = re.findall(r"\d+\.\d\d", picture.alt)
    table = listing(picture.numbers, "", 2).as_text()
    assert said and all(number in table for number in said)


def test_no_text_in_a_picture_is_smaller_than_the_cell_text_on_a_projector():
    presentation_size_in_pixels = 17  # JupyterLab's content size in presentation mode
    with drawing() as (_, axes):
        axes.set_xlabel("days")
        axes.set_title("loss")
        texts = [axes.xaxis.label, axes.title, *axes.get_xticklabels()]
        sizes = [text.get_fontsize() / 72 * 100 for text in texts]
    assert min(sizes) >= presentation_size_in_pixels


def test_anything_that_a_notebook_shows_has_html():
    assert as_html(drawn()).startswith("<figure")
    assert as_html(NUMBERS).startswith("<div")
    assert as_html("4 < 5") == "<p>4 &lt; 5</p>"
