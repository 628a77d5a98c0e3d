//! The schema is the same on both databases: tables, columns, types, what may be absent, foreign keys, indexes.

use crate::place::Place;
use crate::registry;
use sqlx::{Connection, SqliteConnection};

/// Each pair lists the same facts as lines of text, from the one catalogue and from the other.
const FACTS: &[(&str, &str, &str)] = &[
    (
        "columns",
        "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" FROM sqlite_schema m \
        JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> '_sqlx_migrations'",
        "SELECT table_name || '.' || column_name || ' ' || CASE data_type WHEN 'bigint' THEN 'INTEGER' \
        WHEN 'bytea' THEN 'BLOB' WHEN 'text' THEN 'TEXT' ELSE data_type END || ' ' || \
        CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END FROM information_schema.columns \
        WHERE table_schema = current_schema() AND table_name <> '_sqlx_migrations'",
    ),
    (
        "foreign keys",
        "SELECT m.name || ' ' || string_agg(k.\"from\", ',' ORDER BY k.seq) || ' ' || k.\"table\" \
        FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) k WHERE m.type = 'table' \
        GROUP BY m.name, k.id, k.\"table\"",
        "SELECT t.relname || ' ' || (SELECT string_agg(a.attname, ',' ORDER BY k.n) \
        FROM unnest(c.conkey) WITH ORDINALITY AS k (attnum, n) JOIN pg_attribute a ON a.attrelid = c.conrelid \
        AND a.attnum = k.attnum) || ' ' || u.relname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
        JOIN pg_class u ON u.oid = c.confrelid JOIN pg_namespace s ON s.oid = c.connamespace \
        WHERE c.contype = 'f' AND s.nspname = current_schema()",
    ),
    (
        "indexes",
        "SELECT m.name || ' ' || m.tbl_name || ' ' || string_agg(c.name, ',' ORDER BY c.seqno) \
        FROM sqlite_schema m JOIN pragma_index_info(m.name) c WHERE m.type = 'index' AND m.sql IS NOT NULL \
        GROUP BY m.name, m.tbl_name",
        "SELECT i.relname || ' ' || t.relname || ' ' || (SELECT string_agg(a.attname, ',' ORDER BY k.n) \
        FROM unnest(x.indkey) WITH ORDINALITY AS k (attnum, n) JOIN pg_attribute a ON a.attrelid = x.indrelid \
        AND a.attnum = k.attnum) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid \
        JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace s ON s.oid = t.relnamespace \
        WHERE s.nspname = current_schema() \
        AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype IN ('p', 'u'))",
    ),
    (
        "keys",
        "SELECT m.name || ' ' || string_agg(c.name, ',' ORDER BY c.pk) FROM sqlite_schema m \
        JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk > 0 AND m.name <> '_sqlx_migrations' \
        GROUP BY m.name",
        "SELECT t.relname || ' ' || (SELECT string_agg(a.attname, ',' ORDER BY k.n) \
        FROM unnest(c.conkey) WITH ORDINALITY AS k (attnum, n) JOIN pg_attribute a ON a.attrelid = c.conrelid \
        AND a.attnum = k.attnum) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
        JOIN pg_namespace s ON s.oid = c.connamespace WHERE c.contype = 'p' AND s.nspname = current_schema() \
        AND t.relname <> '_sqlx_migrations'",
    ),
];

/// Columns whose order would depend on the language of the server.
const NOT_BY_BYTES: &str = "SELECT CAST(table_name || '.' || column_name AS TEXT) FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name <> '_sqlx_migrations' AND data_type = 'text' \
    AND collation_name IS DISTINCT FROM 'C'";

/// Indexes that SQLite alone has: PostgreSQL takes no row of an index beyond 2,704 bytes, and a gist may be longer.
const OF_SQLITE_ALONE: &[&str] = &["claims_by_gist claims pair,place,present,gist"];

#[tokio::test]
async fn the_schema_is_the_same_on_both() {
    let Some(there) = Place::postgres("parity").await else { return };
    there.registry().await.close().await;
    let (here, store) = registry().await;
    store.close().await;
    let (mut server, url) = (there.connect().await, here.url());
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(url.path().expect("a file"));
    let mut file = SqliteConnection::connect_with(&options).await.expect("open");
    for (what, of_file, of_server) in FACTS {
        let mut one: Vec<String> = sqlx::query_scalar(*of_file).fetch_all(&mut file).await.expect(what);
        let mut other: Vec<String> = sqlx::query_scalar(*of_server).fetch_all(&mut server).await.expect(what);
        if *what == "indexes" {
            other.extend(OF_SQLITE_ALONE.iter().map(|&index| index.to_owned()));
        }
        one.sort();
        other.sort();
        assert!(one.len() > 10, "{what}: {one:?}");
        assert_eq!(one, other, "{what}");
    }
    let loose: Vec<String> =
        sqlx::query_scalar(NOT_BY_BYTES).fetch_all(&mut server).await.expect("collations");
    assert!(loose.is_empty(), "{loose:?}");
    there.leave().await;
}
