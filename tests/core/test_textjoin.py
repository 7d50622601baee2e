"""Lines joined into prose."""

import pytest

from viewer.core.textjoin import close_directions, join_texts


@pytest.mark.parametrize(
    ("texts", "prose"),
    [
        ([], ""),
        (["a", "b"], "a b"),
        ([" a ", "", "  ", "b"], "a b"),
        (["今日は", "元気。"], "今日は元気。"),
        (["今日は", "OK", "です"], "今日は OK です"),
        (["你好，", "世界"], "你好，世界"),
        (["안녕", "하세요"], "안녕 하세요"),  # Korean is written with spaces
        (["𠀀", "𠀁"], "𠀀𠀁"),
        (["\u202bשלום", "b"], "\u202bשלום\u202c b"),
    ],
)
def test_join(texts, prose):
    assert join_texts(texts) == prose


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("plain", "plain"),
        ("\u202bx", "\u202bx\u202c"),
        ("\u202bx\u202c", "\u202bx\u202c"),
        ("\u2067x", "\u2067x\u2069"),
        ("\u2067\u202bx", "\u2067\u202bx\u202c\u2069"),
        ("\u2067\u202bx\u2069", "\u2067\u202bx\u2069"),  # closing the outer closes the inner
        ("x\u202c", "x\u202c"),
    ],
)
def test_open_directions_are_closed(text, closed):
    assert close_directions(text) == closed
