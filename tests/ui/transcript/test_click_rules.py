import pytest

from viewer.ui.transcript.click_rules import ClickRules, Press, Release


class Watch:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def clicked(rules, press, *, window_active=True):
    rules.press(press)
    return rules.release(window_active=window_active)


def test_a_plain_click_chooses_its_line():
    assert clicked(ClickRules(), Press(7)) == Release(chosen=7)


def test_a_click_beside_the_lines_moves_the_caret_only():
    assert clicked(ClickRules(), Press(None)) == Release(moved_caret=True)


@pytest.mark.parametrize("bar", ["had_selection", "modified"])
def test_a_click_that_cleared_a_selection_or_held_a_key_moves_the_caret_only(bar):
    assert clicked(ClickRules(), Press(7, **{bar: True})) == Release(moved_caret=True)


def test_a_click_that_brought_the_window_to_the_front_does_nothing_else():
    assert clicked(ClickRules(), Press(7, window_active=False)) == Release()


def test_a_click_on_a_window_that_stays_behind_is_a_click():
    rules = ClickRules()
    assert clicked(rules, Press(7, window_active=False), window_active=False) == Release(chosen=7)


def test_a_window_that_came_to_the_front_just_before_the_press_did_so_because_of_it():
    watch = Watch()
    rules = ClickRules(watch)
    rules.window_changed(active=False)
    rules.window_changed(active=True)
    watch.now += 0.01
    assert clicked(rules, Press(7)) == Release()
    watch.now += 1
    assert clicked(rules, Press(7)) == Release(chosen=7)


def test_a_window_that_has_just_been_opened_takes_clicks_at_once():
    rules = ClickRules(Watch())
    rules.window_changed(active=True)
    assert clicked(rules, Press(7)) == Release(chosen=7)


@pytest.mark.parametrize(
    "press",
    [
        Press(7, on_time=True, had_selection=True),
        Press(7, on_time=True, modified=True),
        Press(7, on_time=True, window_active=False),
    ],
)
def test_a_click_on_the_time_always_chooses(press):
    assert clicked(ClickRules(), press) == Release(chosen=7)


@pytest.mark.parametrize("on_time", [False, True])
def test_a_drag_never_chooses(on_time):
    rules = ClickRules()
    rules.press(Press(7, on_time=on_time))
    rules.drag()
    assert rules.dragging
    assert rules.release(window_active=True) == Release()
    assert not rules.dragging


def test_a_double_click_takes_back_what_its_first_click_chose_and_only_once():
    rules = ClickRules()
    clicked(rules, Press(7))
    assert rules.double_click()
    assert rules.release(window_active=True) == Release()
    assert not rules.double_click()


def test_a_double_click_takes_nothing_back_where_its_first_click_chose_nothing():
    rules = ClickRules()
    clicked(rules, Press(7, had_selection=True))
    assert not rules.double_click()
