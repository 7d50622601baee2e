"""Who hears whom: the one block that wires the window's parts and what is behind them."""

from functools import partial

from viewer.session.workspace import Workspace
from viewer.state.recent_files import RecentFiles
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.window import panels
from viewer.ui.window.main_window import MainWindow
from viewer.ui.window.side_tabs import SideTabs


def make_window(
    workspace: Workspace, user_settings: UserSettings, recent: RecentFiles
) -> MainWindow:
    """Make the window, wired, with its panels and tabs, as the user left it."""
    window = MainWindow(workspace, user_settings, recent)
    SideTabs(window, user_settings.settings.window.side_tab)
    connect(window)
    panels.place(window)
    window.begin()
    return window


def connect(window: MainWindow) -> None:
    """Connect everything; in this order, as some must hear of a fact before others."""
    for each in window.shows_opened():
        window.workspace.session.opened_changed.connect(each)
    _connect_finding(window)
    _connect_news(window)
    _connect_what_is_said(window)
    _connect_text(window)
    _connect_pasting(window)
    _connect_what_stands_around_the_text(window)
    _connect_picture(window)
    _connect_files(window)


def _connect_finding(window: MainWindow) -> None:
    finding, following = window.finding, window.following
    finding.reader_acted.connect(following.reader_acted)
    finding.news.moments_changed.connect(window.play_bar.seek_bar.set_found)
    finding.news.moment_changed.connect(window.play_bar.seek_bar.set_found_here)
    finding.play_requested.connect(following.line_chosen)
    finding.play_requested.connect(window.workspace.lines.play_from)
    finding.word_requested.connect(following.line_chosen)
    finding.word_requested.connect(lambda _, ms: window.workspace.lines.play_at(ms))
    following.following_changed.connect(finding.note_following)


def _connect_news(window: MainWindow) -> None:
    news, tasks, notices = window.workspace.news, window.workspace.tasks, window.notices
    news.no_recording.connect(window.web.show_no_recording)
    news.failed.connect(notices.show_error)
    news.web_failed.connect(window.web.show_broken)
    news.failed.connect(window.recents.miss)
    news.recording_failed.connect(notices.show_recording_error)
    news.no_transcript.connect(notices.show_no_transcript)
    window.workspace.player.fell_short.connect(notices.show_short)
    news.recording_chosen.connect(notices.show_choice)
    news.moved_along.connect(notices.offer_relinking)
    news.saved.connect(notices.show_saved)
    news.saved_guessing.connect(notices.show_saved_guessing)
    window.workspace.clipping.saved.connect(notices.show_clip)
    window.clips.copied.connect(window.say)
    tasks.busy_changed.connect(window.text.busy.show_work)
    tasks.progressed.connect(window.text.busy.progress)
    window.web.downloads.reported.connect(window.text.busy.say)
    window.text.busy.cancel_requested.connect(window.workspace.opening.cancel)


def _connect_what_is_said(window: MainWindow) -> None:
    player, said_changed = window.workspace.player, window.workspace.follower.said_changed
    said_changed.connect(window.following.light)
    said_changed.connect(window.quoting.light)
    said_changed.connect(window.where.light)
    window.where.worded.connect(window.say)
    said_changed.connect(window.light)
    window.workspace.word_follower.word_changed.connect(window.text.view.lit.light_word)
    player.state_changed.connect(window.availability.refresh)
    player.wants_play_changed.connect(window.availability.refresh)
    player.engine_changed.connect(window.availability.refresh)
    player.buffering_changed.connect(window.availability.refresh)
    window.looping.shown.connect(window.availability.show_loop)
    window.looping.said.connect(window.say)
    window.workspace.lines.jumped.connect(window.following.jumped)
    window.controls.sought.connect(window.following.sought)
    window.following.following_changed.connect(window.commands[Command.FOLLOW].setChecked)
    window.following.way_back_changed.connect(window.text.show_way_back)
    window.text.back_to_now.clicked.connect(window.following.back_to_now)


def _connect_text(window: MainWindow) -> None:
    view, following, quoting = window.text.view, window.following, window.quoting
    view.segment_chosen.connect(following.line_chosen)  # before anything is lit
    view.segment_chosen.connect(window.workspace.lines.play_from)
    view.word_chosen.connect(following.line_chosen)
    view.word_chosen.connect(lambda _, ms: window.workspace.lines.play_at(ms))
    view.choice_withdrawn.connect(window.workspace.lines.take_back)
    view.reader_acted.connect(following.reader_acted)
    view.reader_scrolled.connect(following.reader_scrolled)
    for side in (window.panes, window.text):
        view.grasped.connect(side.hold_still)
        view.settled.connect(side.let_move)
    view.settled.connect(following.settled)  # where the text stands by then
    view.shown_changed.connect(following.look_again)
    view.hinted.connect(window.say)
    view.copy_requested.connect(window.commands[Command.COPY].trigger)
    view.copy_quote_requested.connect(quoting.copy_quote_of)
    view.copy_link_requested.connect(quoting.copy_link)
    quoting.copied.connect(window.say)
    window.selecting.described.connect(window.status.describe_selection)
    window.selecting.hinted.connect(window.say)
    window.noting.noted.connect(window.say)
    quoting.quoted.connect(window.noting.add_quote)
    quoting.requoted.connect(window.noting.grow_quote)


def _connect_pasting(window: MainWindow) -> None:
    window.pasting.time_requested.connect(window.controls.seek)
    window.pasting.link_requested.connect(window.web.addresses.open)
    window.pasting.said.connect(window.say)
    window.pasting.began.connect(window.show_text)
    window.workspace.player.duration_changed.connect(window.pasting.set_duration)


def _connect_what_stands_around_the_text(window: MainWindow) -> None:
    text, details = window.text, window.details
    text.hiding.changed.connect(text.tell_hidden)
    text.header.parts_chosen.connect(window.workspace.opening.show_parts)
    text.header.language_chosen.connect(window.switch_language)
    text.card.path_chosen.connect(window.open_path)
    details.link_requested.connect(window.web.browser.open)
    window.help.page_requested.connect(window.web.browser.open)
    details.source_requested.connect(partial(window.show_source, 1))
    details.time_chosen.connect(window.controls.seek)


def _connect_picture(window: MainWindow) -> None:
    video, full_screen = window.video, window.full_screen
    window.play_bar.seek_bar.link_requested.connect(window.quoting.copy_link)
    full_screen.changed.connect(window.commands[Command.FULL_SCREEN].setChecked)
    full_screen.changed.connect(window.availability.refresh)
    full_screen.changed.connect(video.set_alone)
    window.workspace.player.surface_changed.connect(video.show_surface)
    window.looping.worded.connect(video.say)
    window.panes.arranged.connect(window.suit)
    window.panes.covered.connect(window.video.set_covered)


def _connect_files(window: MainWindow) -> None:
    work, files, dropping = window.workspace, window.files, window.dropping
    window.library.shown_changed.connect(window.status.leave_text)
    files.open_requested.connect(work.opening.open)
    files.open_as_requested.connect(work.opening.open_as)
    files.encoding_chosen.connect(work.opening.reopen)
    files.recording_chosen.connect(work.pairing.choose)
    files.copy_requested.connect(work.saving.save_copy)
    window.menus.recent_chosen.connect(window.open_path)
    dropping.dropped.connect(window.library.take_dropped)
    dropping.address_dropped.connect(window.web.addresses.open)
    dropping.held.connect(window.text.card.hold)
    dropping.held.connect(window.drop_sign.hold)
