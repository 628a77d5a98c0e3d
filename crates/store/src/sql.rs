//! Every statement, once, in the part of SQL that SQLite and PostgreSQL share (numbered placeholders, upserts, row
//! values; no function that one of them lacks). What only one has is named after it.
//!
//! A parameter that is asked about first (`IS NULL`) says its type: PostgreSQL cannot tell it. Truths are numbers of 64
//! bits, because SQLite has no other and PostgreSQL's are not read as such.

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(crate) const $name: &str = $sql;)*
        /// Every statement with its name, for the test that prepares each.
        #[cfg(test)]
        pub(crate) const ALL: &[(&str, &str)] = &[$((stringify!($name), $sql)),*];
    };
}

/// What a document is listed with, out of a list of documents that is called d.
macro_rules! select_documents {
    ($documents:literal) => {
        concat!(
            "SELECT d.id, d.source_id, d.url, d.title, d.lang, d.published, d.published_basis, d.known, \
            d.first_seen, d.reading_id, d.claims, r.extractor, r.snapshot_hash, r.text_hash, r.chars FROM ",
            $documents
        )
    };
}

/// What a claim is listed with, out of a list of claims that is called c, and its newest verdict for a day up to the one
/// that follows.
macro_rules! select_claims {
    ($claims:literal) => {
        concat!(
            "SELECT c.id, c.document_id, c.version_id, c.present, c.place, w.body, \
            v.id AS verdict_id, v.as_of AS verdict_as_of, v.outcome AS verdict_outcome FROM ",
            $claims,
            select_claims!()
        )
    };
    () => {
        " c JOIN claim_versions w ON w.document_id = c.document_id AND w.claim_id = c.id AND w.id = c.version_id \
        LEFT JOIN verdicts v ON v.id = (SELECT x.id FROM verdicts x WHERE x.document_id = c.document_id \
        AND x.claim_id = c.id AND x.claim_version_id = c.version_id AND x.as_of <= "
    };
}

/// What documents known by $1 tell beside their claims, out of a list of statements that is called t, with a condition: each
/// as the newest reading of the document has it.
macro_rules! select_told {
    ($statements:literal, $condition:literal) => {
        concat!(
            "SELECT t.body, d.id AS document_id, v.voice, d.source_id, d.title, d.url, d.lang, d.known FROM ",
            $statements,
            " t JOIN documents d ON d.id = t.document_id AND d.reading_id = t.reading_id \
            LEFT JOIN voices v ON v.document_id = d.id WHERE d.known <= $1 AND ",
            $condition
        )
    };
}

macro_rules! officials {
    () => {
        "officials o WHERE NOT (o.country = '' AND EXISTS (SELECT 1 FROM officials x WHERE x.key = o.key \
        AND x.country <> '')) AND o.known <= "
    };
}

/// What an author is listed with: how many documents known by $1 they signed.
macro_rules! select_authors {
    () => {
        "SELECT a.id, a.name, a.note, COUNT(DISTINCT d.id) AS documents FROM authors a \
        JOIN reading_authors r ON r.author_id = a.id JOIN documents d ON d.reading_id = r.reading_id \
        WHERE d.known <= $1"
    };
}

/// The columns of an observation o of a release r, in a series k.
macro_rules! observation_columns {
    () => {
        "r.id AS release_id, k.reporter, k.partner, k.flow, k.product, o.period, k.valuation, k.basis, k.unit, \
        o.value_unscaled, o.value_scale, o.step, o.bound, o.status"
    };
}

/// What an observation is listed with.
macro_rules! select_observations {
    () => {
        concat!(
            "SELECT ",
            observation_columns!(),
            " FROM series_keys k JOIN observations o ON o.series = k.number \
        JOIN releases r ON r.number = o.release WHERE "
        )
    };
}

/// Observations whose value is not that of the newest earlier vintage of their dataset. A release was known before
/// another by the days, and of one day by its id.
macro_rules! changed {
    () => {
        " FROM releases r JOIN release_partners l ON l.release_id = r.id \
        JOIN series_keys k ON k.reporter = l.reporter AND k.partner = l.partner \
        JOIN observations o ON o.series = k.number AND o.release = r.number \
        JOIN observations b ON b.series = o.series AND b.period = o.period AND b.release <> o.release \
        JOIN releases p ON p.number = b.release \
        AND p.publisher = r.publisher AND p.dataset = r.dataset AND (p.known, p.id) < (r.known, r.id) \
        WHERE (b.value_unscaled <> o.value_unscaled OR b.value_scale <> o.value_scale) \
        AND NOT EXISTS (SELECT 1 FROM observations m JOIN releases q ON q.number = m.release \
        WHERE m.series = o.series AND m.period = o.period AND q.publisher = r.publisher \
        AND q.dataset = r.dataset AND (q.known, q.id) > (p.known, p.id) \
        AND (q.known, q.id) < (r.known, r.id)) AND r.known >= "
    };
}

/// Takes jobs of kind $1 that are free at $2, at most $3, for $4 until $5: those that nobody has, and those that
/// somebody has had for too long.
macro_rules! claim_jobs {
    () => {
        "UPDATE jobs SET state = 'claimed', claimed_by = $4, claimed_until = $5, attempts = attempts + 1 \
        WHERE id IN (SELECT id FROM jobs WHERE kind = $1 AND ((state = 'open' AND not_before <= $2) \
        OR (state = 'claimed' AND claimed_until < $2)) ORDER BY position, id LIMIT $3"
    };
}

/// The end of that verdict: the one for the latest day, of these the one that was made last.
macro_rules! newest {
    () => {
        " ORDER BY x.as_of DESC, x.made DESC, x.id LIMIT 1)"
    };
}

/// Says that a span of counts is a day.
macro_rules! is_day {
    () => {
        "span LIKE '%-__-__'"
    };
}

/// Counts by day, month, year and over all: the columns of a cell, and the table with a condition.
macro_rules! each_span {
    ($cell:literal, $days:literal) => {
        concat!(
            "SELECT span",
            $cell,
            ", n FROM ",
            $days,
            " AND ",
            is_day!(),
            each_span!(@ "SUBSTR(span, 1, LENGTH(span) - 3)", $cell, $days),
            each_span!(@ "SUBSTR(span, 1, LENGTH(span) - 6)", $cell, $days),
            each_span!(@ "''", $cell, $days)
        )
    };
    (@ $span:literal, $cell:literal, $days:literal) => {
        concat!(" UNION ALL SELECT ", $span, $cell, ", n FROM ", $days, " AND ", is_day!())
    };
}

statements! {
    // The schema.

    SQLITE_TABLES = "SELECT COUNT(*) FROM sqlite_schema";
    SQLITE_HAS_MIGRATIONS = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'";
    POSTGRES_TABLES = "SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema()";
    POSTGRES_HAS_MIGRATIONS = "SELECT COUNT(*) FROM pg_catalog.pg_tables WHERE schemaname = current_schema() \
        AND tablename = '_sqlx_migrations'";
    // Of this registry: a database can hold others, in other schemas.
    POSTGRES_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('entente ' || current_schema(), 0))";
    SCHEMA_VERSION = "SELECT COALESCE(MAX(version), 0) FROM _sqlx_migrations WHERE success";
    APPLIED_MIGRATIONS = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";
    // When and how fast a migration ran would make each registry another file.
    SETTLE_MIGRATIONS = "UPDATE _sqlx_migrations SET installed_on = '1970-01-01 00:00:00', execution_time = 0";

    // Documents.

    PUT_SOURCE = "INSERT INTO sources (id, name, country, languages, tier, hosts) VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country, \
        languages = excluded.languages, tier = excluded.tier, hosts = excluded.hosts";
    READING_OF_DOCUMENT = "SELECT reading_id FROM documents WHERE id = $1";
    PUT_DOCUMENT = "INSERT INTO documents (id, source_id, url, title, lang, published, published_basis, known, \
        first_seen, reading_id, claims, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
        ON CONFLICT (id) DO UPDATE SET source_id = excluded.source_id, url = excluded.url, title = excluded.title, \
        lang = excluded.lang, published = excluded.published, published_basis = excluded.published_basis, \
        known = excluded.known, reading_id = excluded.reading_id, claims = excluded.claims, place = excluded.place";
    PUT_SNAPSHOT = "INSERT INTO snapshots (document_id, hash, bytes, encoding, content_type, seen) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (document_id, hash) DO NOTHING";
    PUT_READING = "INSERT INTO readings (id, document_id, snapshot_hash, text_hash, chars, extractor, lang, published, \
        published_basis, attribution, read_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
        ON CONFLICT (id) DO NOTHING";
    DOCUMENT = select_documents!("documents d JOIN readings r ON r.id = d.reading_id WHERE d.id = $1");
    DOCUMENTS_BY_ID_HEAD_PART = select_documents!("documents d JOIN readings r ON r.id = d.reading_id WHERE d.id IN (");
    // Parts of a list and of its total, put together in `lists`.
    DOCUMENTS_HEAD_PART = select_documents!("(SELECT d.* FROM ");
    LIMIT_PART = " LIMIT ";
    DOCUMENTS_TAIL = ") d JOIN readings r ON r.id = d.reading_id ORDER BY d.place, d.id";
    COUNT_DOCUMENTS_HEAD_PART = "SELECT COUNT(*) FROM ";
    ALL_DOCUMENTS_PART = "documents d WHERE d.place >= ";
    // Who signs twice is listed once.
    SIGNED_DOCUMENTS_PART = "reading_authors a JOIN documents d ON d.reading_id = a.reading_id \
        WHERE NOT EXISTS (SELECT 1 FROM reading_authors b WHERE b.reading_id = a.reading_id \
        AND b.author_id = a.author_id AND b.position < a.position) AND a.author_id = ";
    SNAPSHOTS = "SELECT document_id, hash, bytes, encoding, content_type, seen FROM snapshots WHERE document_id = $1 \
        ORDER BY seen, hash";
    READINGS = "SELECT id, snapshot_hash, text_hash, extractor, read_at FROM readings WHERE document_id = $1 \
        ORDER BY read_at, id";
    VERSIONS_OF_DOCUMENT = "SELECT w.id, w.claim_id, w.extractor, w.snapshot_hash, w.reading_id, w.body \
        FROM claim_versions w JOIN readings r ON r.id = w.reading_id WHERE w.document_id = $1 ORDER BY r.read_at, w.id";
    ATTRIBUTION = "SELECT attribution FROM readings WHERE id = $1";
    DOCUMENTS_AFTER = "SELECT id FROM documents WHERE id > $1 ORDER BY id LIMIT $2";

    // Voices.

    VOICE = "SELECT voice, copies_of FROM voices WHERE document_id = $1";
    CITED_DOCUMENTS_HEAD_PART = "SELECT d.id, d.source_id, d.url, d.title, d.lang, d.published, d.published_basis, \
        d.known, d.first_seen, d.reading_id, d.claims, r.extractor, r.snapshot_hash, r.text_hash, r.chars, \
        r.attribution FROM documents d JOIN readings r ON r.id = d.reading_id WHERE d.id IN (";
    VOICES_HEAD_PART = "SELECT document_id, voice FROM voices WHERE document_id IN (";
    DOCUMENTS_OF_VOICE = "SELECT document_id FROM voices WHERE voice = $1 ORDER BY document_id LIMIT $2";
    PUT_VOICE = "INSERT INTO voices (document_id, voice, copies_of, signature) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (document_id) DO UPDATE SET voice = excluded.voice, copies_of = excluded.copies_of, \
        signature = excluded.signature";
    DROP_VOICE_KEYS = "DELETE FROM voice_keys WHERE document_id = $1";
    DROP_VOICE = "DELETE FROM voices WHERE document_id = $1";
    PUT_VOICE_KEYS = "INSERT INTO voice_keys (key, document_id) ";
    PUT_VOICE_KEYS_TAIL = " ON CONFLICT (key, document_id) DO NOTHING";
    VOICES_LIKE = "SELECT v.document_id, v.signature FROM voices v WHERE v.document_id IN (SELECT k.document_id \
        FROM voice_keys k WHERE k.key IN ($1, $2, $3, $4, $5, $6, $7, $8) ORDER BY k.document_id LIMIT 200) \
        AND v.document_id <> $9 ORDER BY v.document_id";

    // Claims.

    // Rows stand between a head and its tail.
    PUT_CLAIMS = "INSERT INTO claims (id, document_id, reading_id, version_id, position, kind, modality, pair, \
        source_id, outcome, present, confidence, place, quantity, figure, voice, gist) ";
    PUT_CLAIMS_TAIL = " ON CONFLICT (id) DO UPDATE SET reading_id = excluded.reading_id, \
        version_id = excluded.version_id, position = excluded.position, kind = excluded.kind, \
        modality = excluded.modality, pair = excluded.pair, source_id = excluded.source_id, \
        outcome = excluded.outcome, present = excluded.present, confidence = excluded.confidence, \
        place = excluded.place, quantity = excluded.quantity, figure = excluded.figure, voice = excluded.voice, \
        gist = excluded.gist";
    DROP_CLAIMS = "UPDATE claims SET present = 0 WHERE document_id = $1 AND reading_id <> $2";
    PUT_CLAIM_VERSIONS = "INSERT INTO claim_versions (document_id, id, claim_id, reading_id, extractor, snapshot_hash, \
        body) ";
    PUT_CLAIM_VERSIONS_TAIL = " ON CONFLICT (document_id, claim_id, id) DO NOTHING";
    CLAIM = concat!(select_claims!("claims"), "$1", newest!(), " WHERE c.id = $2");
    CLAIMS_OF_DOCUMENT = concat!(
        select_claims!("(SELECT * FROM claims WHERE document_id = $2 AND present = 1)"), "$1", newest!(),
        " ORDER BY c.position, c.id"
    );
    // Parts of a list and of its total, put together in `lists`. The list is cut before anything is looked up for it.
    CLAIMS_HEAD_PART = concat!(
        "SELECT c.id, c.document_id, c.version_id, c.present, c.place, w.body, v.id AS verdict_id, \
        v.as_of AS verdict_as_of, v.outcome AS verdict_outcome FROM (SELECT c.* FROM ",
        "claims c WHERE c.present = 1 AND c.place >= "
    );
    CLAIMS_ORDER_PART = " ORDER BY c.place, c.document_id, c.position, c.id LIMIT ";
    CLAIMS_JOIN_PART = concat!(")", select_claims!());
    CLAIMS_TAIL = concat!(newest!(), " ORDER BY c.place, c.document_id, c.position, c.id");
    COUNT_CLAIMS_HEAD_PART = "SELECT COUNT(*) FROM claims c WHERE c.present = 1 AND c.place >= ";
    OUTCOME_ON_PART = " = (SELECT x.outcome FROM verdicts x WHERE x.document_id = c.document_id \
        AND x.claim_id = c.id AND x.claim_version_id = c.version_id AND x.as_of <= ";
    NEWEST_PART = newest!();
    VERDICTS_AFTER = "SELECT COUNT(*) FROM (SELECT 1 FROM verdicts WHERE as_of > $1 LIMIT 1) x";
    CLAIM_IDS_LIKE = "SELECT id FROM claims WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 2";
    DOCUMENT_IDS_LIKE = "SELECT id FROM documents WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 2";
    CLAIM_VERSIONS = "SELECT w.id, w.extractor, w.snapshot_hash, w.reading_id, w.body FROM claims c \
        JOIN claim_versions w ON w.document_id = c.document_id AND w.claim_id = c.id \
        JOIN readings r ON r.id = w.reading_id WHERE c.id = $1 ORDER BY r.read_at, w.id";

    // Counts.

    DOCUMENTS_TO_COUNT = "SELECT known, source_id FROM documents WHERE id >= $1 AND id <= $2";
    OUTCOMES_TO_COUNT = "SELECT c.id, d.known, c.pair, c.kind, c.modality, v.as_of, v.outcome FROM claims c \
        JOIN documents d ON d.id = c.document_id LEFT JOIN verdicts v ON v.document_id = c.document_id \
        AND v.claim_id = c.id AND v.claim_version_id = c.version_id \
        WHERE c.document_id >= $1 AND c.document_id <= $2 AND c.present = 1 \
        ORDER BY c.id, v.as_of, v.made, v.id DESC";
    SETTLE_OUTCOMES = concat!("UPDATE claims SET outcome = (SELECT x.outcome FROM verdicts x \
        WHERE x.document_id = claims.document_id AND x.claim_id = claims.id \
        AND x.claim_version_id = claims.version_id", newest!(), " WHERE document_id = $1");
    ADD_CLAIM_COUNTS = "INSERT INTO claim_counts (span, pair, kind, modality, outcome, n) ";
    ADD_CLAIM_COUNTS_TAIL = " ON CONFLICT (span, pair, kind, modality, outcome) \
        DO UPDATE SET n = claim_counts.n + excluded.n";
    ADD_DOCUMENT_COUNTS = "INSERT INTO document_counts (span, source_id, n) ";
    ADD_DOCUMENT_COUNTS_TAIL = " ON CONFLICT (span, source_id) DO UPDATE SET n = document_counts.n + excluded.n";
    CLAIM_COUNTS = concat!("SELECT span, pair, kind, modality, outcome, n FROM claim_counts WHERE pair <> '*' AND ", is_day!());
    DOCUMENT_COUNTS = concat!("SELECT span, source_id, n FROM document_counts WHERE source_id <> '*' AND ", is_day!());
    // The days summed up again, less what stands there: nothing is left where all is well.
    WRONG_CLAIM_SUMS = concat!("WITH s AS (", each_span!(", pair, kind, modality, outcome", "claim_counts WHERE pair <> '*'"), ") \
        SELECT COUNT(*) FROM (SELECT span FROM (SELECT span, pair, kind, modality, outcome, n FROM s \
        UNION ALL SELECT span, '*', kind, modality, outcome, n FROM s \
        UNION ALL SELECT span, pair, kind, modality, outcome, -n FROM claim_counts) x \
        GROUP BY span, pair, kind, modality, outcome HAVING SUM(n) <> 0) y");
    WRONG_DOCUMENT_SUMS = concat!("WITH s AS (", each_span!(", source_id", "document_counts WHERE source_id <> '*'"), ") \
        SELECT COUNT(*) FROM (SELECT span FROM (SELECT span, source_id, n FROM s \
        UNION ALL SELECT span, '*', n FROM s UNION ALL SELECT span, source_id, -n FROM document_counts) x \
        GROUP BY span, source_id HAVING SUM(n) <> 0) y");
    LAST_CLAIM_COUNT = "SELECT MAX(span) FROM claim_counts";
    LAST_DOCUMENT_COUNT = "SELECT MAX(span) FROM document_counts";
    // Parts of a total, put together in `totals`.
    TOTAL_HEAD_PART = "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM (";
    TOTAL_TAIL = ") x";
    UNION_PART = " UNION ALL ";
    CLAIMS_ADDED_PART = "SELECT n FROM claim_counts WHERE span IN (";
    CLAIMS_TAKEN_PART = "SELECT -n FROM claim_counts WHERE span IN (";
    DOCUMENTS_ADDED_PART = "SELECT n FROM document_counts WHERE span IN (";
    DOCUMENTS_TAKEN_PART = "SELECT -n FROM document_counts WHERE span IN (";
    TALLY_HEAD_PART = "SELECT pair, outcome, CAST(SUM(n) AS BIGINT) AS n FROM (";
    TALLY_ADDED_PART = "SELECT pair, outcome, n FROM claim_counts WHERE span IN (";
    TALLY_TAKEN_PART = "SELECT pair, outcome, -n FROM claim_counts WHERE span IN (";
    EACH_PAIR_PART = " AND pair NOT IN ('', '*')";
    TALLY_TAIL = ") x GROUP BY pair, outcome ORDER BY pair, outcome";
    // From one pair to the next, without the claims between.
    PAIRS_NAMED = "WITH RECURSIVE p (pair) AS (SELECT MIN(c.pair) FROM claims c WHERE c.present = 1 AND c.pair > '' \
        UNION ALL SELECT (SELECT MIN(c.pair) FROM claims c WHERE c.present = 1 AND c.pair > p.pair) FROM p \
        WHERE p.pair IS NOT NULL) SELECT p.pair FROM p WHERE p.pair IS NOT NULL AND EXISTS (SELECT 1 FROM claims c \
        WHERE c.present = 1 AND c.pair = p.pair AND c.place >= $1) ORDER BY p.pair";
    PAIR_NEWEST = "SELECT place FROM claims c WHERE c.present = 1 AND c.pair = $1 AND c.place >= $2 \
        ORDER BY c.place LIMIT 1";

    // The revision.

    REVISION = "SELECT n FROM revision WHERE id = 1";
    REVISE = "UPDATE revision SET n = n + 1 WHERE id = 1";

    // Verdicts.

    PUT_VERDICTS = "INSERT INTO verdicts (id, document_id, claim_id, claim_version_id, grid, as_of, release_set, \
        outcome, \
        definition, computed, supersedes, made, body) ";
    PUT_VERDICTS_TAIL = " ON CONFLICT (id) DO NOTHING";
    PUT_RELEASE_SETS = "INSERT INTO release_sets (id, release_id) ";
    PUT_RELEASE_SETS_TAIL = " ON CONFLICT (id, release_id) DO NOTHING";
    HAS_VERDICT = "SELECT COUNT(*) FROM verdicts WHERE id = $1";
    NEWEST_VERDICT = "SELECT id FROM verdicts WHERE document_id = $1 AND claim_id = $2 \
        ORDER BY made DESC, as_of DESC, id LIMIT 1";
    VERDICT = "SELECT id, document_id, claim_id, claim_version_id, grid, as_of, supersedes, made, body FROM verdicts WHERE id = $1";
    VERDICTS_BY_ID_HEAD_PART = "SELECT id, document_id, claim_id, claim_version_id, grid, as_of, supersedes, made, body \
        FROM verdicts WHERE id IN (";
    NEWEST_VERDICTS = "SELECT id, document_id, claim_id, claim_version_id, grid, as_of, supersedes, made, body \
        FROM verdicts WHERE as_of <= $1 ORDER BY as_of DESC, made DESC, id DESC LIMIT $2";
    VERDICTS_OF_CLAIM = "SELECT v.id, v.document_id, v.claim_id, v.claim_version_id, v.grid, v.as_of, v.supersedes, \
        v.made, v.body FROM claims c \
        JOIN verdicts v ON v.document_id = c.document_id AND v.claim_id = c.id WHERE c.id = $1 \
        ORDER BY v.as_of, v.made, v.id";

    // What a reading found beside its claims.

    PUT_EVENTS = "INSERT INTO events (reading_id, position, document_id, kind, pair, ordinal, day, status, body) ";
    PUT_EVENTS_TAIL = " ON CONFLICT (reading_id, position) DO NOTHING";
    EVENTS = "SELECT body FROM events WHERE reading_id = $1 ORDER BY position";
    PUT_STATEMENTS = "INSERT INTO statements (reading_id, kind, position, document_id, key, body) ";
    PUT_STATEMENTS_TAIL = " ON CONFLICT (reading_id, kind, position) DO NOTHING";
    STATEMENTS = "SELECT body FROM statements WHERE reading_id = $1 AND kind = $2 ORDER BY position";

    // Authors.

    PUT_AUTHOR = "INSERT INTO authors (id, name, note) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET \
        note = CASE WHEN LENGTH(COALESCE(excluded.note, '')) > LENGTH(COALESCE(authors.note, '')) \
        THEN excluded.note ELSE authors.note END";
    PUT_READING_AUTHOR = "INSERT INTO reading_authors (reading_id, position, author_id, document_id, body, place) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (reading_id, position) DO NOTHING";
    READING_AUTHORS = "SELECT body FROM reading_authors WHERE reading_id = $1 ORDER BY position";
    AUTHORS = concat!(select_authors!(), " GROUP BY a.id, a.name, a.note ORDER BY a.name, a.id");
    AUTHOR = concat!(select_authors!(), " AND a.id = $2 GROUP BY a.id, a.name, a.note");

    // Search.

    PUT_SEARCH_WORDS = "INSERT INTO search_words (word, place, document_id, claim_id) ";
    PUT_SEARCH_NAMES = "INSERT INTO search_names (word, kind, name) ";
    PUT_SEARCH_NAMES_TAIL = " ON CONFLICT (word, kind, name) DO NOTHING";
    DROP_SEARCH_WORDS = "DELETE FROM search_words WHERE document_id = $1";
    // From one word to the next, without those between that stand often.
    SEARCH_BEGINNINGS = "WITH RECURSIVE w (word) AS (SELECT MIN(s.word) FROM search_words s \
        WHERE s.word >= $1 AND s.word < $2 UNION ALL SELECT (SELECT MIN(s.word) FROM search_words s \
        WHERE s.word > w.word AND s.word < $2) FROM w WHERE w.word IS NOT NULL) \
        SELECT word FROM w WHERE word IS NOT NULL LIMIT $3";
    SEARCH_PLACES_PART = "SELECT COUNT(*) FROM (SELECT 1 FROM search_words WHERE word IN (";
    CLAIM_HAS_WORD_PART = " AND EXISTS (SELECT 1 FROM search_words s WHERE s.place = c.place \
        AND s.document_id = c.document_id AND s.claim_id IN ('', c.id) AND s.word IN (";
    CLAIM_IN_WORDS_PART = " AND c.document_id IN (SELECT document_id FROM search_words WHERE word IN (";
    DOCUMENT_HAS_WORD_PART = " AND EXISTS (SELECT 1 FROM search_words s WHERE s.place = d.place \
        AND s.document_id = d.id AND s.word IN (";
    DOCUMENT_IN_WORDS_PART = " AND d.id IN (SELECT document_id FROM search_words WHERE word IN (";
    NAMES_HEAD_PART = "SELECT DISTINCT n.kind, n.name FROM search_names n WHERE n.word IN (";
    NAME_HAS_WORD_PART = " AND EXISTS (SELECT 1 FROM search_names m WHERE m.kind = n.kind AND m.name = n.name \
        AND m.word IN (";
    NAMES_ORDER_PART = " ORDER BY n.kind, n.name LIMIT ";
    MISPLACED_WORDS = "SELECT COUNT(*) FROM search_words s LEFT JOIN documents d ON d.id = s.document_id \
        AND d.place = s.place WHERE d.id IS NULL";
    DOCUMENTS_WITHOUT_WORDS = "SELECT COUNT(*) FROM documents d WHERE d.title IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM search_words s WHERE s.document_id = d.id)";

    // What people say over what was read.

    POSTGRES_DURABLE = "SET LOCAL synchronous_commit = on";
    CORRECTIONS_OF = "SELECT target, field, from_value, to_value, who, made, why, version FROM corrections \
        WHERE target = $1 ORDER BY version";
    CORRECTIONS_TO_HEAD_PART = "SELECT target, field, from_value, to_value, who, made, why, version FROM corrections \
        WHERE field = ";
    CORRECTIONS_TO_TARGETS_PART = " AND target IN (";
    CORRECTIONS_TO_TAIL = ") ORDER BY target, version";
    CORRECTIONS_LIKE = "SELECT target, field, from_value, to_value, who, made, why, version FROM corrections \
        WHERE target >= $1 AND target < $2 ORDER BY target, version";
    CORRECTION_VERSION = "SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM corrections WHERE target = $1";
    PUT_CORRECTION = "INSERT INTO corrections (id, target, field, from_value, to_value, who, made, why, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    PUT_CLAIM_VERSION = "INSERT INTO claim_versions (document_id, id, claim_id, reading_id, extractor, snapshot_hash, \
        body) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (document_id, claim_id, id) DO NOTHING";
    LAY_OVER = "UPDATE claims SET version_id = $2, kind = $3, modality = $4, pair = $5, present = $6, \
        confidence = $7, quantity = $8, figure = $9, gist = id || ' ' || document_id || ' ' \
        || CASE WHEN voice = document_id THEN '=' ELSE voice END || ' ' || CAST(place AS TEXT) \
        || (SELECT CASE WHEN d.published IS NULL THEN '?' ELSE '' END FROM documents d WHERE d.id = claims.document_id) \
        || ' ' || CAST(position AS TEXT) || ' ' || $10 WHERE id = $1";
    PUT_AUDIT = "INSERT INTO audit (id, at, who, action, target, detail) VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT (id) DO NOTHING";
    AUDIT_OF = "SELECT at, who, action, target, detail FROM audit WHERE target = $1 ORDER BY at, id";
    // The number stands in the index too.
    UNSURE_CLAIMS = concat!(
        select_claims!("(SELECT * FROM claims c WHERE c.present = 1 AND c.confidence < 75 AND c.confidence < $2 \
        AND c.place >= $3 AND (CAST($4 AS TEXT) IS NULL OR c.pair = $4) ORDER BY c.confidence, c.place, c.id LIMIT $5)"),
        "$1", newest!(), " ORDER BY c.confidence, c.place, c.id"
    );
    COUNT_UNSURE = "SELECT COUNT(*) FROM claims c WHERE c.present = 1 AND c.confidence < 75 AND c.confidence < $1 \
        AND c.place >= $2 AND (CAST($3 AS TEXT) IS NULL OR c.pair = $3)";

    // Claims that may stand against each other: parts of a list, put together in `groups`.
    GROUPED_HEAD_PART = "SELECT c.id, c.document_id, c.version_id, c.present, c.place, w.body, v.id AS verdict_id, \
        v.as_of AS verdict_as_of, v.outcome AS verdict_outcome FROM (SELECT * FROM claims c \
        WHERE c.present = 1 AND c.pair = ";
    GROUPED_FROM_PART = " AND c.place >= ";
    GROUPED_BY_QUANTITY_PART = " AND c.quantity IN (";
    GROUPED_BY_FIGURE_PART = " AND c.figure IN (";
    GROUPED_JOIN_PART = concat!(")", select_claims!());
    GROUPED_TAIL = concat!(newest!(), " ORDER BY c.place, c.document_id, c.position, c.id");
    // All in one text, a line each: what is read so is ten times what a page shows.
    GISTS = "SELECT string_agg(c.gist, '\n') FROM claims c WHERE c.present = 1 AND c.gist IS NOT NULL AND c.pair = $1";
    // Parts, put together in `targets`.
    TARGETS_HEAD_PART = "SELECT c.id, c.document_id, c.version_id, c.present, c.place, w.body, CAST(NULL AS TEXT) AS verdict_id, \
        CAST(NULL AS TEXT) AS verdict_as_of, CAST(NULL AS TEXT) AS verdict_outcome, c.voice, \
        CAST(CASE WHEN d.published IS NULL THEN 0 ELSE 1 END AS BIGINT) AS is_dated FROM claims c \
        JOIN claim_versions w ON w.document_id = c.document_id AND w.claim_id = c.id AND w.id = c.version_id \
        JOIN documents d ON d.id = c.document_id WHERE c.present = 1 AND c.place >= ";
    // Of one pair they are found by the pair: a word that is put together is looked up in no index.
    TARGETS_OF_PAIR_PART = " AND c.modality || '' = 'target' AND c.pair = ";
    TARGETS_OF_ALL_PART = " AND c.modality = 'target'";
    TARGETS_TAIL = " ORDER BY c.place, c.document_id, c.position, c.id";
    CLAIMS_BY_ID_HEAD_PART = "SELECT c.id, c.document_id, c.version_id, c.present, c.place, w.body, CAST(NULL AS TEXT) AS verdict_id, \
        CAST(NULL AS TEXT) AS verdict_as_of, CAST(NULL AS TEXT) AS verdict_outcome FROM claims c \
        JOIN claim_versions w ON w.document_id = c.document_id AND w.claim_id = c.id AND w.id = c.version_id \
        WHERE c.id IN (";

    // The register.

    SESSIONS_TOLD = select_told!("events", "t.kind = 'commission_session' AND t.pair IS NOT NULL \
        AND (CAST($2 AS TEXT) IS NULL OR t.pair = $2) ORDER BY d.known, d.id, t.position");
    EVENTS_TOLD = select_told!("events", "t.pair = $2 AND t.day >= $3 ORDER BY t.day, d.known, d.id, t.position");
    OFFICIALS_TOLD = select_told!("statements", "t.kind = 'official' AND t.key = $2 ORDER BY d.known, d.id, t.position");
    PUT_OFFICIALS = "INSERT INTO officials (key, country, name, known) ";
    PUT_OFFICIALS_TAIL = " ON CONFLICT (key, country) DO UPDATE SET known = \
        CASE WHEN excluded.known < officials.known THEN excluded.known ELSE officials.known END";
    // Who is named without a country stands with who is named with one.
    OFFICIALS_HEAD_PART = concat!("SELECT o.key, o.country, o.name, o.known FROM ", officials!());
    COUNT_OFFICIALS_HEAD_PART = concat!("SELECT COUNT(*) FROM ", officials!());
    OFFICIAL_HAS_PART = " AND ' ' || o.key || ' ' LIKE ";
    OFFICIALS_AFTER_PART = " AND (o.key, o.country) > (";
    OFFICIALS_ORDER_PART = " ORDER BY o.key, o.country LIMIT ";
    ENTRY = "SELECT id, kind, pair, known, merged_into, version, fields FROM entries WHERE id = $1";
    PROJECT_GISTS_HEAD_PART = "SELECT string_agg(e.id || '\t' || e.pair || '\t' || e.known || '\t' || e.gist, '\n') \
        FROM entries e WHERE e.merged_into IS NULL AND e.gist IS NOT NULL AND e.kind = 'project' AND e.known <= ";
    ENTRY_IDS_LIKE = "SELECT id FROM entries WHERE id >= $1 AND id < $2 ORDER BY id LIMIT 2";
    PUT_ENTRY = "INSERT INTO entries (id, kind, pair, sector, day, known, merged_into, version, fields, gist) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET sector = excluded.sector, \
        day = excluded.day, known = excluded.known, merged_into = excluded.merged_into, version = excluded.version, \
        fields = excluded.fields, gist = excluded.gist";
    PUT_ENTRY_STATE = "INSERT INTO entry_states (entry_id, day, state, evidence, who, made) \
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (entry_id, day, state) DO UPDATE SET evidence = excluded.evidence";
    ENTRY_STATES_HEAD_PART = "SELECT entry_id, day, state, evidence, who, made FROM entry_states WHERE entry_id IN (";
    ENTRY_STATES_ORDER_PART = ") ORDER BY entry_id, day, made, state";
    ENTRIES_HEAD_PART = "SELECT e.id, e.kind, e.pair, e.known, e.merged_into, e.version, e.fields FROM entries e \
        WHERE e.merged_into IS NULL AND e.kind = ";
    COUNT_ENTRIES_HEAD_PART = "SELECT COUNT(*) FROM entries e WHERE e.merged_into IS NULL AND e.kind = ";
    ENTRY_STATE_PART = " AND (SELECT s.state FROM entry_states s WHERE s.entry_id = e.id AND s.day <= ";
    ENTRY_NEWEST_PART = " ORDER BY s.day DESC, s.made DESC, s.state DESC LIMIT 1) IN (";
    ENTRIES_AFTER_PART = " AND (e.day, e.id) > (SELECT x.day, x.id FROM entries x WHERE x.id = ";
    ENTRIES_ORDER_PART = " ORDER BY e.day, e.id LIMIT ";

    // Tokens.

    PUT_TOKEN = "INSERT INTO tokens (id, hash, role, label, made) VALUES ($1, $2, $3, $4, $5)";
    TOKEN_OF_HASH = "SELECT id, role, label, made, revoked FROM tokens WHERE hash = $1 AND revoked IS NULL";
    TOKENS = "SELECT id, role, label, made, revoked FROM tokens ORDER BY made, id";
    REVOKE_TOKEN = "UPDATE tokens SET revoked = $2 WHERE id = $1 AND revoked IS NULL";

    // Jobs.

    PUT_JOBS = "INSERT INTO jobs (id, kind, key, state, position, not_before, attempts, body) ";
    PUT_JOBS_TAIL = " ON CONFLICT (key) DO NOTHING";
    SQLITE_CLAIM_JOBS = concat!(claim_jobs!(), ") RETURNING id, key, body, attempts, position");
    POSTGRES_CLAIM_JOBS = concat!(claim_jobs!(), " FOR UPDATE SKIP LOCKED) RETURNING id, key, body, attempts, position");
    FINISH_JOB = "UPDATE jobs SET state = 'done', claimed_by = NULL, claimed_until = NULL, error = NULL \
        WHERE id = $1 AND state = 'claimed' AND claimed_by = $2";
    FAIL_JOB = "UPDATE jobs SET state = $3, not_before = COALESCE($4, not_before), claimed_by = NULL, \
        claimed_until = NULL, error = $5 WHERE id = $1 AND state = 'claimed' AND claimed_by = $2";
    JOB_TALLY = "SELECT state, COUNT(*) AS n FROM jobs WHERE kind = $1 GROUP BY state";

    // Official figures.

    PUT_DATASET = "INSERT INTO datasets (publisher, id, title, office, reporter, url, licence, terms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (publisher, id) DO UPDATE SET title = excluded.title, \
        office = excluded.office, reporter = excluded.reporter, url = excluded.url, licence = excluded.licence, \
        terms = excluded.terms";
    // The same content of the same day of publication is one release, whatever day it was loaded on.
    FILED_RELEASE = "SELECT id FROM releases WHERE id = $1 OR (publisher = $2 AND dataset = $3 AND hash = $4 \
        AND (published = $5 OR (published IS NULL AND CAST($5 AS TEXT) IS NULL))) ORDER BY id LIMIT 1";
    PUT_RELEASE = "INSERT INTO releases (number, id, publisher, dataset, published, published_basis, loaded, known, \
        basis, coverage, url, hash, note, rows) VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM releases), \
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    NUMBER_OF_RELEASE = "SELECT number FROM releases WHERE id = $1";
    // The rows follow, as many as there are; what is the same in all of them is told once.
    SQLITE_PUT_OBSERVATIONS_PART = "INSERT INTO observations (series, period, value_unscaled, value_scale, release, \
        step, bound, status) SELECT column1, column2, column3, column4, ?, ?, ?, ? FROM (VALUES ";
    // Of one reporter, from one key to another.
    SERIES_BETWEEN = "SELECT number, reporter, partner, flow, product, valuation, basis, unit FROM series_keys \
        WHERE reporter = $1 AND (partner, flow, product, valuation, basis, unit) >= ($2, $3, $4, $5, $6, $7) \
        AND (partner, flow, product, valuation, basis, unit) <= ($8, $9, $10, $11, $12, $13)";
    LAST_SERIES = "SELECT COALESCE(MAX(number), 0) FROM series_keys";
    PUT_SERIES = "INSERT INTO series_keys (number, reporter, partner, flow, product, valuation, basis, unit) ";
    PUT_RELEASE_PARTNERS = "INSERT INTO release_partners (release_id, reporter, partner) ";
    PUT_RELEASE_PARTNERS_TAIL = " ON CONFLICT (release_id, reporter, partner) DO NOTHING";
    DATASETS = "SELECT publisher, id, title, office, reporter, url, licence, terms FROM datasets ORDER BY publisher, id";
    POSTGRES_COPY_OBSERVATIONS = "COPY observations (series, release, period, value_unscaled, value_scale, step, bound, \
        status) FROM STDIN";
    PUT_INDICATORS = "INSERT INTO indicator_values (release_id, country, indicator, period, unit, value_unscaled, \
        value_scale, status) ";
    INDICATORS_OF = "SELECT release_id, country, indicator, period, unit, value_unscaled, value_scale, status \
        FROM indicator_values WHERE country = $1 ORDER BY release_id, indicator, period";
    RATES_OF = "SELECT release_id, country, indicator, period, unit, value_unscaled, value_scale, status \
        FROM indicator_values WHERE indicator = 'exchange_rate' AND unit = $1 ORDER BY release_id, country, period";
    CURRENCIES_OF_RELEASE = "SELECT DISTINCT unit FROM indicator_values WHERE release_id = $1 \
        AND indicator = 'exchange_rate' ORDER BY unit";
    RELEASES = "SELECT id, publisher, dataset, published, published_basis, loaded, basis, coverage, url, hash, \
        note, rows \
        FROM releases ORDER BY id";
    OBSERVATIONS_BETWEEN = concat!(select_observations!(), "k.reporter = $1 AND k.partner = $2 AND k.product = '' \
        ORDER BY r.id, k.flow, o.period, k.valuation, k.basis, k.unit");
    // In no order.
    OBSERVATIONS_OF_PAIR = concat!(
        select_observations!(), "k.reporter = $1 AND k.partner = $2 AND k.product = '' UNION ALL ",
        select_observations!(), "k.reporter = $2 AND k.partner = $1 AND k.product = ''"
    );
    OBSERVATIONS_OF = concat!(select_observations!(), "k.reporter = $1 AND k.product = '' \
        ORDER BY r.id, k.partner, k.flow, o.period, k.valuation, k.basis, k.unit");

    OBSERVATION = concat!(select_observations!(), "k.reporter = $1 AND k.partner = $2 AND k.flow = $3 \
        AND k.product = $4 AND o.period = $5 AND k.valuation = $6 AND k.basis = $7 AND k.unit = $8 AND r.id = $9");
    OBSERVATIONS_HEAD_PART = concat!(select_observations!(), "o.release IN (SELECT number FROM releases \
        WHERE known <= ");
    COUNT_OBSERVATIONS_HEAD_PART = "SELECT COUNT(*) FROM series_keys k JOIN observations o ON o.series = k.number \
        WHERE o.release IN (SELECT number FROM releases WHERE known <= ";
    // All rows of the releases, without looking at them: a release never changes.
    COUNT_ROWS_HEAD_PART = "SELECT CAST(COALESCE(SUM(rows), 0) AS BIGINT) FROM releases WHERE (known <= ";
    OBSERVATIONS_OPEN_PART = " AND (publisher, dataset) IN (SELECT publisher, id FROM datasets WHERE terms = 'open')";
    // Of one key the vintages follow each other in the order of loading.
    // Said twice, because an index is followed by the columns of its own table alone.
    SERIES_FROM_PART = " AND (k.reporter, k.partner, k.flow, k.product, k.valuation, k.basis, k.unit) >= (";
    OBSERVATIONS_AFTER_PART = ") AND (k.reporter, k.partner, k.flow, k.product, k.valuation, k.basis, k.unit, \
        o.period, o.release) > (";
    OBSERVATIONS_AFTER_TAIL_PART = ", (SELECT number FROM releases WHERE id = ";
    OBSERVATIONS_TAIL_PART = " ORDER BY k.reporter, k.partner, k.flow, k.product, k.valuation, k.basis, k.unit, \
        o.period, o.release LIMIT ";

    // Changes: an observation o of a release r, and b, what the vintage before it in the same dataset had in its place.

    CHANGES_HEAD_PART = concat!("SELECT ", observation_columns!(), ", p.id AS before_release, \
        b.value_unscaled AS before_unscaled, b.value_scale AS before_scale", changed!());
    COUNT_CHANGES_HEAD_PART = concat!("SELECT COUNT(*)", changed!());
    CHANGES_UNTIL_PART = " AND r.known <= ";
    VERDICT_CHANGES = "SELECT v.id, b.id AS before_id, v.document_id, v.claim_id, v.as_of, v.outcome, \
        b.outcome AS before_outcome, v.computed, b.computed AS before_computed FROM verdicts v \
        JOIN verdicts b ON b.id = v.supersedes JOIN claims c ON c.id = v.claim_id \
        WHERE v.as_of >= $1 AND v.as_of <= $2 AND (CAST($3 AS TEXT) IS NULL OR c.pair = $3) \
        AND (v.outcome <> b.outcome OR COALESCE(v.computed, '') <> COALESCE(b.computed, '')) \
        ORDER BY v.as_of DESC, v.made DESC, v.id LIMIT $4";
    PARTNERS_OF_RELEASE = "SELECT reporter, partner FROM release_partners WHERE release_id = $1 \
        ORDER BY reporter, partner";
    DOCUMENTS_CLAIMING = "SELECT DISTINCT document_id FROM claims WHERE present = 1 \
        AND (CAST($1 AS TEXT) IS NULL OR kind = $1) AND (CAST($2 AS TEXT) IS NULL OR pair = $2) ORDER BY document_id";
    // $1 is a pattern of a body's text, $2 the unit as a correction gives it.
    DOCUMENTS_COUNTING_IN = "SELECT DISTINCT c.document_id FROM claims c JOIN claim_versions v \
        ON v.document_id = c.document_id AND v.claim_id = c.id AND v.id = c.version_id WHERE c.present = 1 \
        AND (v.body LIKE $1 OR EXISTS (SELECT 1 FROM corrections k WHERE k.target = 'claim:' || c.id \
        AND k.field = 'unit' AND k.to_value = $2)) ORDER BY c.document_id";

    // Maintenance.

    CLAIMS_WITHOUT_VERSION = "SELECT COUNT(*) FROM claims c WHERE NOT EXISTS (SELECT 1 FROM claim_versions w \
        WHERE w.document_id = c.document_id AND w.claim_id = c.id AND w.id = c.version_id)";
    OBSERVATIONS_WITHOUT_RELEASE = "SELECT COUNT(*) FROM observations o WHERE NOT EXISTS (SELECT 1 FROM releases r \
        WHERE r.number = o.release) OR NOT EXISTS (SELECT 1 FROM series_keys k WHERE k.number = o.series)";
    BLOB_HASHES = "SELECT hash FROM snapshots UNION SELECT text_hash FROM readings ORDER BY 1";
    COUNT_ALL_DOCUMENTS = "SELECT COUNT(*) FROM documents";
    COUNT_ALL_CLAIMS = "SELECT COUNT(*) FROM claims";
    COUNT_ALL_VERDICTS = "SELECT COUNT(*) FROM verdicts";
    COUNT_ALL_OBSERVATIONS = "SELECT COUNT(*) FROM observations";
    VACUUM = "VACUUM";
    SQLITE_INTEGRITY = "PRAGMA integrity_check";
    SQLITE_FOREIGN_KEYS = "PRAGMA foreign_key_check";
    SQLITE_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)";
    SQLITE_VACUUM_INTO = "VACUUM INTO $1";
}

#[cfg(test)]
mod tests {
    use crate::database::on;
    use crate::{Mode, Store, Url};
    use sqlx::{Connection, Executor, PgConnection, SqlSafeStr};

    /// Prepares every statement but those named after the other database.
    async fn prepare_all(url: &Url, other: &str) {
        let store = Store::open(url, Mode::Create).await.unwrap();
        for (name, text) in super::ALL.iter().filter(|(name, _)| !name.starts_with(other)) {
            let is_part = text.ends_with(") ") || name.ends_with("_TAIL") || name.ends_with("_PART");
            if is_part {
                continue; // The rest is put in when it is run; `tests/conformance` runs each.
            }
            let text = (*text).into_sql_str();
            let prepared = on!(&store.pool, Pool, |pool| pool.prepare(text).await.map(drop));
            if let Err(error) = prepared {
                panic!("{name}: {error}");
            }
        }
        store.close().await;
    }

    #[tokio::test]
    async fn every_statement_prepares_on_sqlite() {
        let folder = tempfile::tempdir().unwrap();
        prepare_all(&Url::file(folder.path().join("r.db")), "POSTGRES_").await;
    }

    #[tokio::test]
    #[expect(clippy::disallowed_methods, reason = "the server that tests may use is a setting of their run")]
    async fn every_statement_prepares_on_postgres() {
        let Ok(server) = std::env::var("ENTENTE_TEST_POSTGRES") else {
            println!("skipped: ENTENTE_TEST_POSTGRES is not set (cargo xtask pg -- COMMAND sets it)");
            return;
        };
        let mut connection = PgConnection::connect(&server).await.unwrap();
        let anew = "DROP SCHEMA IF EXISTS test_statements CASCADE; CREATE SCHEMA test_statements";
        sqlx::raw_sql(anew).execute(&mut connection).await.unwrap();
        let mut url: url::Url = server.parse().unwrap();
        url.query_pairs_mut()
            .append_pair("options", "-c search_path=test_statements")
            .append_pair("blobs", "b");
        prepare_all(&url.as_str().parse().unwrap(), "SQLITE_").await;
        sqlx::raw_sql("DROP SCHEMA test_statements CASCADE").execute(&mut connection).await.unwrap();
    }
}
