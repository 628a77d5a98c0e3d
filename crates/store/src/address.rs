//! Addresses of registries: a file, or a database on a server.

use crate::error::StoreError;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The parameter of a server's address that names the folder of blobs; the server never sees it.
const BLOBS: &str = "blobs";
/// The parameters that may be shown. Another may hold a password, if only by a slip.
const SHOWN: &[&str] = &["host", "hostaddr", "port", "dbname", "user", BLOBS];

/// Where a registry stands: `sqlite:PATH`, or `postgres://USER@HOST/DATABASE?blobs=FOLDER`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    /// A file.
    Sqlite(PathBuf),
    /// A database on a server.
    Postgres(Server),
}

/// A database on a PostgreSQL server, and the folder where the bytes of its snapshots stand.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    address: url::Url,
    blobs: PathBuf,
}

impl Server {
    /// Returns the address that is connected to, with its password.
    pub(crate) const fn address(&self) -> &url::Url {
        &self.address
    }

    /// Returns the folder of blobs.
    #[must_use]
    pub fn blobs(&self) -> &Path {
        &self.blobs
    }

    /// Reads an address whose scheme is PostgreSQL's.
    fn parse(s: &str) -> Result<Self, StoreError> {
        let wrong = || StoreError::Address { given: without_password(s) };
        let mut address = url::Url::parse(s).map_err(|_| wrong())?;
        if address.cannot_be_a_base() || s.contains('\0') {
            return Err(wrong());
        }
        let (folders, rest): (Vec<_>, Vec<_>) =
            address.query_pairs().into_owned().partition(|(name, _)| name == BLOBS);
        address.set_query(None);
        if !rest.is_empty() {
            address.query_pairs_mut().extend_pairs(rest);
        }
        let folder = folders.into_iter().next_back().map(|(_, folder)| PathBuf::from(folder));
        let blobs = folder.filter(|folder| !folder.as_os_str().is_empty());
        let server = Self { address, blobs: blobs.unwrap_or_default() };
        if server.blobs.as_os_str().is_empty() {
            return Err(StoreError::NoBlobs { url: server.to_string() });
        }
        Ok(server)
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = self.address.clone();
        // It fails for an address without a host only, which has no place for a password either.
        let _ = shown.set_password(None);
        shown.set_query(None);
        write!(f, "{shown}")?;
        let pairs = self.address.query_pairs().filter(|(name, _)| SHOWN.contains(&name.as_ref()));
        let pairs = pairs.map(|(name, value)| format!("{name}={value}"));
        let blobs = Some(&self.blobs).filter(|blobs| !blobs.as_os_str().is_empty());
        let blobs = blobs.map(|blobs| format!("{BLOBS}={}", blobs.display()));
        for (index, pair) in pairs.chain(blobs).enumerate() {
            write!(f, "{}{pair}", if index == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({self})")
    }
}

impl Url {
    /// Returns the address of a file.
    #[must_use]
    pub const fn file(path: PathBuf) -> Self {
        Self::Sqlite(path)
    }

    /// Returns the file, where it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }

    /// Says whether there is a registry, or something in its place. A server is not asked: opening tells.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.path().is_none_or(Path::exists)
    }
}

impl FromStr for Url {
    type Err = StoreError;

    fn from_str(s: &str) -> Result<Self, StoreError> {
        if s.starts_with("postgres:") || s.starts_with("postgresql:") {
            return Server::parse(s).map(Self::Postgres);
        }
        let path = s.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path));
        match path {
            Some(path) if !path.is_empty() && !path.contains('\0') => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err(StoreError::Address { given: without_password(s) }),
        }
    }
}

/// An address may hold a password, before its host or among its parameters, which belongs in no message.
fn without_password(s: &str) -> String {
    let shown = s.split_once("://").map_or(s, |_| s.split('?').next().unwrap_or_default());
    match (shown.split_once(':'), shown.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://...@{host}"),
        _ => shown.chars().take(200).collect(),
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(server) => write!(f, "{server}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn server(given: &str, shown: &str, connected: &str) {
        let url: Url = given.parse().unwrap();
        assert_eq!(url.to_string(), shown);
        let Url::Postgres(server) = &url else { panic!("{given} is a server") };
        assert_eq!(server.address().as_str(), connected);
        assert!(url.exists() && url.path().is_none());
        assert!(!format!("{url} {url:?}").contains("secret"), "{url:?}");
        assert_eq!(shown.parse::<Url>().unwrap().to_string(), shown);
    }

    #[test]
    fn the_folder_is_for_us_and_the_rest_for_the_server() {
        server(
            "postgres://a:secret@h:99/d?blobs=/b c",
            "postgres://a@h:99/d?blobs=/b c",
            "postgres://a:secret@h:99/d",
        );
        server("postgresql://h/d?blobs=x&blobs=y", "postgresql://h/d?blobs=y", "postgresql://h/d");
        server(
            "postgres:///d?host=/s&password=secret&blobs=b&sslmode=require",
            "postgres:///d?host=/s&blobs=b",
            "postgres:///d?host=%2Fs&password=secret&sslmode=require",
        );
        server(
            "postgres://a:s%40secret@h/d?blobs=b",
            "postgres://a@h/d?blobs=b",
            "postgres://a:s%40secret@h/d",
        );
    }

    #[test]
    fn a_password_is_in_no_message() {
        for given in [
            "postgres://a:secret@h/d",
            "postgres://a:secret@h/d?blobs=",
            "postgres://a:secret@h:port/d?blobs=b",
            "postgres://h:port/d?password=secret",
            "postgres:a:secret@h",
            "postgres:",
        ] {
            let error = given.parse::<Url>().unwrap_err();
            let message = format!("{error} {error:?}");
            assert!(message.contains("blobs") && !message.contains("secret"), "{message}");
        }
    }
}
