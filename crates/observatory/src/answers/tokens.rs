//! Tokens: who may write, as they are listed and looked up.

use super::List;
use crate::registry::{Registry, RegistryError};
use entente_store::{Role, TokenEntry};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// A token in a list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TokenItem {
    /// Its id, which is no secret.
    pub id: String,
    /// What its holder may do: reader, editor or admin.
    pub role: &'static str,
    /// Whom or what it is for.
    pub label: String,
    /// When it was made.
    #[cfg_attr(feature = "schema", schemars(with = "entente_model::schema::Moment"))]
    pub made: Timestamp,
    /// When it was revoked.
    #[cfg_attr(feature = "schema", schemars(with = "Option<entente_model::schema::Moment>"))]
    pub revoked: Option<Timestamp>,
}

impl From<TokenEntry> for TokenItem {
    fn from(entry: TokenEntry) -> Self {
        let TokenEntry { id, role, label, made, revoked } = entry;
        Self { id, role: role.as_str(), label, made, revoked }
    }
}

impl Registry {
    /// Lists the tokens, as they were made.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn tokens(&self, as_of: Date) -> Result<List<TokenItem>, RegistryError> {
        Ok(List::whole(as_of, self.store().tokens().await?))
    }

    /// Returns the role of the holder of a secret; none where there is no such token or it is revoked.
    ///
    /// # Errors
    /// When the registry cannot be read.
    #[crate::boxed]
    pub async fn role_of(&self, secret: &str) -> Result<Option<Role>, RegistryError> {
        Ok(self.store().token_of(secret).await?.map(|token| token.role))
    }
}
