//! Where the registry of a test stands: a new file, or a new schema on the server of `ENTENTE_TEST_POSTGRES`.

use entente_store::{Mode, Store, Url};
use sqlx::{Connection, PgConnection, QueryBuilder};
use tempfile::TempDir;

/// A place where no registry is yet. Files live as long as it does; a schema until [`Place::leave`], or until the next
/// run of its test where this one failed.
pub(crate) struct Place {
    folder: TempDir,
    /// The server's address with the schema, where it is one.
    server: Option<url::Url>,
    schema: String,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, server: None, schema: String::new() }
    }

    /// Returns a new schema of a test's name; none, which is said, where there is no server for tests.
    #[expect(clippy::disallowed_methods, reason = "the server that tests may use is a setting of their run")]
    #[expect(clippy::print_stdout, reason = "that a test is skipped is told where tests tell things")]
    pub(crate) async fn postgres(test: &str) -> Option<Self> {
        let Ok(server) = std::env::var("ENTENTE_TEST_POSTGRES") else {
            println!(
                "{test} is skipped: ENTENTE_TEST_POSTGRES is not set (cargo xtask pg -- COMMAND sets it)"
            );
            return None;
        };
        let schema = format!("test_{test}");
        assert!(schema.len() < 64, "the server cuts longer names");
        let mut server: url::Url = server.parse().expect("ENTENTE_TEST_POSTGRES is an address");
        server.query_pairs_mut().append_pair("options", &format!("-c search_path={schema}"));
        let place = Self { folder: tempfile::tempdir().expect("a folder"), server: Some(server), schema };
        place.drop_schema().await;
        let mut connection = place.connect().await;
        let mut create = QueryBuilder::new("CREATE SCHEMA ");
        create.push(&place.schema).build().execute(&mut connection).await.expect("a schema");
        Some(place)
    }

    /// Returns a connection of this test's own.
    pub(crate) async fn connect(&self) -> PgConnection {
        let server = self.server.as_ref().expect("a server");
        PgConnection::connect(server.as_str()).await.expect("the server answers")
    }

    async fn drop_schema(&self) {
        let mut drop = QueryBuilder::new("DROP SCHEMA IF EXISTS ");
        drop.push(&self.schema).push(" CASCADE");
        drop.build().execute(&mut self.connect().await).await.expect("no schema");
    }

    pub(crate) async fn leave(self) {
        if self.server.is_some() {
            self.drop_schema().await;
        }
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) fn url(&self) -> Url {
        match &self.server {
            None => Url::file(self.folder.path().join("registry.db")),
            Some(server) => self.elsewhere(server.clone()),
        }
    }

    /// Returns the address of a registry on another server, or on this one in other words.
    pub(crate) fn elsewhere(&self, mut server: url::Url) -> Url {
        let blobs = self.folder.path().join("blobs").display().to_string();
        server.query_pairs_mut().append_pair("blobs", &blobs);
        server.as_str().parse().expect("an address")
    }

    /// Returns the server's address, to be changed.
    pub(crate) fn server(&self) -> url::Url {
        self.server.clone().expect("a server")
    }

    pub(crate) async fn registry(&self) -> Store {
        Store::open(&self.url(), Mode::Create).await.expect("a registry")
    }

    /// Runs a statement that both databases know; a file is made where there is none.
    pub(crate) async fn execute(&self, statement: &'static str) {
        if self.server.is_some() {
            sqlx::query(statement).execute(&mut self.connect().await).await.expect("run");
            return;
        }
        let url = self.url();
        let options = sqlx::sqlite::SqliteConnectOptions::new().create_if_missing(true);
        let options = options.filename(url.path().expect("a file"));
        let mut connection = sqlx::SqliteConnection::connect_with(&options).await.expect("open");
        sqlx::query(statement).execute(&mut connection).await.expect("run");
        connection.close().await.expect("closed");
    }
}
