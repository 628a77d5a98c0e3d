//! A page by keyboard: the skip link first, and wherever the focus goes it is seen.

use anyhow::bail;
use serde_json::Value;

use super::tab::Tab;

/// How many stops are looked at.
const STOPS: usize = 40;

/// Closes the folds; nothing has had the focus yet.
const START: &str = "document.querySelectorAll('details').forEach(d => { d.open = false }); scrollTo(0, 0)";

/// What has the focus, and how it is seen.
const FOCUS: &str = "(() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const box = e.getBoundingClientRect(), s = getComputedStyle(e);
  const ringed = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1) || s.boxShadow !== 'none'
    || e.type === 'date'; // The browser marks the part of it that has the focus.
  const within = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && box.width > 1;
  const text = (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 40);
  const href = e.getAttribute('href') ?? '';
  return { ringed, within, name: `<${e.tagName.toLowerCase()}> \"${text}\"`,
    skip: href.startsWith('#') && document.getElementById(href.slice(1)) !== null };
})()";

/// Says whether the address has gone to the main part, which it does a moment after the key.
const SKIPPED: &str = "new Promise(done => setTimeout(() => {
  const main = document.querySelector('main');
  const at = location.hash && document.getElementById(location.hash.slice(1));
  done(!!main && !!at && (main === at || main.contains(at) || at.contains(main)));
}, 100))";

/// Returns what is wrong with the page that is open.
pub(super) fn run(tab: &mut Tab<'_>) -> anyhow::Result<Vec<String>> {
    tab.ask(START)?;
    let mut faults = Vec::new();
    for stop in 0..STOPS {
        tab.press("Tab", 9, "")?;
        let focus = tab.ask(FOCUS)?;
        if focus.is_null() {
            break; // Past the last one.
        }
        let name = focus["name"].as_str().unwrap_or_default();
        if stop == 0 && focus["skip"] != Value::Bool(true) {
            faults.push(format!("the first stop of the keyboard is no skip link but {name}"));
        }
        for (key, fault) in [("within", "has the focus outside of the window"), ("ringed", "shows no focus")]
        {
            if focus[key] != Value::Bool(true) && faults.len() < 5 {
                faults.push(format!("{name} {fault}"));
            }
        }
    }
    if !faults.iter().any(|fault| fault.contains("no skip link")) {
        tab.ask("document.querySelector(\"a[href^='#']\")?.focus()")?;
        tab.press("Enter", 13, "\r")?;
        match tab.ask(SKIPPED)? {
            Value::Bool(true) => {}
            Value::Bool(false) => faults.push("the skip link does not lead to the main part".to_owned()),
            other => bail!("the page answers {other}"),
        }
    }
    Ok(faults)
}
