//! Inputs to bytes: files, folders, standard input, addresses, and lists of files.

mod manifest;

pub use manifest::{ManifestEntry, ManifestError, read_manifest};

use crate::decode::MAX_BYTES;
use crate::fetch::{FetchError, Fetcher};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;
use url::Url;

/// What is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File(PathBuf),
    /// What came on standard input.
    Stdin(Vec<u8>),
    /// A page on the web.
    Address(Url),
}

impl Input {
    /// Returns what an argument means: an http or https address, else a path. Standard input is the caller's.
    #[must_use]
    pub fn of_argument(argument: &str) -> Self {
        let lower = argument.get(..8).unwrap_or(argument).to_ascii_lowercase();
        match Url::parse(argument) {
            Ok(url) if lower.starts_with("http://") || lower.starts_with("https://") => Self::Address(url),
            _ => Self::File(PathBuf::from(argument)),
        }
    }
}

/// Bytes that were read, and what came with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raw {
    /// The name of the input for messages: the path or address as given, `-` for standard input.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The content type that a server gave.
    pub content_type: Option<String>,
    /// The address that the bytes came from, after redirects.
    pub url: Option<Url>,
}

/// Why an input was not read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("\"{}\" does not exist; give the path of a text or HTML file, or an address", path.display())]
    NotFound {
        /// The path.
        path: PathBuf,
    },
    /// The file may not be read.
    #[error("\"{}\" may not be read by this user; change its permissions", path.display())]
    NoPermission {
        /// The path.
        path: PathBuf,
    },
    /// The path is a folder.
    #[error("\"{}\" is a folder; give the files in it", path.display())]
    IsFolder {
        /// The path.
        path: PathBuf,
    },
    /// The path is not a folder.
    #[error("\"{}\" is not a folder", path.display())]
    NotFolder {
        /// The path.
        path: PathBuf,
    },
    /// The file is too long.
    #[error("\"{name}\" is longer than {} MB, the most that is read; split it", MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// The name of the input.
        name: String,
    },
    /// Reading failed.
    #[error("cannot read \"{}\"", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The address was not read.
    #[error(transparent)]
    Fetch(#[from] FetchError),
}

impl ReadError {
    fn of_io(path: &Path, error: io::Error) -> Self {
        let path = path.to_owned();
        match error.kind() {
            ErrorKind::NotFound => Self::NotFound { path },
            ErrorKind::PermissionDenied => Self::NoPermission { path },
            ErrorKind::IsADirectory => Self::IsFolder { path },
            ErrorKind::NotADirectory => Self::NotFound { path },
            _ => Self::Io { path, source: error },
        }
    }
}

impl Raw {
    /// Reads an input.
    ///
    /// # Errors
    /// When it cannot be read or is too long.
    pub fn read(input: Input, fetcher: &Fetcher) -> Result<Self, ReadError> {
        match input {
            Input::File(path) => {
                let bytes = read_file(&path)?;
                Ok(Self { name: path.display().to_string(), bytes, content_type: None, url: None })
            }
            Input::Stdin(bytes) if bytes.len() as u64 > MAX_BYTES => {
                Err(ReadError::TooLarge { name: "-".to_owned() })
            }
            Input::Stdin(bytes) => Ok(Self { name: "-".to_owned(), bytes, content_type: None, url: None }),
            Input::Address(url) => {
                let fetched = fetcher.fetch(&url)?;
                Ok(Self {
                    name: url.to_string(),
                    bytes: fetched.bytes,
                    content_type: fetched.content_type,
                    url: Some(fetched.final_url),
                })
            }
        }
    }
}

/// Reads a file of at most 64 MB.
///
/// # Errors
/// When there is none, it is a folder, may not be read or is too long; the length is looked at first.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let failed = |error| ReadError::of_io(path, error);
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(ReadError::IsFolder { path: path.to_owned() });
    }
    let too_large = || ReadError::TooLarge { name: path.display().to_string() };
    if metadata.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).map_or(0, |length| length + 1));
    // A pipe has no length, and a file can grow while it is read.
    File::open(path).map_err(failed)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// Lists the files of a folder and the folders in it, sorted by path.
///
/// Names that begin with a full stop are left out. A link to a file is followed where the file lies within the
/// folder; a link to a folder is not.
///
/// # Errors
/// When the folder, or one in it, cannot be read.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let failed = |path: &Path, error| ReadError::of_io(path, error);
    let root = fs::canonicalize(folder).map_err(|error| failed(folder, error))?;
    if !root.is_dir() {
        return Err(ReadError::NotFolder { path: folder.to_owned() });
    }
    let mut files = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(current) = waiting.pop() {
        for entry in fs::read_dir(&current).map_err(|error| failed(&current, error))? {
            let entry = entry.map_err(|error| failed(&current, error))?;
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = entry.path();
            let kind = entry.file_type().map_err(|error| failed(&path, error))?;
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() || (kind.is_symlink() && leads_to_file_within(&path, &root)) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn leads_to_file_within(link: &Path, root: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.is_file() && target.starts_with(root))
}

#[cfg(test)]
mod tests {
    use super::{Input, Raw, read_file, walk};
    use crate::decode::MAX_BYTES;
    use crate::fetch::{FetchPolicy, Fetcher};
    use expect_test::expect;
    use std::fs::{self, File};
    use std::path::{Path, PathBuf};

    #[test]
    fn an_argument_is_an_address_or_a_path() {
        assert!(matches!(Input::of_argument("https://example.org/a"), Input::Address(_)));
        assert!(matches!(Input::of_argument("HTTP://EXAMPLE.ORG"), Input::Address(_)));
        for path in ["a.txt", "c:/texts/a.txt", "ftp://example.org/", "https//a", "файл.txt"] {
            assert_eq!(Input::of_argument(path), Input::File(PathBuf::from(path)));
        }
    }

    #[test]
    fn files_and_standard_input_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "hello").unwrap();
        let fetcher = Fetcher::new(FetchPolicy::default());
        let raw = Raw::read(Input::File(path.clone()), &fetcher).unwrap();
        assert_eq!((raw.bytes.as_slice(), raw.name), (b"hello".as_slice(), path.display().to_string()));
        let raw = Raw::read(Input::Stdin(b"hello".to_vec()), &fetcher).unwrap();
        assert_eq!((raw.bytes.as_slice(), raw.name.as_str()), (b"hello".as_slice(), "-"));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let message = |path: &Path| read_file(path).unwrap_err().to_string();
        let shown = |path: &Path| message(path).replace(&folder.path().display().to_string(), "FOLDER");
        expect![[r#""FOLDER/none.txt" does not exist; give the path of a text or HTML file, or an address"#]]
            .assert_eq(&shown(&folder.path().join("none.txt")));
        expect![[r#""FOLDER" is a folder; give the files in it"#]].assert_eq(&shown(folder.path()));
        // A file with a hole: it has its length, but takes no room.
        let large = folder.path().join("large.txt");
        File::create(&large).unwrap().set_len(MAX_BYTES + 1).unwrap();
        expect![[r#""FOLDER/large.txt" is longer than 64 MB, the most that is read; split it"#]]
            .assert_eq(&shown(&large));
    }

    #[test]
    fn a_folder_is_walked_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("root");
        fs::create_dir_all(root.join("b/deep")).unwrap();
        fs::create_dir_all(root.join(".git")).unwrap();
        for file in [
            "root/c.txt",
            "root/a.txt",
            "root/b/deep/d.txt",
            "root/.hidden",
            "root/.git/config",
            "outside.txt",
        ] {
            fs::write(folder.path().join(file), "x").unwrap();
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::symlink;
            symlink(folder.path().join("outside.txt"), root.join("out")).unwrap();
            symlink(&root, root.join("b/loop")).unwrap();
            symlink(root.join("a.txt"), root.join("z.txt")).unwrap();
            symlink("nowhere", root.join("broken")).unwrap();
        }
        let files: Vec<_> =
            walk(&root).unwrap().iter().map(|path| path.strip_prefix(&root).unwrap().to_owned()).collect();
        let expected = if cfg!(unix) {
            vec!["a.txt", "b/deep/d.txt", "c.txt", "z.txt"]
        } else {
            vec!["a.txt", "b/deep/d.txt", "c.txt"]
        };
        assert_eq!(files, expected.into_iter().map(PathBuf::from).collect::<Vec<_>>());
        assert!(walk(&root.join("a.txt")).is_err());
        assert!(walk(&root.join("none")).is_err());
    }
}
