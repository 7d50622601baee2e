"""What can be done with the recording of the web that a transcript names, and doing it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from viewer.core.links import link_at, without_time
from viewer.errors import NetworkError, StateError, ViewerError
from viewer.playback.choose import describe_site
from viewer.playback.site import codecs
from viewer.session.document import Recording
from viewer.session.opened import Opened
from viewer.session.workspace import Workspace
from viewer.state.user_settings import SOON_S, UserSettings
from viewer.ui.commands.actions import Actions, Command
from viewer.ui.widgets.message_bar import Action
from viewer.ui.window.addresses import Addresses
from viewer.ui.window.browser import Browser
from viewer.ui.window.downloads import Downloads
from viewer.ui.window.notices import Notices
from viewer.ui.window.updates import Updates
from viewer.ui.window.web_desk import WebDesk
from viewer.web.errand import available
from viewer.web.places import NAMES, Kind, WebPlace
from viewer.web.ways import Means, Offer, Way, offer


class WebWays(QObject):
    """Offers the ways in the message bar, each on its own button; nothing goes out before."""

    def __init__(
        self,
        window: QWidget,
        work: Workspace,
        notices: Notices,
        commands: Actions,
        user_settings: UserSettings,
    ) -> None:
        super().__init__(window)
        self._work, self._notices = work, notices
        self.browser = Browser(work.network, self)
        self.browser.failed.connect(self.show_failure)
        self.browser.unopened.connect(self._show_unopened)
        work.network.allow(not user_settings.settings.web.never)
        self._commands, self._user_settings = commands, user_settings
        self._offer: Offer | None = None
        updates = Updates(work, notices, self)
        others = partial(self._others, Way.DOWNLOAD)
        self.downloads = Downloads(window, work, notices, user_settings, updates, others)
        self._do = {
            Way.WATCH: work.web.watch,
            Way.STREAM: work.web.stream,
            Way.DOWNLOAD: self.downloads.ask,
            Way.BROWSE: self._browse,
        }
        self.addresses = Addresses(
            WebDesk(
                window,
                work,
                notices,
                self.browser,
                updates,
                user_settings.places.fetched,
                self.show_failure,
                self._shown_sites,
            )
        )
        commands.bind(Command.OPEN_ADDRESS, self.addresses.ask)
        commands.bind(Command.BROWSE, self.browse)
        commands.bind(Command.NO_NETWORK, self._shut)
        commands[Command.NO_NETWORK].setChecked(not work.network.allowed)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in what the open transcript names."""
        if opened.other_document:
            transcript = opened.transcript
            self._offer = offer(transcript, self.means) if transcript is not None else None
            self._ask_chromium(opened)

    def _ask_chromium(self, opened: Opened) -> None:
        """Find out whether a site's player can be shown that needs what not each Chromium has."""
        transcript = opened.transcript
        if transcript is None or self._offer is None or self._offer.place.kind is not Kind.VIMEO:
            return

        def note(has_it: bool) -> None:
            codecs.note(h264=has_it)
            session = self._work.session
            if session.opened.document is opened.document:
                self._offer = offer(transcript, self.means)
                if session.recording is None:
                    self.show_no_recording()

        if codecs.has_h264() is None and describe_site().available:
            self._work.jobs.run(lambda _: codecs.ask(), note, self._notices.show_error)

    @property
    def means(self) -> Means:
        """What can be done here."""
        return Means(self._shown_sites(), streams=True, downloads=available())

    def _shown_sites(self) -> frozenset[Kind]:
        """Return the sites whose own players can be shown here."""
        sites = frozenset({Kind.YOUTUBE} | ({Kind.VIMEO} if codecs.has_h264() else set()))
        return sites if describe_site().available else frozenset()

    @Slot()
    def show_no_recording(self) -> None:
        """Say that no recording was found, and what there is of it on the web."""
        if self._offer is None:
            self._notices.show_no_recording()
        else:
            place = self._offer.place
            hint = self._hint(place)
            self._notices.show_elsewhere(self._belongs(place), hint, *self._actions())

    @Slot()
    def browse(self) -> None:
        """Show where the transcript comes from in the browser, at this second."""
        place = self._offer.place_of(Way.BROWSE) if self._offer is not None else None
        if place is not None:
            self._browse(place)

    def _actions(self, tried: Way | None = None) -> Iterator[Action]:
        if self._offer is None or not self._work.network.allowed:
            return
        usual = self._user_settings.settings.web.ways.get(self._offer.place.site)
        for way, place in self._offer.ways:
            if way is tried:
                continue
            go = partial(self._go, way, place)
            yield Action(self._words(way), go, usual=way.value == usual)

    def _others(self, tried: Way) -> Iterator[Action]:
        """Yield the ways but one, and that to a file, where nothing plays yet."""
        if self._offer is not None and self._work.session.recording is None:
            yield from self._actions(tried)
            yield self._notices.choose

    def _go(self, way: Way, place: WebPlace) -> None:
        """Go a way, and remember for its site that it was gone."""
        ways = {**self._user_settings.settings.web.ways, place.site: way.value}
        self._user_settings.change("web", ways=ways)
        if place.is_local and way is not Way.BROWSE:
            self._ask(way, place)
        else:
            self._do_it(way, place)

    def _ask(self, way: Way, place: WebPlace) -> None:
        """Go into the user's own network for a stranger only where the user agrees to it."""
        sentence = self.tr("The transcript names {host}, which lies in your own network.")
        agree = Action(self.tr("Open it"), partial(self._do_it, way, place))
        hint = self.tr("Open it only if you know what it is.")
        self._notices.ask(sentence.format(host=place.host), hint, agree)

    def _do_it(self, way: Way, place: WebPlace) -> None:
        try:
            self._do[way](place)
        except NetworkError as error:
            self.show_failure(error)

    @Slot(object, object)
    def show_broken(self, error: ViewerError, recording: Recording) -> None:
        """Say why a recording of the web does not play; it can be tried again, or otherwise."""
        again = Action(self.tr("Try again"), partial(self._try_again, recording))
        tried = Way.WATCH if recording.source.site else Way.STREAM
        choose = () if self._offer is None else (self._notices.choose,)
        self._notices.show_remedy(error, again, *self._actions(tried), *choose)

    def _try_again(self, recording: Recording) -> None:
        try:
            self._work.web.play(recording)
        except NetworkError as error:
            self.show_failure(error)

    def _browse(self, place: WebPlace) -> None:
        player, transcript = self._work.player, self._work.session.opened.transcript
        timed = transcript is not None and transcript.timed
        self.browser.open(
            link_at(place.url, player.position_ms) if timed else without_time(place.url)
        )
        player.pause()

    @Slot(str)
    def _show_unopened(self, address: str) -> None:
        """Say that there is no browser, with the address to be taken elsewhere."""
        sentence = self.tr("No browser could be opened for {address}.").format(address=address)
        copy = Action(self.tr("Copy address"), partial(self._copy, address))
        self._notices.show_remedy(NetworkError(sentence), copy, *self._others(Way.BROWSE))

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)

    @Slot(object)
    def show_failure(self, error: NetworkError) -> None:
        """Say what was not reached; where the network is switched off, it can be switched on."""
        allow = Action(self.tr("Use the network"), self._commands[Command.NO_NETWORK].trigger)
        self._notices.show_remedy(error, *([] if self._work.network.allowed else [allow]))

    @Slot(bool)
    def _shut(self, shut: bool) -> None:
        self._user_settings.change("web", never=shut)
        try:
            self._user_settings.save(SOON_S)  # what opens later, elsewhere, goes by it as well
        except StateError as error:
            self._notices.show_error(error)
        self._work.network.allow(not shut)
        if self._offer is not None and self._work.session.recording is None:
            self.show_no_recording()  # with the ways, or without

    def _belongs(self, place: WebPlace) -> str:
        """Return what a transcript names, where no recording is near it."""
        return {
            Kind.YOUTUBE: self.tr("This transcript belongs to a video on {site}."),
            Kind.VIMEO: self.tr("This transcript belongs to a video on {site}."),
            Kind.MEDIA: self.tr("This transcript belongs to a recording at {site}."),
            Kind.PAGE: self.tr("No recording was found near this transcript of {site}."),
        }[place.kind].format(site=place.name)

    def _hint(self, place: WebPlace) -> str:
        """Return that nothing has been fetched, and why a site's player is not offered."""
        if not self._work.network.allowed:
            return self.tr("The network is switched off for Cueline.")
        words = [self.tr("No copy is near it, and nothing is fetched until you choose.")]
        facts = describe_site()
        asked = facts.available and place.kind is Kind.VIMEO and codecs.has_h264() is None
        if place.kind in NAMES and place.kind not in self._shown_sites() and not asked:
            lacks = self.tr("Qt WebEngine here has no H.264, which the site needs.")
            reason = facts.reason or lacks
            words.append(self.tr("It cannot be watched here: {reason}").format(reason=reason))
        return " ".join(words)

    def _words(self, way: Way) -> str:
        return {
            Way.WATCH: self.tr("Watch here"),
            Way.STREAM: self.tr("Stream"),
            Way.DOWNLOAD: self.tr("Download…"),
            Way.BROWSE: self.tr("Open in the browser at this second"),
        }[way]
