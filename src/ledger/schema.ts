/**
 * The tables of the ledger, one entry a version; a newer program brings an older file up step by step.
 * `messages` numbers every input that was ever taken; `runs` are the sets of inputs worked off together; `known` is what
 * 1C has told so far (groups, goods, price types …) and what was made of it; `titles` keeps company names unique, `contact_names` tells which names
 * more than one contact has.
 */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    summary TEXT
  ) STRICT;
  CREATE TABLE messages (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    modified_ms REAL NOT NULL,
    taken_at TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('taken', 'answered')),
    verdict TEXT,
    repeat_of INTEGER,
    run INTEGER REFERENCES runs (number),
    answer TEXT
  ) STRICT;
  CREATE INDEX messages_by_hash ON messages (sha256);
  CREATE INDEX messages_by_source ON messages (source, number);
  CREATE INDEX messages_taken ON messages (number) WHERE state = 'taken';
  CREATE TABLE known (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    generated TEXT NOT NULL,
    message INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE titles (
    key TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    likeness TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX titles_by_name ON titles (name);
  CREATE INDEX titles_by_likeness ON titles (likeness);
  CREATE TABLE contact_names (
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (name, key)
  ) STRICT, WITHOUT ROWID;
  `,
]
