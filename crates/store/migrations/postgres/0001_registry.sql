-- The registry. Evidence (snapshots, readings, claim versions, verdicts, releases, observations, corrections, audit) is
-- only ever added to; documents and claims point at what is current.
--
-- Instants are microseconds since 1970 in UTC; days and periods are text in canonical form; lists and bodies are JSON.
-- No column takes its value from a clock, a counter of the database or a random source, so that the same input gives the
-- same bytes.
--
-- The same as for SQLite, table by table and column by column, as a test compares. Texts sort by their bytes, as they do
-- there: lists go on where they ended, whatever the language of the server.

CREATE TABLE sources (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C",
    languages TEXT COLLATE "C" NOT NULL,
    tier TEXT COLLATE "C" NOT NULL,
    hosts TEXT COLLATE "C" NOT NULL
);

CREATE TABLE documents (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    source_id TEXT COLLATE "C" REFERENCES sources (id),
    url TEXT COLLATE "C",
    title TEXT COLLATE "C",
    lang TEXT COLLATE "C" NOT NULL,
    published TEXT COLLATE "C",
    published_basis TEXT COLLATE "C" NOT NULL,
    known TEXT COLLATE "C" NOT NULL, -- published, else the day it was first seen: the clock of `as_of`
    first_seen BIGINT NOT NULL,
    reading_id TEXT COLLATE "C" NOT NULL, -- the newest reading
    claims BIGINT NOT NULL, -- how many that reading found
    place BIGINT NOT NULL -- in lists, the newest first: see src/place.rs
);
CREATE INDEX documents_by_place ON documents (place);
CREATE INDEX documents_by_source ON documents (source_id, place);

CREATE TABLE snapshots (
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    hash TEXT COLLATE "C" NOT NULL, -- of the bytes, which stand under it among the blobs
    bytes BIGINT NOT NULL,
    encoding TEXT COLLATE "C" NOT NULL,
    content_type TEXT COLLATE "C",
    seen BIGINT NOT NULL,
    PRIMARY KEY (document_id, hash)
);

-- One run of one version of the extractor over a snapshot, with what was known of the document then.
CREATE TABLE readings (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    snapshot_hash TEXT COLLATE "C" NOT NULL,
    text_hash TEXT COLLATE "C" NOT NULL, -- of the normalised text, which stands under it among the blobs
    chars BIGINT NOT NULL,
    extractor TEXT COLLATE "C" NOT NULL,
    lang TEXT COLLATE "C" NOT NULL,
    published TEXT COLLATE "C",
    published_basis TEXT COLLATE "C" NOT NULL,
    attribution TEXT COLLATE "C" NOT NULL, -- whom the text as a whole cites
    read_at BIGINT NOT NULL,
    FOREIGN KEY (document_id, snapshot_hash) REFERENCES snapshots (document_id, hash)
);
CREATE INDEX readings_by_document ON readings (document_id, read_at);

-- Near-copies of one text are one voice: the first of them that was filed. Only that one has keys, by which what is filed
-- later finds it.
CREATE TABLE voices (
    document_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES documents (id),
    voice TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    copies_of TEXT COLLATE "C" REFERENCES documents (id),
    signature BYTEA NOT NULL
);
CREATE INDEX voices_by_voice ON voices (voice, document_id);
CREATE INDEX voices_by_original ON voices (copies_of);

CREATE TABLE voice_keys (
    key BIGINT NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES voices (document_id),
    PRIMARY KEY (key, document_id)
);
CREATE INDEX voice_keys_by_document ON voice_keys (document_id);

-- A claim's permanent identity, pointing at its newest version. What lists are narrowed by stands here too: the source of
-- the document, and the outcome of the verdict on this version for the latest day.
CREATE TABLE claims (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    reading_id TEXT COLLATE "C" NOT NULL REFERENCES readings (id), -- the newest that found it
    version_id TEXT COLLATE "C" NOT NULL, -- of claim_versions: laid down after the claim, checked by verify
    position BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    modality TEXT COLLATE "C" NOT NULL,
    pair TEXT COLLATE "C",
    source_id TEXT COLLATE "C",
    outcome TEXT COLLATE "C",
    present BIGINT NOT NULL CHECK (present IN (0, 1)), -- whether the newest reading of the document finds it
    confidence BIGINT NOT NULL, -- in hundredths; 100 once a person has looked at it
    place BIGINT NOT NULL, -- in lists, with document_id, position and id: see src/place.rs
    quantity TEXT COLLATE "C", -- what its number is of, its unit and its year: those of one stand against each other
    figure TEXT COLLATE "C", -- the kind, the countries and the number: one that is told of two quantities
    voice TEXT COLLATE "C" NOT NULL, -- of the document: the first of its near-copies
    gist TEXT COLLATE "C" -- what is compared of all claims of a pair, in one line that src/gists.rs writes
);
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
CREATE INDEX claims_by_confidence ON claims (confidence, place) WHERE present = 1 AND confidence < 75;

-- Under its document, so that what is filed together stands together.
CREATE TABLE claim_versions (
    document_id TEXT COLLATE "C" NOT NULL,
    claim_id TEXT COLLATE "C" NOT NULL REFERENCES claims (id),
    id TEXT COLLATE "C" NOT NULL,
    reading_id TEXT COLLATE "C" NOT NULL REFERENCES readings (id),
    extractor TEXT COLLATE "C" NOT NULL,
    snapshot_hash TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL, -- the typed fields with quote and confidence, in their wire form
    PRIMARY KEY (document_id, claim_id, id)
);

CREATE TABLE verdicts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    document_id TEXT COLLATE "C" NOT NULL,
    claim_id TEXT COLLATE "C" NOT NULL,
    claim_version_id TEXT COLLATE "C" NOT NULL,
    grid TEXT COLLATE "C" NOT NULL,
    as_of TEXT COLLATE "C" NOT NULL,
    release_set TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    definition TEXT COLLATE "C",
    computed TEXT COLLATE "C",
    supersedes TEXT COLLATE "C" REFERENCES verdicts (id),
    made BIGINT NOT NULL,
    body BYTEA NOT NULL, -- JSON, compressed with zstd: every definition tried, with its inputs
    FOREIGN KEY (document_id, claim_id, claim_version_id) REFERENCES claim_versions (document_id, claim_id, id)
);
CREATE INDEX verdicts_by_claim ON verdicts (document_id, claim_id, claim_version_id, as_of, made);
CREATE INDEX verdicts_by_day ON verdicts (as_of, made, id);
CREATE INDEX verdicts_by_set ON verdicts (release_set);

-- How many there are, by the day from which it is so: lists tell their totals without counting. See src/counts.rs.
CREATE TABLE claim_counts (
    span TEXT COLLATE "C" NOT NULL, -- a day, its month, its year, or '': all days
    pair TEXT COLLATE "C" NOT NULL, -- '' where there is none; '*': over all
    kind TEXT COLLATE "C" NOT NULL,
    modality TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL, -- '' where there is no verdict yet
    n BIGINT NOT NULL, -- what the span adds or, below zero, takes away
    PRIMARY KEY (span, pair, kind, modality, outcome)
);

CREATE TABLE document_counts (
    span TEXT COLLATE "C" NOT NULL, -- as for claims
    source_id TEXT COLLATE "C" NOT NULL, -- '' where it is not known; '*': over all
    n BIGINT NOT NULL,
    PRIMARY KEY (span, source_id)
);

-- One row: how often what answers are made of has changed.
CREATE TABLE revision (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    n BIGINT NOT NULL
);
INSERT INTO revision (id, n) VALUES (1, 0);

-- What a reading found beside its claims: event, official, project, remark.
CREATE TABLE events (
    reading_id TEXT COLLATE "C" NOT NULL REFERENCES readings (id),
    position BIGINT NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    kind TEXT COLLATE "C" NOT NULL,
    pair TEXT COLLATE "C",
    ordinal BIGINT,
    day TEXT COLLATE "C",
    status TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (reading_id, position)
);
CREATE INDEX events_by_pair ON events (pair, day);
CREATE INDEX events_by_kind ON events (kind, pair);

CREATE TABLE statements (
    reading_id TEXT COLLATE "C" NOT NULL REFERENCES readings (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('official', 'project', 'remark')),
    position BIGINT NOT NULL,
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    key TEXT COLLATE "C", -- of an official: the sounds of the name
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (reading_id, kind, position)
);
CREATE INDEX statements_by_key ON statements (kind, key) WHERE key IS NOT NULL;

CREATE TABLE authors (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" -- the longest that any document gave
);

CREATE TABLE reading_authors (
    reading_id TEXT COLLATE "C" NOT NULL REFERENCES readings (id),
    position BIGINT NOT NULL,
    author_id TEXT COLLATE "C" NOT NULL REFERENCES authors (id),
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    body TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL, -- of the document, as this reading has it
    PRIMARY KEY (reading_id, position)
);
CREATE INDEX reading_authors_by_author ON reading_authors (author_id, place);

-- What documents and claims are found by: folded words of the titles, names and quotes of the newest readings.
CREATE TABLE search_words (
    word TEXT COLLATE "C" NOT NULL,
    place BIGINT NOT NULL, -- of the document
    document_id TEXT COLLATE "C" NOT NULL REFERENCES documents (id),
    claim_id TEXT COLLATE "C" NOT NULL, -- '' for a word of the document as a whole
    PRIMARY KEY (word, place, document_id, claim_id)
);
CREATE INDEX search_words_by_document ON search_words (document_id);

-- Who and what has a name: found by its words, whatever document names it.
CREATE TABLE search_names (
    word TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('author', 'official', 'project')),
    name TEXT COLLATE "C" NOT NULL, -- as it was written first
    PRIMARY KEY (word, kind, name)
);

-- Official figures.

CREATE TABLE datasets (
    publisher TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    office TEXT COLLATE "C" NOT NULL,
    reporter TEXT COLLATE "C",
    url TEXT COLLATE "C",
    licence TEXT COLLATE "C" NOT NULL,
    terms TEXT COLLATE "C" NOT NULL, -- open, or internal: rows are not passed on
    PRIMARY KEY (publisher, id)
);

CREATE TABLE releases (
    number BIGINT NOT NULL PRIMARY KEY, -- from 1, in the order of loading
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    publisher TEXT COLLATE "C" NOT NULL,
    dataset TEXT COLLATE "C" NOT NULL,
    published TEXT COLLATE "C",
    published_basis TEXT COLLATE "C" NOT NULL,
    loaded TEXT COLLATE "C" NOT NULL,
    known TEXT COLLATE "C" NOT NULL,
    basis TEXT COLLATE "C" NOT NULL,
    coverage TEXT COLLATE "C" NOT NULL,
    url TEXT COLLATE "C",
    hash TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C",
    rows BIGINT NOT NULL,
    FOREIGN KEY (publisher, dataset) REFERENCES datasets (publisher, id)
);
CREATE INDEX releases_by_dataset ON releases (publisher, dataset, known);

-- Verdicts rest on few different sets of releases: each set stands once, under the hash of its sorted ids.
CREATE TABLE release_sets (
    id TEXT COLLATE "C" NOT NULL,
    release_id TEXT COLLATE "C" NOT NULL REFERENCES releases (id),
    PRIMARY KEY (id, release_id)
);
CREATE INDEX release_sets_by_release ON release_sets (release_id);

-- What a row of statistics is of, over all periods and releases. There are a few for each two countries.
CREATE TABLE series_keys (
    number BIGINT NOT NULL PRIMARY KEY, -- from 1, in the order of loading
    reporter TEXT COLLATE "C" NOT NULL,
    partner TEXT COLLATE "C" NOT NULL,
    flow TEXT COLLATE "C" NOT NULL,
    product TEXT COLLATE "C" NOT NULL, -- a Harmonized System code; '' is all products
    valuation TEXT COLLATE "C" NOT NULL,
    basis TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    UNIQUE (reporter, partner, flow, product, valuation, basis, unit)
);

-- The series and the release stand here as their numbers: their words would be many times as long as the rest of the row.
-- That they are on file is seen to by what writes here, once for all rows, and by verify.
CREATE TABLE observations (
    series BIGINT NOT NULL,
    period TEXT COLLATE "C" NOT NULL,
    release BIGINT NOT NULL,
    value_unscaled BIGINT NOT NULL,
    value_scale BIGINT NOT NULL,
    step TEXT COLLATE "C" NOT NULL, -- the worth of one unit of the last published digit
    bound TEXT COLLATE "C" NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (series, period, release)
);

-- Whom a release reports on: the way from a release to its observations.
CREATE TABLE release_partners (
    release_id TEXT COLLATE "C" NOT NULL REFERENCES releases (id),
    reporter TEXT COLLATE "C" NOT NULL,
    partner TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (release_id, reporter, partner)
);

-- What statistics say of one country alone: output, population, the price of a dollar.
CREATE TABLE indicator_values (
    release_id TEXT COLLATE "C" NOT NULL REFERENCES releases (id),
    country TEXT COLLATE "C" NOT NULL,
    indicator TEXT COLLATE "C" NOT NULL,
    period TEXT COLLATE "C" NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    value_unscaled BIGINT NOT NULL,
    value_scale BIGINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (country, indicator, period, release_id)
);
CREATE INDEX indicator_values_by_release ON indicator_values (release_id);
CREATE INDEX indicator_values_by_unit ON indicator_values (unit, indicator);

-- The register: what a commission's secretariat keeps.

CREATE TABLE names (
    entity TEXT COLLATE "C" NOT NULL, -- kind:id, such as country:KAZ or official:...
    lang TEXT COLLATE "C" NOT NULL,
    script TEXT COLLATE "C" NOT NULL,
    form TEXT COLLATE "C" NOT NULL,
    from_day TEXT COLLATE "C",
    to_day TEXT COLLATE "C",
    PRIMARY KEY (entity, lang, script, form)
);

-- What people enter or import: action items, projects and agreements. The fields of each are text in canonical form,
-- as the model declares them; what lists are narrowed by stands in columns too.
CREATE TABLE entries (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    pair TEXT COLLATE "C" NOT NULL,
    sector TEXT COLLATE "C",
    day TEXT COLLATE "C" NOT NULL,                -- what lists are ordered by: the deadline, the day; '9999-12-31' where there is none
    known TEXT COLLATE "C" NOT NULL,              -- the day of the first state, else the day it was entered: the clock of `as_of`
    merged_into TEXT COLLATE "C" REFERENCES entries (id),
    version BIGINT NOT NULL,            -- goes up with each change, so that two editors get a conflict
    fields TEXT COLLATE "C" NOT NULL,
    gist TEXT COLLATE "C" -- of a project: what sums and likenesses are made of, as one line: see src/gists.rs
);
CREATE INDEX entries_by_day ON entries (kind, day, id);
CREATE INDEX entries_by_pair ON entries (kind, pair, day, id);
CREATE INDEX entries_by_merged ON entries (merged_into);

-- The status of an action item or agreement, the stage of a project: each with the day from which it is so, and how that
-- is known.
CREATE TABLE entry_states (
    entry_id TEXT COLLATE "C" NOT NULL REFERENCES entries (id),
    day TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    evidence TEXT COLLATE "C" NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    made BIGINT NOT NULL,
    PRIMARY KEY (entry_id, day, state)
);

-- Who is named with an office, by the sounds of the name, which are the same in every alphabet. What each document says
-- of them stands among the statements under the same key.
CREATE TABLE officials (
    key TEXT COLLATE "C" NOT NULL,
    country TEXT COLLATE "C" NOT NULL, -- of the office; '' where no document tells it
    name TEXT COLLATE "C" NOT NULL, -- as it was written first
    known TEXT COLLATE "C" NOT NULL, -- since when
    PRIMARY KEY (key, country)
);

-- What people say over what was read: laid over at read, never written into the evidence.
CREATE TABLE corrections (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    target TEXT COLLATE "C" NOT NULL, -- kind:id of what is corrected
    field TEXT COLLATE "C" NOT NULL,
    from_value TEXT COLLATE "C",
    to_value TEXT COLLATE "C",
    who TEXT COLLATE "C" NOT NULL,
    made BIGINT NOT NULL,
    why TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX corrections_by_target ON corrections (target, version);

-- Who did what; removed bytes leave a line here.
CREATE TABLE audit (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL
);
CREATE INDEX audit_by_target ON audit (target, at);

CREATE TABLE tokens (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    role TEXT COLLATE "C" NOT NULL,
    label TEXT COLLATE "C" NOT NULL,
    made BIGINT NOT NULL,
    revoked BIGINT
);

-- Work that several processes share.
CREATE TABLE jobs (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'claimed', 'done', 'failed')),
    position BIGINT NOT NULL, -- within what was put in together
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_by TEXT COLLATE "C",
    claimed_until BIGINT,
    body TEXT COLLATE "C" NOT NULL,
    error TEXT COLLATE "C"
);
CREATE INDEX jobs_by_state ON jobs (kind, state, not_before, position, id);
