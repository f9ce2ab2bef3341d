"""Brings the translations up to date: gathers the sentences of the program into resources/translations/*.ts, and compiles those.

    python packaging/translations.py            gather and compile
    python packaging/translations.py --check    say what is missing or out of date, change nothing

The .ts files are for Qt Linguist (`pyside6-linguist resources/translations/imsearch_de.ts`) or an editor. The .qm files that they
are compiled into are kept beside them, since whoever installs the program from its sources has no compiler for them.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from imsearch_gui.bridge.translations import LANGUAGES
from imsearch_gui.domain.language import english_form

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
ENGLISH = LANGUAGES[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    FOLDER.mkdir(exist_ok=True)
    if check:
        troubles = [trouble for language in LANGUAGES for trouble in troubles_of(language)]
        print("\n".join(troubles) or "The translations are complete.")
        return 1 if troubles else 0
    for language in LANGUAGES:
        gather(FOLDER / name_of(language), language)
        release(FOLDER / name_of(language), FOLDER / name_of(language, "qm"))
        print(
            f"{name_of(language)}: {len(unfinished(FOLDER / name_of(language)))} of {len(messages(language))} to translate"
        )
    return 0


def name_of(language: str, kind: str = "ts") -> str:
    return f"imsearch_{language}.{kind}"


def gather(target: Path, language: str) -> None:
    """Bring a .ts file up to date with the sources; what is translated stays."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "imsearch_gui").rglob("*.py"))
    options = ["-tr-function-alias", "QT_TR_NOOP+=mark", "-locations", "none", "-no-obsolete", "-silent"]
    options += ["-source-language", "en", "-target-language", language]
    options += ["-pluralonly"] if language == ENGLISH else []
    with tempfile.TemporaryDirectory() as folder:
        catalogue = Path(folder, "catalogue.py")
        catalogue.write_text("".join(f"mark({text!r})\n" for text in _said_of_models()), encoding="utf-8")
        command = [tool("lupdate"), *sources, str(catalogue), *options, "-ts", str(target)]
        subprocess.run(command, cwd=ROOT, check=True)
    if language == ENGLISH:
        _fill_english(target)


def _said_of_models() -> list[str]:
    """What the descriptions of the models say in words: they are no code, so the scanner does not read them."""
    texts = set()
    for path in (ROOT / "models").glob("*/model.toml"):
        known = tomllib.loads(path.read_text(encoding="utf-8"))
        texts |= {known.get("summary", ""), *(fact["what"] for fact in known.get("facts", ()))}
    return sorted(texts - {""})


def release(source: Path, target: Path) -> None:
    """Compile a .ts file."""
    subprocess.run([tool("lrelease"), "-silent", "-nounfinished", str(source), "-qm", str(target)], check=True)


def tool(name: str) -> str:
    """The path of a program of Qt Linguist; it comes with PySide6."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = shutil.which(name, path=os.pathsep.join((str(folder), str(folder / "bin")))) or shutil.which(
        f"pyside6-{name}"
    )
    if found is None:
        sys.exit(f"{name} is not there: it belongs to PySide6-Essentials.")
    return found


def messages(language: str) -> list[ET.Element]:
    """All messages of a language."""
    return ET.parse(FOLDER / name_of(language)).findall("context/message")


def unfinished(path: Path) -> list[str]:
    """Sources that a .ts file has no translation of."""
    return [
        message.findtext("source", "")
        for message in ET.parse(path).findall("context/message")
        if (translation := message.find("translation")) is None or translation.get("type") == "unfinished"
    ]


def troubles_of(language: str) -> list[str]:
    """What is wrong with a language, a line each: nothing, if it is complete and up to date."""
    own = FOLDER / name_of(language)
    troubles = [f"{own.name} has no translation of: {source}" for source in unfinished(own)]
    for message in messages(language):
        troubles += [f"{own.name}: {said}" for said in wrong_parts(message)]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, own.name)
        shutil.copyfile(own, fresh)
        gather(fresh, language)
        if _keys(fresh) != _keys(own):
            troubles.append(f"{own.name} is not up to date with the sources: run packaging/translations.py.")
        compiled = Path(folder, name_of(language, "qm"))
        release(own, compiled)
        if compiled.read_bytes() != (FOLDER / compiled.name).read_bytes():
            troubles.append(f"{compiled.name} is not what {own.name} gives: run packaging/translations.py.")
    return troubles


def wrong_parts(message: ET.Element) -> list[str]:
    """What a translation has lost or invented: parts in braces, numbers, mnemonics."""
    source = message.findtext("source", "")
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    texts = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    said = []
    for text in texts:
        if sorted(re.findall(r"\{\d[^}]*\}", source)) != sorted(re.findall(r"\{\d[^}]*\}", text)):
            said.append(f"other parts in {text!r} than in {source!r}")
        if "%Ln" in text and "%Ln" not in source:
            said.append(f"a number in {text!r} that {source!r} does not have")
        if bool(re.search(r"&\w", source)) != bool(re.search(r"&\w", text)):
            said.append(f"a key for {source!r} is missing or too much in {text!r}")
        if source.endswith("…") != text.endswith("…"):
            said.append(f"{text!r} and {source!r} do not both end with …")
        if source[:1] == " " and text[:1] != " ":
            said.append(f"{text!r} does not begin with a space as {source!r} does")
    return said


def _keys(path: Path) -> set[tuple[str, str, str, str]]:
    """Where what is said: context, source, comment, and whether a number decides."""
    return {
        (
            context.findtext("name", ""),
            item.findtext("source", ""),
            item.findtext("comment", ""),
            item.get("numerus", ""),
        )
        for context in ET.parse(path).findall("context")
        for item in context.findall("message")
    }


def _fill_english(path: Path) -> None:
    """'%Ln picture(s)' says itself what its two forms are, unless somebody has written them."""
    tree = ET.parse(path)
    for message in tree.findall("context/message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        if translation.attrib.pop("type", None) is None:
            continue  # written by hand, where the verb is another one, too
        for form, number in zip(translation.iter("numerusform"), (1, 2), strict=True):
            form.text = english_form(source, number)
    ET.indent(tree, "    ")
    path.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ET.tostring(tree.getroot(), encoding="unicode")
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
