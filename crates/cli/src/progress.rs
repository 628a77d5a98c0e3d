//! A progress bar for many files, on a terminal only.

use crate::context::Context;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Makes a bar over `total` files; a hidden one for a single file or where nobody looks.
pub(crate) fn bar(context: &Context, total: usize) -> ProgressBar {
    let shown = context.shows_progress() && total > 1;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(total as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {per_sec}, {eta} left {wide_msg}") {
        bar.set_style(style);
    }
    bar
}
