//! What a page must keep: the checks stand in `audit.js` and run in the page.

use super::View;
use super::tab::Tab;

/// The checks, as one function that returns what is wrong.
const CHECKS: &str = include_str!("audit.js");

/// Where the links of a page lead.
pub(super) const LINKS: &str = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href)";

/// Opens every fold of a page.
const UNFOLD: &str = "document.querySelectorAll('details').forEach(d => { d.open = true })";

/// Returns what is wrong with the page that is open, with its folds closed and open.
pub(super) fn run(tab: &mut Tab<'_>, view: View) -> anyhow::Result<Vec<String>> {
    let check = format!("({CHECKS})({:?})", view.lang);
    let mut faults = tab.ask_list(&check)?;
    tab.ask(UNFOLD)?;
    for fault in tab.ask_list(&check)? {
        if !faults.contains(&fault) {
            faults.push(format!("unfolded: {fault}"));
        }
    }
    Ok(faults)
}
