"""The tables of `catalog.sqlite`, and the steps from one schema to the next."""

from __future__ import annotations

APPLICATION_ID = 0x696D7365
"""'imse' in the SQLite header: tells our catalog from any other database."""

# A vector belongs to a content, not to a file: copies of a picture share one, and a moved file keeps its own. `live` is kept
# by the triggers, so that no way of adding or removing an image can forget it.
_V1 = """
CREATE TABLE root (
    id INTEGER PRIMARY KEY,
    path NOT NULL UNIQUE,
    recursive INTEGER NOT NULL,
    exclude TEXT NOT NULL
);
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    format TEXT NOT NULL,
    taken TEXT,
    camera TEXT,
    live INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX content_dead ON content (id) WHERE live = 0;
CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    root_id INTEGER NOT NULL REFERENCES root (id) ON DELETE CASCADE,
    path NOT NULL,
    file_size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    content_id INTEGER NOT NULL REFERENCES content (id),
    UNIQUE (root_id, path)
);
CREATE INDEX image_content ON image (content_id);
CREATE TABLE skipped (
    root_id INTEGER NOT NULL REFERENCES root (id) ON DELETE CASCADE,
    path NOT NULL,
    file_size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (root_id, path)
) WITHOUT ROWID;
CREATE TABLE model (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    folder NOT NULL,
    file TEXT NOT NULL,
    learned BLOB
);
CREATE TABLE vector (
    model_id INTEGER NOT NULL REFERENCES model (id) ON DELETE CASCADE,
    slot INTEGER NOT NULL,
    content_id INTEGER NOT NULL REFERENCES content (id),
    PRIMARY KEY (model_id, slot)
) WITHOUT ROWID;
CREATE UNIQUE INDEX vector_content ON vector (content_id, model_id);
CREATE TABLE graph (
    model_id INTEGER PRIMARY KEY REFERENCES model (id) ON DELETE CASCADE,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    candidates TEXT NOT NULL,
    recall TEXT NOT NULL
);
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TRIGGER image_added AFTER INSERT ON image BEGIN
    UPDATE content SET live = 1 WHERE id = new.content_id AND live = 0;
END;
CREATE TRIGGER image_changed AFTER UPDATE OF content_id ON image WHEN old.content_id <> new.content_id BEGIN
    UPDATE content SET live = 1 WHERE id = new.content_id AND live = 0;
    UPDATE content SET live = 0 WHERE id = old.content_id
        AND NOT EXISTS (SELECT 1 FROM image WHERE content_id = old.content_id);
END;
CREATE TRIGGER image_removed AFTER DELETE ON image BEGIN
    UPDATE content SET live = 0 WHERE id = old.content_id
        AND NOT EXISTS (SELECT 1 FROM image WHERE content_id = old.content_id);
END;
"""

# Graphs over whole vectors are of no use to a program that reduces them; they are a cache, and built again.
_V2 = """
DROP TABLE graph;
CREATE TABLE graph (
    model_id INTEGER PRIMARY KEY REFERENCES model (id) ON DELETE CASCADE,
    rows INTEGER NOT NULL,
    size INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    candidates TEXT NOT NULL,
    recall TEXT NOT NULL,
    rotation BLOB NOT NULL
);
"""

# Which roots the window watches; nobody was asked before, so none.
_V3 = """
ALTER TABLE root ADD COLUMN watch INTEGER NOT NULL DEFAULT 0;
"""

# What people note of their pictures hangs on the content. A file that is changed takes along what was noted of it, unless
# something was noted of the new content already.
_V4 = """
CREATE TABLE mark (
    content_id INTEGER PRIMARY KEY REFERENCES content (id),
    colour INTEGER NOT NULL DEFAULT 0 CHECK (colour BETWEEN 0 AND 9),
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5)
);
CREATE TABLE label (
    content_id INTEGER NOT NULL REFERENCES content (id),
    name TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (content_id, name)
) WITHOUT ROWID;
CREATE INDEX label_name ON label (name);
CREATE TRIGGER marks_follow AFTER UPDATE OF content_id ON image WHEN old.content_id <> new.content_id BEGIN
    INSERT OR IGNORE INTO mark (content_id, colour, rating)
        SELECT new.content_id, colour, rating FROM mark WHERE content_id = old.content_id;
    INSERT OR IGNORE INTO label (content_id, name) SELECT new.content_id, name FROM label WHERE content_id = old.content_id;
END;
"""

MIGRATIONS: tuple[str, ...] = (_V1, _V2, _V3, _V4)
"""Step n takes a catalog from schema n to n + 1."""

SCHEMA = len(MIGRATIONS)
