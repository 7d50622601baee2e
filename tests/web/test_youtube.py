import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.web.youtube import id_in_name, video_id

ID = "YCxNiKcoljE"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/watch?v={ID}&t=35.6s",
        f"http://m.youtube.com/watch?app=desktop&v={ID}#t=3",
        f"https://music.youtube.com/watch?v={ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://youtube.com/shorts/{ID}",
        f"https://www.youtube.com/embed/{ID}?start=72",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"https://www.youtube.com/v/{ID}",
        f"https://youtu.be/{ID}",
        f"https://youtu.be/{ID}?t=72",
        f"https://youtu.be/{ID}&t=6",
        f"youtu.be/{ID}",
        f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}",
    ],
)
def test_every_shape_of_link_leads_to_the_video(url):
    assert video_id(url) == ID


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/playlist?list=PL123456789",
        "https://www.youtube.com/watch?v=tooshort",
        f"https://example.org/watch?v={ID}",
        f"https://notyoutube.com/watch?v={ID}",
        "https://[::1",
        "https://youtu.be/",
    ],
)
def test_other_links_have_no_video(url):
    assert video_id(url) is None


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        (f"Some Title [{ID}]", ID),
        (f"Some [live] (abc) [{ID}].en", ID),
        (f"Some Title-{ID}", ID),
        (f"Title--xNiKcoljE{''}", None),
        (ID, ID),
        ("A talk about transcribing", None),
        ("Just a title", None),
        ("2017-05-24 interview", None),
    ],
)
def test_the_id_is_found_where_downloaders_put_it(stem, found):
    assert id_in_name(stem) == found


@given(st.text())
def test_any_text_is_a_link_or_none(text):
    video_id(text)
    video_id(f"https://{text}")
    id_in_name(text)
