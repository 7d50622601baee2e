"""Pastes into LibreOffice Writer by its Python bridge, and prints what stands there as JSON.

It is run by `test_pasting_in_writer` with the system's Python, which has the bridge: the name of
the office's pipe is its argument, what is to be pasted comes as JSON on standard input.
"""

import json
import sys
import time

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.datatransfer import DataFlavor, UnsupportedFlavorException, XTransferable

PATIENCE_S = 120
HIDDEN = PropertyValue(Name="Hidden", Value=True)


class Clipboard(unohelper.Base, XTransferable):
    """What lies on the clipboard: bytes in HTML and in Markdown, and plain text."""

    def __init__(self, flavours):
        self._flavours = flavours

    def getTransferDataFlavors(self):  # noqa: N802 - as UNO calls it
        return tuple(flavour_of(name) for name in self._flavours)

    def isDataFlavorSupported(self, flavour):  # noqa: N802
        return flavour.MimeType in self._flavours

    def getTransferData(self, flavour):  # noqa: N802
        if flavour.MimeType not in self._flavours:
            raise UnsupportedFlavorException
        text = self._flavours[flavour.MimeType]
        return text if is_string(flavour.MimeType) else uno.ByteSequence(text.encode())


def flavour_of(name):
    kind = "string" if is_string(name) else "[]byte"
    return DataFlavor(name, name, uno.getTypeByName(kind))


def is_string(name):
    return name == "text/plain;charset=utf-16"


def connected(pipe):
    """Wait for the office and return its desktop."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return there.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", there
            )


def pasted(desktop, flavours):
    """Paste into a new document; return its paragraphs and where its links lead."""
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (HIDDEN,))
    document.getCurrentController().insertTransferable(Clipboard(flavours))
    links = [
        portion.HyperLinkURL
        for paragraph in document.Text
        for portion in paragraph
        if portion.HyperLinkURL
    ]
    text = document.Text.getString()
    document.close(True)
    return {"text": text, "links": links}


def main():
    desktop = connected(sys.argv[1])
    answers = [pasted(desktop, flavours) for flavours in json.load(sys.stdin)]
    sys.stdout.write(json.dumps(answers))


if __name__ == "__main__":
    main()
