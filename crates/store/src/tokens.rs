//! Tokens: who may read more, edit and administer. Of a token's secret only its hash is on file.

use crate::columns::plain;
use crate::database::{Store, put, read, row};
use crate::error::StoreError;
use crate::sql;
use entente_model::SnapshotHash;
use entente_model::key::KeyHasher;
use jiff::Timestamp;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// What the holder of a token may do; each may also do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Read what is not public.
    Reader,
    /// Write to the register and correct what was read.
    Editor,
    /// Everything.
    Admin,
}

/// A word that is no role.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{0}\" is not a role; write reader, editor or admin")]
pub struct RoleError(pub String);

impl Role {
    /// Returns the role as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Role {
    type Err = RoleError;

    fn from_str(s: &str) -> Result<Self, RoleError> {
        let found = [Self::Reader, Self::Editor, Self::Admin].into_iter().find(|role| role.as_str() == s);
        found.ok_or_else(|| RoleError(s.chars().take(80).collect()))
    }
}

/// A token on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenEntry {
    /// Its id, which is no secret.
    pub id: String,
    /// What its holder may do.
    pub role: Role,
    /// Whom or what it is for.
    pub label: String,
    /// When it was made.
    pub made: Timestamp,
    /// When it was revoked.
    pub revoked: Option<Timestamp>,
}

row!(
    struct TokenRow {
        id: String,
        role: String,
        label: String,
        made: i64,
        revoked: Option<i64>,
    }
);

/// The hash of a secret: a secret is drawn at random, so that its hash cannot be turned back and needs no salt.
fn hash_of(secret: &str) -> SnapshotHash {
    SnapshotHash::of(secret.as_bytes())
}

impl Store {
    /// Files a token. The secret must come from a source of randomness; it is not kept and cannot be told again.
    ///
    /// # Errors
    /// When the registry cannot be written, or holds this secret already.
    #[crate::boxed]
    pub async fn create_token(
        &self,
        secret: &str,
        role: Role,
        label: &str,
        made: Timestamp,
    ) -> Result<TokenEntry, StoreError> {
        let hash = hash_of(secret);
        let id = KeyHasher::new("token").part(hash.as_str()).short();
        put!(
            self,
            sqlx::query(sql::PUT_TOKEN)
                .bind(&id)
                .bind(hash.as_str())
                .bind(role.as_str())
                .bind(plain(label))
                .bind(made.as_microsecond())
        )?;
        Ok(TokenEntry { id, role, label: label.to_owned(), made, revoked: None })
    }

    /// Returns the token of a secret; none where there is none or it is revoked.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn token_of(&self, secret: &str) -> Result<Option<TokenEntry>, StoreError> {
        let hash = hash_of(secret);
        let row: Option<TokenRow> =
            read!(self, fetch_optional, sqlx::query_as(sql::TOKEN_OF_HASH).bind(hash.as_str()))?;
        row.map(|row| self.token_entry(row)).transpose()
    }

    /// Lists all tokens, revoked ones too, as they were made.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn tokens(&self) -> Result<Vec<TokenEntry>, StoreError> {
        let rows: Vec<TokenRow> = read!(self, fetch_all, sqlx::query_as(sql::TOKENS))?;
        rows.into_iter().map(|row| self.token_entry(row)).collect()
    }

    /// Revokes a token, and says whether there was one of this id that was good.
    ///
    /// # Errors
    /// When the registry cannot be written.
    #[crate::boxed]
    pub async fn revoke_token(&self, id: &str, at: Timestamp) -> Result<bool, StoreError> {
        let revoked = put!(self, sqlx::query(sql::REVOKE_TOKEN).bind(id).bind(at.as_microsecond()))?;
        Ok(revoked > 0)
    }

    fn token_entry(&self, row: TokenRow) -> Result<TokenEntry, StoreError> {
        Ok(TokenEntry {
            id: row.id,
            role: self.parse("role", &row.role)?,
            label: row.label,
            made: self.instant(row.made)?,
            revoked: row.revoked.map(|at| self.instant(at)).transpose()?,
        })
    }
}
