//! What is to be filed: arguments, folders and lists of files become inputs with what is known of each.

use super::Args;
use crate::failure::wrong_usage;
use crate::inputs::language;
use entente_observatory::{Hints, read_manifest, walk};
use std::path::Path;

/// One text to be filed.
#[derive(Debug, Clone)]
pub(super) struct Input {
    /// A path, an address or `-`.
    pub(super) argument: String,
    /// What is known of it.
    pub(super) hints: Hints,
}

/// Returns the inputs in the order of the arguments, folders sorted by path, the list of files last.
pub(super) fn expand(args: &Args) -> anyhow::Result<Vec<Input>> {
    let hints = Hints {
        published: args.published,
        lang: args.lang.0,
        url: args.url.clone(),
        source: args.source.clone(),
    };
    let mut inputs = Vec::new();
    for argument in &args.inputs {
        if Path::new(argument).is_dir() {
            let files = walk(Path::new(argument))?;
            let named = |file: &std::path::PathBuf| Input {
                argument: file.display().to_string(),
                hints: hints.clone(),
            };
            inputs.extend(files.iter().map(named));
        } else {
            inputs.push(Input { argument: argument.clone(), hints: hints.clone() });
        }
    }
    if let Some(manifest) = &args.manifest {
        for entry in read_manifest(manifest)? {
            let lang = entry.lang.as_deref().map(language).transpose().map_err(wrong_usage)?;
            let hints = Hints {
                published: entry.published.or(hints.published),
                lang: lang.and_then(|lang| lang.0).or(hints.lang),
                url: entry.url.map(|url| url.to_string()),
                source: entry.outlet.or_else(|| hints.source.clone()),
            };
            inputs.push(Input { argument: entry.path.display().to_string(), hints });
        }
    }
    if args.url.is_some() && inputs.len() > 1 {
        return Err(wrong_usage(format!("--url is the address of one text, and {} are named", inputs.len())));
    }
    Ok(inputs)
}
