-- The registry. Evidence (snapshots, readings, claim versions, verdicts, releases, observations, corrections, audit) is
-- only ever added to; documents and claims point at what is current.
--
-- Instants are microseconds since 1970 in UTC; days and periods are text in canonical form; lists and bodies are JSON.
-- No column takes its value from a clock, a counter of the database or a random source, so that the same input gives the
-- same bytes.

CREATE TABLE sources (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT,
    languages TEXT NOT NULL,
    tier TEXT NOT NULL,
    hosts TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    source_id TEXT REFERENCES sources (id),
    url TEXT,
    title TEXT,
    lang TEXT NOT NULL,
    published TEXT,
    published_basis TEXT NOT NULL,
    known TEXT NOT NULL,              -- published, else the day it was first seen: the clock of `as_of`
    first_seen INTEGER NOT NULL,
    reading_id TEXT NOT NULL, -- the newest reading
    claims INTEGER NOT NULL, -- how many that reading found
    place INTEGER NOT NULL -- in lists, the newest first: see src/place.rs
) STRICT;
CREATE INDEX documents_by_place ON documents (place);
CREATE INDEX documents_by_source ON documents (source_id, place);

CREATE TABLE snapshots (
    document_id TEXT NOT NULL REFERENCES documents (id),
    hash TEXT NOT NULL,               -- of the bytes, which stand under it among the blobs
    bytes INTEGER NOT NULL,
    encoding TEXT NOT NULL,
    content_type TEXT,
    seen INTEGER NOT NULL,
    PRIMARY KEY (document_id, hash)
) STRICT;

-- One run of one version of the extractor over a snapshot, with what was known of the document then.
CREATE TABLE readings (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    snapshot_hash TEXT NOT NULL,
    text_hash TEXT NOT NULL,          -- of the normalised text, which stands under it among the blobs
    chars INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    lang TEXT NOT NULL,
    published TEXT,
    published_basis TEXT NOT NULL,
    attribution TEXT NOT NULL,        -- whom the text as a whole cites
    read_at INTEGER NOT NULL,
    FOREIGN KEY (document_id, snapshot_hash) REFERENCES snapshots (document_id, hash)
) STRICT;
CREATE INDEX readings_by_document ON readings (document_id, read_at);

-- Near-copies of one text are one voice: the first of them that was filed. Only that one has keys, by which what is filed
-- later finds it.
CREATE TABLE voices (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents (id),
    voice TEXT NOT NULL REFERENCES documents (id),
    copies_of TEXT REFERENCES documents (id),
    signature BLOB NOT NULL
) STRICT;
CREATE INDEX voices_by_voice ON voices (voice, document_id);
CREATE INDEX voices_by_original ON voices (copies_of);

CREATE TABLE voice_keys (
    key INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES voices (document_id),
    PRIMARY KEY (key, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_keys_by_document ON voice_keys (document_id);

-- A claim's permanent identity, pointing at its newest version. What lists are narrowed by stands here too: the source of
-- the document, and the outcome of the verdict on this version for the latest day.
CREATE TABLE claims (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id),
    reading_id TEXT NOT NULL REFERENCES readings (id), -- the newest that found it
    version_id TEXT NOT NULL, -- of claim_versions: laid down after the claim, checked by verify
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    modality TEXT NOT NULL,
    pair TEXT,
    source_id TEXT,
    outcome TEXT,
    present INTEGER NOT NULL CHECK (present IN (0, 1)), -- whether the newest reading of the document finds it
    confidence INTEGER NOT NULL, -- in hundredths; 100 once a person has looked at it
    place INTEGER NOT NULL, -- in lists, with document_id, position and id: see src/place.rs
    quantity TEXT, -- what its number is of, its unit and its year: those of one stand against each other
    figure TEXT, -- the kind, the countries and the number: one that is told of two quantities
    voice TEXT NOT NULL, -- of the document: the first of its near-copies
    gist TEXT -- what is compared of all claims of a pair, in one line that src/gists.rs writes
) STRICT;
CREATE INDEX claims_by_document ON claims (document_id, position, id);
CREATE INDEX claims_by_place ON claims (place) WHERE present = 1;
-- What a list is narrowed by beside the first stands behind the place: it is told without a look at the claim.
CREATE INDEX claims_by_pair ON claims (pair, place, outcome, kind, modality, source_id) WHERE present = 1;
CREATE INDEX claims_by_source ON claims (source_id, place, outcome, kind, modality) WHERE present = 1;
CREATE INDEX claims_by_outcome ON claims (outcome, place, kind, modality) WHERE present = 1;
CREATE INDEX claims_by_kind ON claims (kind, place, modality) WHERE present = 1;
CREATE INDEX claims_by_modality ON claims (modality, place) WHERE present = 1;
CREATE INDEX claims_by_quantity ON claims (pair, quantity, place) WHERE present = 1;
CREATE INDEX claims_by_figure ON claims (pair, figure, place) WHERE present = 1;
-- All gists of a pair stand together and are read without a look at their claims. PostgreSQL has no place in an index for a
-- text that long, and finds them by claims_by_pair.
CREATE INDEX claims_by_gist ON claims (pair, place, present, gist) WHERE present = 1 AND gist IS NOT NULL;
CREATE INDEX claims_by_confidence ON claims (confidence, place) WHERE present = 1 AND confidence < 75;

-- Under its document, so that what is filed together stands together.
CREATE TABLE claim_versions (
    document_id TEXT NOT NULL,
    claim_id TEXT NOT NULL REFERENCES claims (id),
    id TEXT NOT NULL,
    reading_id TEXT NOT NULL REFERENCES readings (id),
    extractor TEXT NOT NULL,
    snapshot_hash TEXT NOT NULL,
    body TEXT NOT NULL,               -- the typed fields with quote and confidence, in their wire form
    PRIMARY KEY (document_id, claim_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdicts (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    claim_version_id TEXT NOT NULL,
    grid TEXT NOT NULL,
    as_of TEXT NOT NULL,
    release_set TEXT NOT NULL,
    outcome TEXT NOT NULL,
    definition TEXT,
    computed TEXT,
    supersedes TEXT REFERENCES verdicts (id),
    made INTEGER NOT NULL,
    body BLOB NOT NULL,               -- JSON, compressed with zstd: every definition tried, with its inputs
    FOREIGN KEY (document_id, claim_id, claim_version_id) REFERENCES claim_versions (document_id, claim_id, id)
) STRICT;
CREATE INDEX verdicts_by_claim ON verdicts (document_id, claim_id, claim_version_id, as_of, made);
CREATE INDEX verdicts_by_day ON verdicts (as_of, made, id);
CREATE INDEX verdicts_by_set ON verdicts (release_set);

-- Verdicts rest on few different sets of releases: each set stands once, under the hash of its sorted ids.
CREATE TABLE release_sets (
    id TEXT NOT NULL,
    release_id TEXT NOT NULL REFERENCES releases (id),
    PRIMARY KEY (id, release_id)
) STRICT;
CREATE INDEX release_sets_by_release ON release_sets (release_id);

-- How many there are, by the day from which it is so: lists tell their totals without counting. See src/counts.rs.
CREATE TABLE claim_counts (
    span TEXT NOT NULL, -- a day, its month, its year, or '': all days
    pair TEXT NOT NULL, -- '' where there is none; '*': over all
    kind TEXT NOT NULL,
    modality TEXT NOT NULL,
    outcome TEXT NOT NULL, -- '' where there is no verdict yet
    n INTEGER NOT NULL, -- what the span adds or, below zero, takes away
    PRIMARY KEY (span, pair, kind, modality, outcome)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_counts (
    span TEXT NOT NULL, -- as for claims
    source_id TEXT NOT NULL, -- '' where it is not known; '*': over all
    n INTEGER NOT NULL,
    PRIMARY KEY (span, source_id)
) STRICT, WITHOUT ROWID;

-- One row: how often what answers are made of has changed.
CREATE TABLE revision (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    n INTEGER NOT NULL
) STRICT;
INSERT INTO revision (id, n) VALUES (1, 0);

-- What a reading found beside its claims: event, official, project, remark.
CREATE TABLE events (
    reading_id TEXT NOT NULL REFERENCES readings (id),
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    kind TEXT NOT NULL,
    pair TEXT,
    ordinal INTEGER,
    day TEXT,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (reading_id, position)
) STRICT;
CREATE INDEX events_by_pair ON events (pair, day);
CREATE INDEX events_by_kind ON events (kind, pair);

CREATE TABLE statements (
    reading_id TEXT NOT NULL REFERENCES readings (id),
    kind TEXT NOT NULL CHECK (kind IN ('official', 'project', 'remark')),
    position INTEGER NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents (id),
    key TEXT, -- of an official: the sounds of the name
    body TEXT NOT NULL,
    PRIMARY KEY (reading_id, kind, position)
) STRICT;
CREATE INDEX statements_by_key ON statements (kind, key) WHERE key IS NOT NULL;

CREATE TABLE authors (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    note TEXT                         -- the longest that any document gave
) STRICT;

CREATE TABLE reading_authors (
    reading_id TEXT NOT NULL REFERENCES readings (id),
    position INTEGER NOT NULL,
    author_id TEXT NOT NULL REFERENCES authors (id),
    document_id TEXT NOT NULL REFERENCES documents (id),
    body TEXT NOT NULL,
    place INTEGER NOT NULL, -- of the document, as this reading has it
    PRIMARY KEY (reading_id, position)
) STRICT;
CREATE INDEX reading_authors_by_author ON reading_authors (author_id, place);

-- What documents and claims are found by: folded words of the titles, names and quotes of the newest readings.
CREATE TABLE search_words (
    word TEXT NOT NULL,
    place INTEGER NOT NULL, -- of the document
    document_id TEXT NOT NULL REFERENCES documents (id),
    claim_id TEXT NOT NULL, -- '' for a word of the document as a whole
    PRIMARY KEY (word, place, document_id, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_words_by_document ON search_words (document_id);

-- Who and what has a name: found by its words, whatever document names it.
CREATE TABLE search_names (
    word TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('author', 'official', 'project')),
    name TEXT NOT NULL, -- as it was written first
    PRIMARY KEY (word, kind, name)
) STRICT, WITHOUT ROWID;

-- Official figures.

CREATE TABLE datasets (
    publisher TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    office TEXT NOT NULL,
    reporter TEXT,
    url TEXT,
    licence TEXT NOT NULL,
    terms TEXT NOT NULL,              -- open, or internal: rows are not passed on
    PRIMARY KEY (publisher, id)
) STRICT;

CREATE TABLE releases (
    number INTEGER NOT NULL PRIMARY KEY, -- from 1, in the order of loading
    id TEXT NOT NULL UNIQUE,
    publisher TEXT NOT NULL,
    dataset TEXT NOT NULL,
    published TEXT,
    published_basis TEXT NOT NULL,
    loaded TEXT NOT NULL,
    known TEXT NOT NULL,
    basis TEXT NOT NULL,
    coverage TEXT NOT NULL,
    url TEXT,
    hash TEXT NOT NULL,
    note TEXT,
    rows INTEGER NOT NULL,
    FOREIGN KEY (publisher, dataset) REFERENCES datasets (publisher, id)
) STRICT;
CREATE INDEX releases_by_dataset ON releases (publisher, dataset, known);

-- What a row of statistics is of, over all periods and releases. There are a few for each two countries.
CREATE TABLE series_keys (
    number INTEGER NOT NULL PRIMARY KEY, -- from 1, in the order of loading
    reporter TEXT NOT NULL,
    partner TEXT NOT NULL,
    flow TEXT NOT NULL,
    product TEXT NOT NULL, -- a Harmonized System code; '' is all products
    valuation TEXT NOT NULL,
    basis TEXT NOT NULL,
    unit TEXT NOT NULL,
    UNIQUE (reporter, partner, flow, product, valuation, basis, unit)
) STRICT;

-- The series and the release stand here as their numbers: their words would be many times as long as the rest of the row.
-- That they are on file is seen to by what writes here, once for all rows, and by verify.
CREATE TABLE observations (
    series INTEGER NOT NULL,
    period TEXT NOT NULL,
    release INTEGER NOT NULL,
    value_unscaled INTEGER NOT NULL,
    value_scale INTEGER NOT NULL,
    step TEXT NOT NULL, -- the worth of one unit of the last published digit
    bound TEXT NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (series, period, release)
) STRICT, WITHOUT ROWID;

-- Whom a release reports on: the way from a release to its observations. An index would be as large as they are, and each
-- row of it would be written to another place.
CREATE TABLE release_partners (
    release_id TEXT NOT NULL REFERENCES releases (id),
    reporter TEXT NOT NULL,
    partner TEXT NOT NULL,
    PRIMARY KEY (release_id, reporter, partner)
) STRICT, WITHOUT ROWID;

-- What statistics say of one country alone: output, population, the price of a dollar.
CREATE TABLE indicator_values (
    release_id TEXT NOT NULL REFERENCES releases (id),
    country TEXT NOT NULL,
    indicator TEXT NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    value_unscaled INTEGER NOT NULL,
    value_scale INTEGER NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (country, indicator, period, release_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX indicator_values_by_release ON indicator_values (release_id);
CREATE INDEX indicator_values_by_unit ON indicator_values (unit, indicator);

-- The register: what a commission's secretariat keeps.

CREATE TABLE names (
    entity TEXT NOT NULL,             -- kind:id, such as country:KAZ or official:...
    lang TEXT NOT NULL,
    script TEXT NOT NULL,
    form TEXT NOT NULL,
    from_day TEXT,
    to_day TEXT,
    PRIMARY KEY (entity, lang, script, form)
) STRICT;

-- What people enter or import: action items, projects and agreements. The fields of each are text in canonical form,
-- as the model declares them; what lists are narrowed by stands in columns too.
CREATE TABLE entries (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    pair TEXT NOT NULL,
    sector TEXT,
    day TEXT NOT NULL,                -- what lists are ordered by: the deadline, the day; '9999-12-31' where there is none
    known TEXT NOT NULL,              -- the day of the first state, else the day it was entered: the clock of `as_of`
    merged_into TEXT REFERENCES entries (id),
    version INTEGER NOT NULL,            -- goes up with each change, so that two editors get a conflict
    fields TEXT NOT NULL,
    gist TEXT -- of a project: what sums and likenesses are made of, as one line: see src/gists.rs
) STRICT;
CREATE INDEX entries_by_day ON entries (kind, day, id);
CREATE INDEX entries_by_pair ON entries (kind, pair, day, id);
CREATE INDEX entries_by_merged ON entries (merged_into);

-- The status of an action item or agreement, the stage of a project: each with the day from which it is so, and how that
-- is known.
CREATE TABLE entry_states (
    entry_id TEXT NOT NULL REFERENCES entries (id),
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    evidence TEXT NOT NULL,
    who TEXT NOT NULL,
    made INTEGER NOT NULL,
    PRIMARY KEY (entry_id, day, state)
) STRICT;

-- Who is named with an office, by the sounds of the name, which are the same in every alphabet. What each document says
-- of them stands among the statements under the same key.
CREATE TABLE officials (
    key TEXT NOT NULL,
    country TEXT NOT NULL, -- of the office; '' where no document tells it
    name TEXT NOT NULL, -- as it was written first
    known TEXT NOT NULL, -- since when
    PRIMARY KEY (key, country)
) STRICT, WITHOUT ROWID;

-- What people say over what was read: laid over at read, never written into the evidence.
CREATE TABLE corrections (
    id TEXT NOT NULL PRIMARY KEY,
    target TEXT NOT NULL,             -- kind:id of what is corrected
    field TEXT NOT NULL,
    from_value TEXT,
    to_value TEXT,
    who TEXT NOT NULL,
    made INTEGER NOT NULL,
    why TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX corrections_by_target ON corrections (target, version);

-- Who did what; removed bytes leave a line here.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_target ON audit (target, at);

CREATE TABLE tokens (
    id TEXT NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    label TEXT NOT NULL,
    made INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

-- Work that several processes share.
CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'done', 'failed')),
    position INTEGER NOT NULL, -- within what was put in together
    not_before INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_by TEXT,
    claimed_until INTEGER,
    body TEXT NOT NULL,
    error TEXT
) STRICT;
CREATE INDEX jobs_by_state ON jobs (kind, state, not_before, position, id);
