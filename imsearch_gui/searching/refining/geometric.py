"""Geometric verification: the best matches in which the query's picture is found again come first, by how much of it is.

What is done with two pictures is `imaging.geometry`; here is which pictures, and in what order they stand afterwards. Pictures
are looked at where they are decoded, two at a time, and what is known of them is kept: another metric, another number of matches
or the same question again costs nothing, and another question about the same pictures the pairing only.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.matches import Matches
from imsearch_gui.domain.records import FileExample, ImageRecord, PictureExample, Query, TextExample
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.imaging.decoding import Decoding
from imsearch_gui.searching.newest import Newest
from imsearch_gui.searching.query_vector import Wanted, check, state_of

if TYPE_CHECKING:
    from imsearch_gui.imaging.keypoints import Keypoints

CANDIDATES = 50
"""Matches that are looked at: each takes about 50 ms the first time, and who looks for one place looks no farther."""
_AT_ONCE = 2
"""Pictures: more would take the processes from thumbnails and previews."""
_KEPT = 400
"""Pictures whose points are kept, at 136 KB each."""
_KEPT_VERDICTS = 4000


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of looking at the best matches."""

    verified: Mapping[int, Verified] = field(default_factory=dict)
    """Image id -> what was found out; without those that could not be read."""
    unread: int = 0
    """Matches whose files are gone or cannot be read."""
    readable: bool = True
    """Whether there was a picture to look for: the query has one, and it can be read."""


class Geometry:
    """Verifies, and keeps what it has found out; use it from one thread."""

    def __init__(self, decoding: Decoding) -> None:
        self._decoding = decoding
        self._points: Newest[Hashable, Keypoints] = Newest(_KEPT)
        self._verdicts: Newest[Hashable, Verified] = Newest(_KEPT_VERDICTS)

    def clear(self) -> None:
        """Let go of everything that is kept."""
        self._points.clear()
        self._verdicts.clear()

    def forget_verdicts(self) -> None:
        """Let go of what is known of pairs of pictures; their points stay."""
        self._verdicts.clear()

    def check(self, query: Query, images: Sequence[ImageRecord], wanted: Wanted) -> Checked:
        """Look for the pictures that `query` asks for in `images`. Raises Superseded between two pictures."""
        asked = [example for example in query.like if not isinstance(example, TextExample)]
        key = tuple(_key_of_example(example) for example in asked)
        known = {image.id: self._verdicts.get((key, _key_of(image))) for image in images}
        missing = [image for image in images if known[image.id] is None]
        unread = 0
        if missing:
            looked_for = self._points_of(asked, wanted)
            if not looked_for:
                return Checked(readable=False)
            unread = self._look(missing, looked_for, key, wanted)
            known |= {image.id: self._verdicts.get((key, _key_of(image))) for image in missing}
        return Checked({identity: verdict for identity, verdict in known.items() if verdict is not None}, unread)

    def _points_of(self, asked: Sequence[PictureExample], wanted: Wanted) -> list[Keypoints]:
        """Of the pictures that are looked for, as far as they can be read: of an image that is offline only the vector is there."""
        from imsearch_gui.imaging.keypoints import keypoints

        found = []
        for example in asked:
            check(wanted)
            points = self._points.get(_key_of_example(example))
            if points is None:
                source = example.path if isinstance(example, FileExample) else example.data
                try:
                    points = self._decoding.run(keypoints, source, example.region)
                except PictureError:
                    continue  # said once for all of them, where none is left
                self._points.put(_key_of_example(example), points)
            found.append(points)
        return found

    def _look(self, images: Sequence[ImageRecord], looked_for: list[Keypoints], key: Hashable, wanted: Wanted) -> int:
        """Make a verdict of each; returns how many could not be read."""
        unread = 0
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="imsearch-geometry") as pool:
            known = [self._points.get(_key_of(image)) for image in images]
            answers = [
                pool.submit(self._verify, image, points, looked_for)
                for image, points in zip(images, known, strict=True)
            ]
            try:
                for image, answer in zip(images, answers, strict=True):
                    check(wanted)
                    try:
                        points, verdict = answer.result()
                    except PictureError:
                        unread += 1
                        continue
                    self._points.put(_key_of(image), points)
                    self._verdicts.put((key, _key_of(image)), verdict)
            finally:
                for answer in answers:
                    answer.cancel()
        return unread

    def _verify(
        self, image: ImageRecord, points: Keypoints | None, looked_for: list[Keypoints]
    ) -> tuple[Keypoints, Verified]:
        """Called on a thread of the pool, so it touches nothing that is kept."""
        from imsearch_gui.imaging.geometry import best_of, look

        if points is None:
            return self._decoding.run(look, image.path, looked_for)
        return points, self._decoding.run(best_of, looked_for, points)


def verified_first(matches: Matches, verified: Mapping[int, Verified]) -> tuple[Matches, int]:
    """Those that were verified before the others, the most points first; and how many they are."""
    identities = matches[: len(verified) + CANDIDATES].ids.tolist()
    points = np.zeros(len(matches), np.int64)
    for row, identity in enumerate(identities):
        verdict = verified.get(identity)
        if verdict is not None and verdict.outline:
            points[row] = verdict.inliers
    return matches.reordered(np.argsort(-points, kind="stable")), int(np.count_nonzero(points))


def _key_of(image: ImageRecord) -> Hashable:
    return image.path, (image.file_size, image.mtime_ns), None


def _key_of_example(example: PictureExample) -> Hashable:
    """As that of the image, for the file of one that has not changed since it was indexed."""
    if isinstance(example, FileExample):
        return example.path, state_of(example), example.region
    return example
