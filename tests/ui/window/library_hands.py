"""What a user of the library does and sees."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


def titles(view):
    return [view.rows.entry(row).title for row in range(view.rows.rowCount())]


def look(view, desk, query):
    view.bar.query.setText(query)
    QTest.keyClick(view.bar.query, Qt.Key.Key_Return)
    desk.work()
