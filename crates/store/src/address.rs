//! Addresses of registries: a file, or a database on a server.

use crate::blobs::BucketName;
use crate::error::StoreError;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The parameter of a server's address that names the place of blobs; the server never sees it.
const BLOBS: &str = "blobs";
/// The parameters that may be shown. Another may hold a password, if only by a slip.
const SHOWN: &[&str] = &["host", "hostaddr", "port", "dbname", "user", BLOBS];

/// Where a registry stands: `sqlite:PATH`, or `postgres://USER@HOST/DATABASE?blobs=FOLDER`, with `s3://BUCKET/PREFIX` in
/// place of the folder where the bytes of snapshots are in an object store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Url {
    /// A file.
    Sqlite(PathBuf),
    /// A database on a server.
    Postgres(Server),
}

/// A database on a PostgreSQL server, and where the bytes of its snapshots stand.
#[derive(Clone, PartialEq, Eq)]
pub struct Server {
    address: url::Url,
    blobs: BlobPlace,
}

/// Where the bytes of snapshots stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BlobPlace {
    /// In a folder.
    Folder(PathBuf),
    /// In a bucket of an object store.
    Bucket(BucketName),
}

impl fmt::Display for BlobPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Bucket(bucket) => write!(f, "{bucket}"),
        }
    }
}

impl FromStr for BlobPlace {
    type Err = StoreError;

    fn from_str(s: &str) -> Result<Self, StoreError> {
        if !s.contains("://") {
            return Ok(Self::Folder(PathBuf::from(s)));
        }
        let bucket =
            BucketName::parse(s).ok_or_else(|| StoreError::BucketName { given: without_password(s) })?;
        Ok(Self::Bucket(bucket))
    }
}

impl Server {
    /// Returns the address that is connected to, with its password.
    pub(crate) const fn address(&self) -> &url::Url {
        &self.address
    }

    /// Returns where the blobs are.
    pub(crate) const fn blobs(&self) -> &BlobPlace {
        &self.blobs
    }

    /// Reads an address whose scheme is PostgreSQL's.
    fn parse(s: &str) -> Result<Self, StoreError> {
        let wrong = || StoreError::Address { given: without_password(s) };
        let mut address = url::Url::parse(s).map_err(|_| wrong())?;
        if address.cannot_be_a_base() || s.contains('\0') {
            return Err(wrong());
        }
        let (places, rest): (Vec<_>, Vec<_>) =
            address.query_pairs().into_owned().partition(|(name, _)| name == BLOBS);
        address.set_query(None);
        if !rest.is_empty() {
            address.query_pairs_mut().extend_pairs(rest);
        }
        let place = places.into_iter().next_back().map(|(_, place)| place).filter(|place| !place.is_empty());
        match place {
            Some(place) => Ok(Self { address, blobs: place.parse()? }),
            None => Err(StoreError::NoBlobs { url: shown(&address, None) }),
        }
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.address, Some(&self.blobs)))
    }
}

/// Shows an address without what must not be shown.
fn shown(address: &url::Url, blobs: Option<&BlobPlace>) -> String {
    let mut shown = address.clone();
    // It fails for an address without a host only, which has no place for a password either.
    let _ = shown.set_password(None);
    shown.set_query(None);
    let pairs = address.query_pairs().filter(|(name, _)| SHOWN.contains(&name.as_ref()));
    let pairs = pairs.map(|(name, value)| format!("{name}={value}"));
    let pairs: Vec<String> = pairs.chain(blobs.map(|blobs| format!("{BLOBS}={blobs}"))).collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    format!("{shown}{mark}{}", pairs.join("&"))
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
pub(crate) fn without_password(s: &str) -> String {
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
        server("postgres://h/d?blobs=s3://b-1/p/q/", "postgres://h/d?blobs=s3://b-1/p/q", "postgres://h/d");
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
            "postgres://h/d?blobs=s3://key:secret@bucket",
            "postgres://h/d?blobs=gs://bucket",
            "postgres:a:secret@h",
            "postgres:",
        ] {
            let error = given.parse::<Url>().unwrap_err();
            let message = format!("{error} {error:?}");
            assert!(
                (message.contains("blobs") || message.contains("is no bucket"))
                    && !message.contains("secret"),
                "{message}"
            );
        }
    }
}
