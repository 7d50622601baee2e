"""What languages call themselves, in their own spelling and case."""

import re

from PySide6.QtCore import QLocale

_BETWEEN = re.compile("[-_]")


def native_name(tag: str) -> str:
    """Return how a language calls itself, and the tag where it is none that is known.

    Qt takes `en` for American English; a tag that names no country has the name that names none.
    """
    locale = QLocale(tag or "C")
    if locale.language() is QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName()
    if any(map(_is_place_or_script, _BETWEEN.split(tag)[1:])):
        return name or tag
    kin = QLocale.matchingLocales(locale.language(), locale.script(), QLocale.Country.AnyCountry)
    names = (each.nativeLanguageName() for each in kin)
    return min((each for each in names if each and each in name), key=len, default=name) or tag


def _is_place_or_script(part: str) -> bool:
    """Return whether a part of a tag says more of a language than `orig` in `en-orig` does."""
    return (
        QLocale.codeToTerritory(part) is not QLocale.Country.AnyTerritory
        or QLocale.codeToScript(part) is not QLocale.Script.AnyScript
    )
