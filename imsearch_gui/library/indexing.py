"""The indexing job: folders in, vectors and catalog entries out.

A generator: it yields `Progress` often enough (about ten times a second) that whoever drives it may pause it by not asking
for more, or cancel it by closing it; what was committed stays. It returns an `IndexReport`.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import FolderError, FolderOffline
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.plan import FoundFile, KnownFile, Plan, is_below, make_plan, possible_moves, possible_touches
from imsearch_gui.domain.progress import Emptied, IndexReport, Progress, Skipped, Stage
from imsearch_gui.domain.reasons import VANISHED
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.encoder import choose_provider
from imsearch_gui.encoding.learned import Learned, Learner
from imsearch_gui.encoding.store import InstalledModel
from imsearch_gui.encoding.trust import Choice
from imsearch_gui.imaging import decoder
from imsearch_gui.imaging.memory import give_back
from imsearch_gui.imaging.scanner import ScanOptions, UnreadableFolder, scan
from imsearch_gui.library.care import note_emptied, note_filled, retry_files, rules_of
from imsearch_gui.library.forms import choose_form
from imsearch_gui.library.loss import Loss, has_vanished, look_for_loss, why_nothing
from imsearch_gui.library.pool import Share, WorkerPool, worker_count
from imsearch_gui.library.records import Encoded, ModelKey, Refused, RootKey
from imsearch_gui.library.spelling import as_known
from imsearch_gui.library.tally import Tally
from imsearch_gui.library.worker import Missing, Outcome, WorkerSetup
from imsearch_gui.library.writer import LibraryWriter

BATCH = 64
"""Pictures in a commit: the unit of loss when the power goes."""
BATCH_S = 1.0
"""A slow model commits this often all the same, so that the window can show what is there."""
LEARN_FROM = 512
"""Pictures from which the pixel baseline takes its mean: its error is then 1/sqrt(512), 4 % of a deviation."""


@dataclass(slots=True)
class _Scope:
    """One folder of the request, and what was seen in it."""

    root: RootKey
    folder: Path
    options: ScanOptions
    rules: CleaningRules
    found: list[FoundFile] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)


def check_folder(folder: Path) -> None:
    """FolderError for what is no folder that could be indexed."""
    if not folder.is_dir():
        raise FolderError(tr("The folder {0} does not exist or is no folder: check the name.").format(folder))


def index(
    library: LibraryWriter, request: IndexRequest, model: InstalledModel, share: Share | None = None
) -> Generator[Progress, None, IndexReport]:
    """Bring the library up to date with the folders of the request, for one model.

    `share` is asked again and again how many of its workers may be at work just now; without it all are.
    Raises FolderError when a folder is not there or vanishes on the way, ModelError when the model does not run,
    StorageError when the library cannot be written; what was committed before stays in every case.
    """
    try:
        return (yield from _Job(library, request, model, share).run())
    finally:
        # A window lives on after the job, and need not hold what the job took.
        give_back()


class _Job:
    """The state of one run, so that its stages need not hand ten values to each other."""

    def __init__(
        self, library: LibraryWriter, request: IndexRequest, model: InstalledModel, share: Share | None
    ) -> None:
        self.library = library
        self.request = request
        self.model, self.form = choose_form(model, library.models(), request.precision, request.provider)
        self.share = share
        self.tally = Tally()
        self.roots: list[RootKey] = []
        """Of what was scanned, the innermost first."""
        self.root_of_known: dict[str, RootKey] = {}
        """Of what the catalog knows, until the plan is carried out."""
        self.offline: list[Path] = []
        self.emptied: list[Emptied] = []
        self.choice: Choice | None = None
        self.own_rules: tuple[tuple[Path, CleaningRules], ...] = ()

    def run(self) -> Generator[Progress, None, IndexReport]:
        yield self.tally.progress(Stage.SCANNING)
        retry_files(self.library, self.request.retry)
        scopes = yield from self._scan()
        self.own_rules = tuple((scope.folder, scope.rules) for scope in scopes if scope.rules != self.request.rules)
        key = _use_model(self.library, self.model)
        plan = yield from self._plan(scopes, key)
        self._apply(plan)
        # An image that moved before this model had seen it still lacks its vector.
        moved = tuple(move.found for move in plan.moved if not move.known.ready)
        yield from self._encode(key, plan, plan.to_encode + moved)
        yield self.tally.progress(Stage.DONE)
        return self._report(scopes, plan)

    # -- finding ----------------------------------------------------------------------------------------------------

    def _scan(self) -> Generator[Progress, None, list[_Scope]]:
        scopes: list[_Scope] = []
        for folder in _folders_of(self.library, self.request):
            scope = self._scope(folder)
            if scope is None:
                self.offline.append(folder)
                continue
            self.roots = sorted({*self.roots, scope.root}, key=lambda root: -len(root.path.parts))
            yield from self._scan_folder(scope)
            if not self.request.accept_empty and self._is_missed(scope):
                continue
            if scope.folder == scope.root.path:
                note_filled(self.library, scope.root.id)
            scopes.append(scope)
        if not scopes:
            kind = FolderError if self.emptied else FolderOffline
            raise kind(why_nothing(self.offline, self.emptied))
        return scopes

    def _scope(self, folder: Path) -> _Scope | None:
        """None for a root that is known but not there; FolderError for a folder nobody knows."""
        if not folder.is_dir() and any(folder.is_relative_to(root) for _, root in self.library.root_paths()):
            return None
        check_folder(folder)
        options = self._options(folder)
        root = self.library.add_root(
            folder, recursive=options.recursive, exclude=options.exclude, watch=self.request.watch
        )
        kept = rules_of(self.library, root.id) if self.request.as_before else None
        return _Scope(root, folder, options, kept or self.request.rules)

    def _options(self, folder: Path) -> ScanOptions:
        if self.request.as_before:
            for root in self.library.roots():
                if root.path == folder:
                    return ScanOptions(root.recursive, root.exclude)
        return ScanOptions(self.request.recursive, self.request.exclude)

    def _scan_folder(self, scope: _Scope) -> Iterator[Progress]:
        spoken = time.monotonic()
        library = str(self.library.folder)
        for item in scan(scope.folder, scope.options):
            if isinstance(item, UnreadableFolder):
                scope.unreadable.append(item.path)
                self.tally.skipped.append(Skipped(item.path, item.reason))
            elif not is_below(item.text, library):
                scope.found.append(item)
                self.tally.total += 1
            if time.monotonic() - spoken > 0.1:
                spoken = time.monotonic()
                yield self.tally.progress(Stage.SCANNING)

    def _is_missed(self, scope: _Scope) -> bool:
        """Whether the folder had images and lost all of them at once."""
        loss = look_for_loss(self.library, scope.root, scope.folder, scope.found)
        if loss is Loss.DISK:
            self.offline.append(scope.folder)
        elif loss is not None:
            self.emptied.append(loss)
            if scope.folder == scope.root.path:
                note_emptied(self.library, scope.root.id)
        return loss is not None

    # -- planning ---------------------------------------------------------------------------------------------------

    def _plan(self, scopes: list[_Scope], key: ModelKey) -> Generator[Progress, None, Plan]:
        self._retry_where_rules_changed(scopes)
        found = [item for scope in scopes for item in scope.found]
        known = [item for scope in scopes for item in self._known_files(scope, key)]
        keys: dict[str, bytes] = {}
        for item in possible_moves(found, known) + possible_touches(found, known):
            # Of what cannot be read encoding will say why.
            if (content_key := decoder.key_of(item.path)) is not None:
                keys[item.text] = content_key
            yield self.tally.progress(Stage.SCANNING)
        return make_plan(found, known, keys)

    def _known_files(self, scope: _Scope, key: ModelKey) -> Iterator[KnownFile]:
        """What the catalog knows of the folder, without what could not be looked at: that is neither found nor gone."""
        whole_root = scope.folder == scope.root.path
        for item in self.library.known_files(scope.root, key):
            inside = whole_root or is_below(item.text, str(scope.folder))
            if inside and not any(is_below(item.text, str(folder)) for folder in scope.unreadable):
                self.root_of_known[item.text] = scope.root
                yield item

    def _retry_where_rules_changed(self, scopes: list[_Scope]) -> None:
        """What was skipped under other cleaning rules may be let in by these."""
        for scope in scopes:
            rules = repr(scope.rules)
            if self.library.remember(f"rules of root {scope.root.id}", rules) not in (None, rules):
                self.library.retry_skipped(scope.root)

    def _apply(self, plan: Plan) -> None:
        moves = plan.moved + plan.touched
        self.library.apply_moves(self._roots_of(move.found for move in moves), moves)
        self.library.forget(self.root_of_known, plan.gone)
        self.root_of_known.clear()
        self.tally.skipped += [Skipped(item.path, item.skip_reason or "") for item in plan.still_skipped]

    def _roots_of(self, files: Iterable[FoundFile]) -> dict[Path, RootKey]:
        return {item.path: self._root_of(item.path) for item in files}

    def _root_of(self, path: Path) -> RootKey:
        """Looked for each time: kept for every file of the job, it would take as much memory as the files themselves."""
        return next(root for root in self.roots if path.is_relative_to(root.path))

    # -- encoding ---------------------------------------------------------------------------------------------------

    def _encode(self, key: ModelKey, plan: Plan, files: tuple[FoundFile, ...]) -> Iterator[Progress]:
        self.tally.total = len(files)
        if not files:
            return
        learned = None
        if self.model.spec.learns_from_library:
            learned = yield from self._learn(key, files)
        self.tally.marks.clear()
        changed = {item.path for item in plan.changed}
        moved = {move.found.path for move in plan.moved}
        for encoded, refused in self._batches(files, learned):
            if encoded or refused:
                files_of_batch = [item.file for item in encoded] + [item.file for item in refused]
                self.library.store(key, self._roots_of(files_of_batch), encoded, refused)
                self.tally.skipped += [Skipped(item.file.path, item.reason) for item in refused]
                self.tally.changed += sum(item.file.path in changed for item in encoded)
                self.tally.added += sum(
                    item.file.path not in changed and item.file.path not in moved for item in encoded
                )
                self.tally.latest.extendleft(item.file.path for item in encoded)
            yield self.tally.progress(Stage.ENCODING)

    def _batches(
        self, files: tuple[FoundFile, ...], learned: Learned | None
    ) -> Iterator[tuple[list[Encoded], list[Refused]]]:
        """Batches to commit; empty ones in between, when there is nothing to commit but something to show."""
        encoded: list[Encoded] = []
        refused: list[Refused] = []
        committed = spoken = time.monotonic()
        for outcome in self._outcomes(files, learned):
            now = time.monotonic()
            if isinstance(outcome, Encoded):
                encoded.append(outcome)
            elif isinstance(outcome, Refused):
                refused.append(outcome)
            elif isinstance(outcome, Missing) and has_vanished(self._root_of(outcome.file.path).path):
                yield encoded, refused
                sentence = tr(
                    "The folder {0} has vanished while it was indexed (an unplugged disk?): what was indexed is kept; connect it"
                    " and start again."
                )
                raise FolderOffline(sentence.format(self._root_of(outcome.file.path).path))
            elif isinstance(outcome, Missing):
                self.tally.skipped.append(Skipped(outcome.file.path, VANISHED))
            self.tally.done += outcome is not None
            if len(encoded) + len(refused) >= BATCH or now - committed > BATCH_S:
                yield encoded, refused
                encoded, refused = [], []
                committed = spoken = time.monotonic()
            elif outcome is None or now - spoken > 0.1:
                yield [], []
                spoken = time.monotonic()
        yield encoded, refused

    def _outcomes(self, files: tuple[FoundFile, ...], learned: Learned | None) -> Iterator[Outcome | None]:
        if self.choice is None:
            self.choice = choose_provider(self.model, self.request.provider)
        # Those that a model learns from are encoded a second time afterwards, which is soon enough.
        last_round = learned is not None or not self.model.spec.learns_from_library
        workers = worker_count(self.request.workers, len(files))
        thumbnails = -(-self.request.thumbnails // workers) if last_round else 0
        setup = WorkerSetup(self.model, learned, self.request.rules, self.choice.provider, thumbnails, self.own_rules)
        with WorkerPool(setup, workers) as pool:
            yield from pool.run(files, self.share)

    def _learn(self, key: ModelKey, files: tuple[FoundFile, ...]) -> Generator[Progress, None, Learned]:
        """What the model learned from this library, at its first indexing from an even sample of the files."""
        stored = self.library.learned(key.name)
        if stored is not None:
            return Learned.from_bytes(stored, key.dimension)
        learner = Learner()
        for part in _sampled(files, LEARN_FROM):
            for outcome in self._outcomes(part, None) if learner.count < LEARN_FROM else ():
                if isinstance(outcome, Encoded):
                    learner.add(outcome.vector[None])
                    if learner.count >= LEARN_FROM:
                        break
                yield self.tally.progress(Stage.LEARNING)
        if not learner.count:
            # No readable picture, so nothing will be encoded either; the next job learns.
            return Learned(np.zeros(key.dimension, np.float32), np.ones(key.dimension, np.float32))
        learned = learner.finish()
        self.library.save_learned(key, learned.to_bytes())
        return learned

    # -- reporting --------------------------------------------------------------------------------------------------

    def _report(self, scopes: list[_Scope], plan: Plan) -> IndexReport:
        return IndexReport(
            library=self.library.folder,
            model_id=self.model.spec.id,
            found=sum(len(scope.found) + len(scope.unreadable) for scope in scopes),
            unchanged=len(plan.unchanged),
            added=self.tally.added,
            changed=self.tally.changed,
            moved=len(plan.moved),
            gone=sum(item.skip_reason is None for item in plan.gone),
            skipped=tuple(sorted(self.tally.skipped, key=lambda item: item.path)),
            offline=tuple(self.offline),
            emptied=tuple(self.emptied),
            seconds=time.monotonic() - self.tally.started,
            provider=self.choice.provider.title if self.choice is not None else "",
            notices=(self.choice.notices if self.choice is not None else ()) + ((self.form,) if self.form else ()),
        )


def _sampled(files: tuple[FoundFile, ...], most: int) -> tuple[tuple[FoundFile, ...], tuple[FoundFile, ...]]:
    """An even sample of at most so many, and the others, which only come in where too many of the sample are no pictures.

    All of the sample is taken before the others, whichever of it is ready first, so that two runs learn the same.
    """
    some = min(len(files), most)
    chosen = {number * len(files) // some for number in range(some)}
    return (
        tuple(item for place, item in enumerate(files) if place in chosen),
        tuple(item for place, item in enumerate(files) if place not in chosen),
    )


def _use_model(library: LibraryWriter, model: InstalledModel) -> ModelKey:
    spec = model.spec
    return library.use_model(
        spec.id, title=spec.title, dimension=spec.dimension, fingerprint=model.fingerprint, folder=model.folder
    )


def _folders_of(library: LibraryWriter, request: IndexRequest) -> list[Path]:
    """As the library spells them, each once; with subfolders, those inside another one of the list fall away."""
    known = [path for _, path in library.root_paths()]
    unique = list(dict.fromkeys(as_known(folder, known) for folder in request.folders))
    if not request.recursive:
        return unique
    return [
        folder for folder in unique if not any(folder != other and folder.is_relative_to(other) for other in unique)
    ]
