"""The language of the window: which one, and the look-up that sentences are made with."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from imsearch_gui import paths
from imsearch_gui.domain.language import ENGLISH, Language, speak
from imsearch_gui.domain.settings import LANGUAGE

LANGUAGES = tuple(str(value) for value, _ in LANGUAGE.choices if value != LANGUAGE.default)
"""Those that the program is translated into; the first is what it is written in."""
_log = logging.getLogger(__name__)


def use_language(app: QCoreApplication, wanted: str) -> str:
    """Speak `wanted`, one of LANGUAGES, or what the system asks for, from now on; to be called before anything is shown.

    Returns the language. Numbers follow the system where it has the same language, as in Austria or Switzerland. Dates and
    times are those of ISO 8601 in every language: they stand below each other, and no year is cut to two digits.
    """
    code = wanted if wanted in LANGUAGES else _of_the_system()
    locale = QLocale.system()
    if locale.language() != QLocale(code).language():
        locale = QLocale(code)
    QLocale.setDefault(locale)
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("imsearch", str(paths.resources() / "translations")),
    ):
        translator = QTranslator(app)
        if translator.load(f"{name}_{code}", folder):
            app.installTranslator(translator)
        elif name == "imsearch":
            _log.error("The translations into %s cannot be read: the program speaks English.", code)
    speak(Language(_look_up, locale.groupSeparator() or ",", locale.decimalPoint()))
    return code


def _of_the_system() -> str:
    """The first language that the user prefers and the program has."""
    for name in QLocale.system().uiLanguages():
        code = name.split("-")[0]
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def _look_up(source: str, comment: str, number: int) -> str:
    told = QCoreApplication.translate("", source, comment or None, number)
    # Where there is no translation the source comes back, of which English itself knows what to do with '(s)' and '(es)'.
    untold = number >= 0 and ("(s)" in told or "(es)" in told)
    return ENGLISH.look_up(source, comment, number) if untold else told
