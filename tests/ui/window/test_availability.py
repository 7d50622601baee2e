from tests.desk import write_srt
from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.ui.commands.actions import Command

SOUND = (Command.LOUDER, Command.QUIETER, Command.MUTE)


def enabled(window, *commands):
    return {window.commands[command].isEnabled() for command in commands}


def test_a_clock_without_a_recording_has_no_volume_and_says_so(window, desk, talk):
    desk.open(talk)
    bar = window.play_bar.transport
    assert enabled(window, *SOUND) == {False}
    assert not bar.volume_slider.isEnabled()
    assert not bar.mute_button.isEnabled()
    assert "a silent clock" in window.availability.facts.text()
    window.commands[Command.PLAY_PAUSE].trigger()
    assert not bar.volume_slider.isEnabled()
    desk.pairing.choose(MediaSource(film(talk.with_name("other.mp4"), seconds=8)))
    desk.work()
    assert enabled(window, *SOUND) == {True}
    assert bar.volume_slider.isEnabled()
    assert "a silent clock" not in window.availability.facts.text()


def test_picture_and_transcript_can_be_chosen_only_where_there_are_both(window, desk, talk):
    both = (Command.PICTURE_SHOWN, Command.TRANSCRIPT_SHOWN)
    desk.open(talk)
    assert enabled(window, *both) == {False}
    desk.pairing.choose(MediaSource(film(talk.with_name("other.mp4"), seconds=8)))
    desk.work()
    assert enabled(window, *both) == {True}
    desk.opening.close()
    assert enabled(window, *both) == {False}


def test_with_nothing_open_there_is_nothing_to_close_or_to_tell_about(window, desk, talk):
    about_what_is_open = (Command.CLOSE, Command.DETAILS_SHOWN)
    assert enabled(window, *about_what_is_open) == {False}
    desk.open(film(talk.with_name("alone.mp4")))
    assert enabled(window, *about_what_is_open) == {True}
    desk.opening.close()
    assert enabled(window, *about_what_is_open) == {False}
    desk.open(talk)
    assert enabled(window, *about_what_is_open) == {True}


def test_many_lines_are_counted_in_thousands(window, desk, tmp_path):
    desk.open(write_srt(tmp_path / "long.srt", *["Word."] * 1200))
    assert window.availability.facts.text().endswith("1,200 lines")


def test_a_line_that_is_cut_to_be_read_is_told_as_one(window, desk, tmp_path):
    desk.open(write_srt(tmp_path / "long.srt", "Words of it. " * 2_000))
    pieces = len(window.workspace.session.document.transcript.segments)
    assert window.availability.facts.text().endswith(f"1 line, cut into {pieces} to be read")
