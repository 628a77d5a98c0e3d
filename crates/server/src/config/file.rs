//! Reading the settings from a file. What is wrong in it is told with its line and key.

use crate::config::Config;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a file of settings was not taken.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("the settings in \"{}\" cannot be read", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It has something wrong in it.
    #[error("\"{}\", line {line}: {key}{detail}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The key at fault with a colon, where it is known.
        key: String,
        /// What is wrong, and what is expected.
        detail: String,
    },
}

impl Config {
    /// Reads the settings in a file; what it does not name stays as it is by default.
    ///
    /// # Errors
    /// When it cannot be read, or names what is not a setting or a value that is none.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        Self::parse(path, &text)
    }

    /// Reads settings out of the text of a file.
    ///
    /// # Errors
    /// When it names what is not a setting or a value that is none.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start).min(text.len());
            let before = text.get(..at).unwrap_or_default();
            let line = before.matches('\n').count();
            let key = text.lines().nth(line).and_then(|line| line.split_once('='));
            let key = key.map_or_else(String::new, |(key, _)| format!("{}: ", key.trim()));
            let detail = error.message().trim_end().replace('\n', "; ");
            ConfigError::Wrong { path: path.to_owned(), line: line + 1, key, detail }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn refused(text: &str, expect: &Expect) {
        let error = Config::parse(Path::new("entente.toml"), text).unwrap_err();
        expect.assert_eq(&error.to_string());
    }

    #[test]
    fn what_is_not_named_stays() {
        let config = Config::parse(Path::new("x"), "request_burst = 7\ntrusted_proxies = [\"10.0.0.0/8\"]\n");
        let config = config.unwrap();
        assert_eq!(config.request_burst, 7);
        assert_eq!(Config { request_burst: 100, trusted_proxies: Vec::new(), ..config }, Config::default());
    }

    #[test]
    fn errors_name_file_line_and_key() {
        refused(
            "request_burst = 7\n\nburts = 1\n",
            &expect![[
                r#""entente.toml", line 3: burts: unknown field `burts`, expected one of `bind`, `database`, `log`, `log_format`, `trusted_proxies`, `requests_per_second`, `request_burst`, `limit_local`, `concurrent_requests`, `connections`, `request_seconds`, `header_seconds`, `stop_seconds`, `body_bytes`, `cache_bytes`, `evidence_observations`, `revision_age_ms`"#
            ]],
        );
        refused(
            "bind = \"localhost\"\n",
            &expect![[r#""entente.toml", line 1: bind: invalid socket address syntax"#]],
        );
        refused(
            "log = \"loud\"\n",
            &expect![[
                r#""entente.toml", line 1: log: unknown variant `loud`, expected one of `error`, `warn`, `info`, `debug`"#
            ]],
        );
        refused(
            "trusted_proxies = [\"10.0.0.0/40\"]\n",
            &expect![[
                r#""entente.toml", line 1: trusted_proxies: "10.0.0.0/40" is not a network; write an address, or one with its bits such as 10.0.0.0/8"#
            ]],
        );
        refused(
            "cache_bytes = \"64 MB\"\n",
            &expect![[r#""entente.toml", line 1: cache_bytes: invalid type: string "64 MB", expected u64"#]],
        );
        refused(
            "cache_bytes = -1\n",
            &expect![[r#""entente.toml", line 1: cache_bytes: invalid value: integer `-1`, expected u64"#]],
        );
        refused("cache_bytes\n", &expect![[r#""entente.toml", line 1: key with no value, expected `=`"#]]);
    }
}
