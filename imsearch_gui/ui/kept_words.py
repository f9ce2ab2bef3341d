"""What a query that is kept is called in a list, and what is said of it there."""

from __future__ import annotations

from datetime import datetime

from imsearch_gui.domain.kept import KeptQuery
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Query, TextExample
from imsearch_gui.domain.wording import filter_count
from imsearch_gui.ui.example_list import name_of
from imsearch_gui.ui.filter_words import parts_of


def title_of(query: Query) -> str:
    """Its first example, and how many there are besides."""
    more = len(query.examples) - 1
    name = name_of(query.examples[0])
    return tr("{0} and {1} more").format(name, more) if more else name


def suggested(query: Query) -> str:
    """A name for it, to begin with."""
    first = query.examples[0]
    name = first.text if isinstance(first, TextExample) else name_of(first)
    return name.rpartition(".")[0] or name


def details_of(kept: KeptQuery) -> str:
    """When, and whatever is not as usual."""
    query = kept.query
    said = [when(kept.when)]
    if kept.name:
        said.append(title_of(query))
    if query.unlike:
        said.append(tr("{0} less like").format(len(query.unlike)))
    if query.filters.active:
        said.append(filter_count(len(parts_of(query.filters))))
    said.append(tr(query.metric.label))
    return " · ".join(said)


def when(seconds: float) -> str:
    """Today with the time alone, else with the day."""
    moment = datetime.fromtimestamp(seconds)
    time = moment.strftime("%H:%M")
    days = (datetime.now().date() - moment.date()).days
    if days == 0:
        return time
    return tr("yesterday, {0}").format(time) if days == 1 else moment.date().isoformat()
