//! A place for a registry on the PostgreSQL server that tests are given: a schema of its own.

use crate::Desk;
use sqlx::{Connection, PgConnection, QueryBuilder, Row};
use tokio::runtime::Runtime;

/// A schema; [`Schema::leave`] drops it.
pub(crate) struct Schema {
    server: String,
    name: String,
    /// The address of the registry in it.
    pub(crate) url: String,
    runtime: Runtime,
}

impl Schema {
    /// Makes an empty schema, its blobs in the folder of the desk; none, with a printed line, where tests are given no
    /// server.
    #[expect(clippy::disallowed_methods, reason = "the server that tests may use is a setting of their run")]
    #[expect(clippy::print_stdout, reason = "that a test is skipped is told where tests tell things")]
    pub(crate) fn make(desk: &Desk, name: &str) -> Option<Self> {
        let Ok(server) = std::env::var("ENTENTE_TEST_POSTGRES") else {
            println!(
                "{name} is skipped: ENTENTE_TEST_POSTGRES is not set (cargo xtask pg -- COMMAND sets it)"
            );
            return None;
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let name = format!("cli_{name}_{}", std::process::id());
        let blobs = desk.path(&format!("{name}.blobs"));
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options=-c%20search_path%3D{name}&blobs={}", blobs.display());
        let schema = Self { server, name, url, runtime };
        schema.execute("CREATE SCHEMA ", "");
        Some(schema)
    }

    /// Runs a statement about the schema: what comes before its name, and after.
    fn execute(&self, before: &str, after: &str) {
        self.runtime.block_on(async {
            let mut connection = PgConnection::connect(&self.server).await.expect("connected");
            let mut statement = QueryBuilder::new(before);
            statement.push(&self.name).push(after).build().execute(&mut connection).await.expect("done");
            connection.close().await.expect("closed");
        });
    }

    /// Returns every table with its number of rows and a hash of them.
    pub(crate) fn fingerprint(&self) -> Vec<(String, i64, String)> {
        self.runtime.block_on(async {
            let mut connection = PgConnection::connect(&self.server).await.expect("connected");
            let tables = "SELECT table_name::text FROM information_schema.tables WHERE table_schema = $1 \
                          AND table_name NOT LIKE '\\_sqlx%' ORDER BY 1";
            let tables: Vec<String> =
                sqlx::query_scalar(tables).bind(&self.name).fetch_all(&mut connection).await.expect("tables");
            let mut found = Vec::new();
            for table in tables {
                let mut rows = QueryBuilder::new(
                    "SELECT count(*), coalesce(md5(string_agg(t::text, '|' ORDER BY t::text COLLATE \"C\")), '') FROM ",
                );
                rows.push(&self.name).push(".").push(&table).push(" t");
                let row = rows.build().fetch_one(&mut connection).await.expect("a row");
                found.push((table, row.get(0), row.get(1)));
            }
            connection.close().await.expect("closed");
            found
        })
    }

    /// Drops the schema.
    pub(crate) fn leave(self) {
        self.execute("DROP SCHEMA ", " CASCADE");
    }
}
