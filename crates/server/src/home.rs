//! Where the registry stands when nobody says: a file in the folder where this platform keeps a user's data.

use entente_observatory::Url;
use etcetera::BaseStrategy;

/// Returns the address of a user's own registry.
///
/// # Errors
/// When the user has no home folder; the text says what to do.
pub fn registry() -> Result<Url, &'static str> {
    let base = etcetera::choose_base_strategy();
    let base =
        base.map_err(|_| "this user has no home folder; name a registry with --database sqlite:PATH")?;
    Ok(Url::file(base.data_dir().join("entente").join("registry.db")))
}
