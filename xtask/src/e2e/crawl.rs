//! The pages of a server, found by following the links of its first one, each looked at in every view.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;

use anyhow::Context;

use super::browser::Browser;
use super::server::Server;
use super::tab::{Opened, Tab};
use super::{Args, Faults, VIEWS, View, audit, keyboard};
use crate::http;

/// So many pages that are alike but for what they show are looked at.
const ALIKE: usize = 2;

/// Pages that must be found from the first one, by how their path begins.
const EXPECTED: &[&str] = &[
    "/",
    "/pairs/KAZ-UZB",
    "/documents/",
    "/claims/",
    "/check",
    "/sources",
    "/definitions",
    "/conflicts",
    "/conflicts/",
    "/review",
    "/items",
    "/items?view=board",
    "/items?view=months",
    "/items/",
    "/projects",
    "/projects/",
    "/agreements",
    "/agreements/",
    "/sign-in",
    "/targets",
    "/commissions",
    "/sessions/",
    "/officials",
    "/officials/",
    "/pairs/KAZ-UZB/brief",
];

/// The height of a picture.
const PICTURE: u64 = 1800;

/// Looks at the pages and returns how many there are.
pub(super) fn run(
    browser: &mut Browser,
    server: &Server,
    args: &Args,
    faults: &mut Faults,
) -> anyhow::Result<usize> {
    if let Some(folder) = &args.pictures {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut site = Site::new(server);
    while let Some(path) = site.waiting.pop_front() {
        if !site.is_page(&path, faults)
            || !args.only.as_ref().is_none_or(|only| path == "/" || path.starts_with(only))
        {
            continue;
        }
        site.pages.push(path.clone());
        // A tab for each page: one that has printed shows nothing new at times.
        let mut tab = browser.tab()?;
        for view in VIEWS {
            tab.view(*view)?;
            look(&mut tab, &mut site, &path, *view, args, faults)?;
        }
        drop(tab);
        let mut tab = browser.tab()?;
        tab.open(&format!("{}{path}", site.address))?;
        print(&mut tab, &path, faults)?;
    }
    let missing = |expected: &&&str| match **expected {
        "/" => false,
        start => !site.pages.iter().any(|page| page.starts_with(start)),
    };
    if args.only.is_none() {
        for expected in EXPECTED.iter().filter(missing) {
            faults.add(expected, "links", "no link leads there from the first page");
        }
    }
    Ok(site.pages.len())
}

/// What is known of the pages so far.
struct Site {
    address: String,
    host: String,
    waiting: VecDeque<String>,
    pages: Vec<String>,
    /// Paths that were asked for, with their types; what answers with an error is told once.
    answered: BTreeSet<String>,
    alike: BTreeMap<String, usize>,
}

impl Site {
    fn new(server: &Server) -> Self {
        Self {
            address: server.address().to_owned(),
            host: server.host().to_owned(),
            waiting: VecDeque::from(["/".to_owned()]),
            pages: Vec::new(),
            answered: BTreeSet::from(["/".to_owned()]),
            alike: BTreeMap::new(),
        }
    }

    /// Says whether a path is that of a page which is to be looked at.
    fn is_page(&mut self, path: &str, faults: &mut Faults) -> bool {
        let answer = match http::get(&self.host, path) {
            Ok(answer) => answer,
            Err(error) => {
                faults.add(path, "links", &format!("{error:#}"));
                return false;
            }
        };
        if answer.status >= 400 {
            faults.add(path, "links", &format!("answers {}", answer.status));
        }
        if let Some(target) = answer.location.as_deref().filter(|_| answer.status >= 300) {
            self.add(target);
            return false;
        }
        // Each page is looked at in both languages anyway.
        if answer.content_type != "text/html" || names_language(path) {
            return false;
        }
        let count = self.alike.entry(shape(path)).or_default();
        *count += 1;
        *count <= ALIKE
    }

    /// Notes where a link leads, if it is to this server and new.
    fn add(&mut self, link: &str) {
        let path = link.strip_prefix(&self.address).unwrap_or(link);
        let path = path.split('#').next().unwrap_or_default();
        if path.starts_with('/') && !path.starts_with("//") && self.answered.insert(path.to_owned()) {
            self.waiting.push_back(path.to_owned());
        }
    }
}

fn names_language(path: &str) -> bool {
    path.split_once('?').is_some_and(|(_, query)| query.split('&').any(|pair| pair.starts_with("lang=")))
}

/// Returns what pages that are alike have in common: how many parts the path has, the first of them, and the names of
/// the parameters.
fn shape(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut parts = path.trim_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.skip(1).collect();
    let mut names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    names.sort_unstable();
    names.dedup();
    let depth = path.trim_matches('/').matches('/').count();
    format!("{first}/{depth}/{}?{}", rest.join("/"), names.join("&"))
}

/// Opens a page in one view, notes its links and what is wrong with it.
fn look(
    tab: &mut Tab<'_>,
    site: &mut Site,
    path: &str,
    view: View,
    args: &Args,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    let name = view.name();
    let opened = tab.open(&format!("{}{path}", site.address))?;
    for fault in requests(&opened, &site.address) {
        faults.add(path, &name, &fault);
    }
    if let Some(folder) = &args.pictures {
        let dark = if view.dark { "-dark" } else { "" };
        let file = format!("{}-{}-{}{dark}.png", file_name(path), view.lang, view.width);
        let picture = tab.picture(view.width, PICTURE)?;
        fs::write(folder.join(&file), picture).with_context(|| format!("cannot write {file}"))?;
    }
    tab.view(view)?;
    for fault in audit::run(tab, view)? {
        faults.add(path, &name, &fault);
    }
    for link in tab.ask_list(audit::LINKS)? {
        site.add(&link);
    }
    if !view.dark {
        for fault in keyboard::run(tab)? {
            faults.add(path, &name, &fault);
        }
    }
    Ok(())
}

/// Returns a name of a file for a path: what is no letter or digit becomes a dash, identities are cut.
pub(super) fn file_name(path: &str) -> String {
    let name: String = path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "home".to_owned() } else { name.chars().take(48).collect() }
}

/// Returns what a page asked for that it should not have, and what it said on the console.
pub(super) fn requests(opened: &Opened, address: &str) -> Vec<String> {
    let mut faults: Vec<String> =
        opened.console.iter().map(|said| format!("the console says {said}")).collect();
    faults.extend(opened.failed.iter().cloned());
    let own = |request: &str| request.starts_with(address) || request.starts_with("data:");
    let foreign = opened.requests.iter().filter(|request| !own(request));
    faults.extend(foreign.map(|request| format!("asks another host: {request}")));
    if opened.status >= 400 {
        faults.push(format!("answers {}", opened.status));
    }
    faults
}

/// Prints the page that is open.
fn print(tab: &mut Tab<'_>, path: &str, faults: &mut Faults) -> anyhow::Result<()> {
    let pdf = tab.print()?;
    if !pdf.starts_with(b"%PDF") || pdf.len() < 2000 {
        faults.add(path, "print", &format!("prints {} bytes, which are no page", pdf.len()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_that_show_other_things_are_alike() {
        assert_eq!(shape("/pairs/KAZ-UZB"), shape("/pairs/KAZ-KGZ"));
        assert_eq!(shape("/claims?kind=exports&pair=A-B"), shape("/claims?pair=C-D&kind=imports"));
        assert_ne!(shape("/claims"), shape("/claims/1"));
        assert_ne!(shape("/pairs/KAZ-UZB"), shape("/pairs/KAZ-UZB/mirror"));
        assert_ne!(shape("/pairs/KAZ-UZB/brief"), shape("/pairs/KAZ-UZB/mirror"));
    }

    #[test]
    fn pictures_are_named_after_paths() {
        assert_eq!(file_name("/"), "home");
        assert_eq!(file_name("/pairs/KAZ-UZB?as_of=2024-01-01"), "pairs-KAZ-UZB-as-of-2024-01-01");
    }
}
