/**
 * The tables of the ledger, one entry a version; a newer program brings an older file up step by step.
 * `messages` numbers every input that was ever taken; `runs` are the sets of inputs worked off together; `known` is what
 * 1C has told so far (groups, goods, price types …) and what was made of it; `titles` keeps company names unique, `contact_names` tells which names
 * more than one contact has.
 *
 * With a portal a run goes in stages: `links` are the cards of the portal by their 1C id; `cards` what the rows of runs ask for, and
 * what became of it; `card_rows` and `card_people` which row of which message asked for which card; `operations` the journal
 * of what was sent; `company_names` finds a company that a table names by its name.
 *
 * On the way back `ways` are how far each has come, `out_messages` which of them had which message, and `out_cards` what 1C is known to
 * have of each card.
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
  `
  ALTER TABLE runs ADD COLUMN direction TEXT NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'undo', 'retry'));
  ALTER TABLE runs ADD COLUMN stage TEXT NOT NULL DEFAULT 'reading'
    CHECK (stage IN ('reading', 'planned', 'applying', 'stopped', 'answering'));
  ALTER TABLE runs ADD COLUMN undo_of INTEGER REFERENCES runs (number);
  ALTER TABLE runs ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX messages_by_run ON messages (run, number);
  -- One row: the portal that the links belong to.
  CREATE TABLE portal (one INTEGER PRIMARY KEY CHECK (one = 1), address TEXT NOT NULL) STRICT;
  CREATE TABLE links (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    portal_id INTEGER NOT NULL,
    told TEXT NOT NULL,
    hash TEXT NOT NULL,
    generated TEXT NOT NULL,
    message INTEGER NOT NULL,
    run INTEGER NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (entity, key)
  ) STRICT;
  CREATE INDEX links_by_key ON links (key);
  CREATE INDEX links_by_portal ON links (entity, portal_id);
  -- left_over: not used when it was tried last, and no newer run has it. first: the card that this one is tried anew for, or itself.
  CREATE TABLE cards (
    number INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    first INTEGER NOT NULL,
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    message INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('staged', 'planned', 'done')),
    left_over INTEGER NOT NULL,
    hash TEXT NOT NULL,
    generated TEXT NOT NULL,
    action TEXT,
    code TEXT,
    text TEXT,
    portal_id INTEGER,
    planned_at REAL,
    rules TEXT NOT NULL,
    told TEXT NOT NULL,
    plan TEXT
  ) STRICT;
  CREATE UNIQUE INDEX cards_by_key ON cards (key, entity, run);
  CREATE INDEX cards_by_state ON cards (run, state, number, entity);
  CREATE INDEX cards_anew ON cards (first, number) WHERE first <> number;
  CREATE INDEX cards_left ON cards (number) WHERE left_over = 1;
  CREATE INDEX cards_left_of ON cards (key, entity) WHERE left_over = 1;
  CREATE TABLE card_rows (
    message INTEGER NOT NULL,
    row INTEGER NOT NULL,
    run INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    card INTEGER,
    action TEXT,
    code TEXT,
    text TEXT,
    portal_id INTEGER,
    hash TEXT NOT NULL,
    PRIMARY KEY (message, row)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX card_rows_by_run ON card_rows (run);
  CREATE INDEX card_rows_by_card ON card_rows (card) WHERE card IS NOT NULL;
  CREATE TABLE card_people (
    message INTEGER NOT NULL,
    row INTEGER NOT NULL,
    run INTEGER NOT NULL,
    card INTEGER NOT NULL,
    PRIMARY KEY (message, row, card)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX card_people_by_run ON card_people (run);
  CREATE INDEX card_people_by_card ON card_people (card);
  CREATE TABLE operations (
    number INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    card INTEGER NOT NULL,
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    portal_id INTEGER,
    state TEXT NOT NULL CHECK (state IN ('sent', 'done', 'refused', 'unknown', 'superseded', 'undone')),
    sent_at REAL NOT NULL,
    change TEXT NOT NULL,
    result TEXT
  ) STRICT;
  CREATE INDEX operations_by_run ON operations (run);
  CREATE INDEX operations_by_card ON operations (card);
  CREATE INDEX operations_by_key ON operations (key);
  CREATE INDEX operations_open ON operations (run) WHERE state IN ('sent', 'unknown');
  CREATE TABLE company_names (
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (name, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX company_names_by_key ON company_names (key);
  `,
  `
  -- The table anew, for the sake of its CHECK: polls of the way back are runs too, with the name of their way and why they failed.
  CREATE TABLE runs_anew (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done')),
    summary TEXT,
    direction TEXT NOT NULL DEFAULT 'in' CHECK (direction IN ('in', 'undo', 'retry', 'out')),
    stage TEXT NOT NULL DEFAULT 'reading' CHECK (stage IN ('reading', 'planned', 'applying', 'stopped', 'answering')),
    undo_of INTEGER REFERENCES runs_anew (number),
    faults INTEGER NOT NULL DEFAULT 0,
    way TEXT,
    failure TEXT
  ) STRICT;
  INSERT INTO runs_anew (number, started_at, finished_at, state, summary, direction, stage, undo_of, faults)
    SELECT number, started_at, finished_at, state, summary, direction, stage, undo_of, faults FROM runs;
  DROP TABLE runs;
  ALTER TABLE runs_anew RENAME TO runs;
  CREATE TABLE ways (
    name TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    rules TEXT NOT NULL,
    since TEXT NOT NULL,
    polled_at REAL NOT NULL,
    message INTEGER NOT NULL,
    message_at TEXT NOT NULL,
    digest TEXT NOT NULL,
    written INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    failure TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE out_messages (number INTEGER PRIMARY KEY, way TEXT NOT NULL) STRICT;
  CREATE TABLE out_cards (
    way TEXT NOT NULL,
    portal_id INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('seen', 'ready', 'sent', 'confirmed', 'forgotten')),
    message INTEGER NOT NULL,
    number TEXT NOT NULL,
    known TEXT,
    told TEXT,
    after_run INTEGER NOT NULL,
    document TEXT,
    sent_at TEXT NOT NULL,
    problems TEXT,
    PRIMARY KEY (way, portal_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX out_cards_open ON out_cards (way, message, portal_id) WHERE state IN ('ready', 'sent');
  CREATE INDEX out_cards_stuck ON out_cards (way, portal_id) WHERE problems IS NOT NULL;
  `,
  `
  -- Whose rows these are that came in a table of their own, as long as it is not known what became of the document.
  ALTER TABLE card_rows ADD COLUMN document TEXT;
  CREATE INDEX card_rows_awaiting ON card_rows (document, message) WHERE document IS NOT NULL;
  `,
  `
  -- What 1C has shown to have read of a document that it was sent, what it told of it since the last poll, and when it confirmed it; when it
  -- exported documents last.
  ALTER TABLE out_cards ADD COLUMN reading TEXT;
  ALTER TABLE out_cards ADD COLUMN word TEXT;
  ALTER TABLE out_cards ADD COLUMN confirmed_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE ways ADD COLUMN exported TEXT NOT NULL DEFAULT '';
  CREATE INDEX out_cards_awaited ON out_cards (number) WHERE state IN ('ready', 'sent');
  `,
]
