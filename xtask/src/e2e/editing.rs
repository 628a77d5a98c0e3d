//! An editor at work: signs in with a token, sees the forms on each page, accepts a statement, moves a project on, and is
//! told where somebody else was faster.

use std::fs;

use anyhow::{Context, bail};

use super::browser::Browser;
use super::crawl::{file_name, requests};
use super::server::Server;
use super::tab::{Opened, Tab};
use super::{Args, Faults, VIEWS, View, audit, keyboard};

/// Where the links of a list lead to its entries.
const FIRST: &str = "document.querySelector(\"main a[href^='/PATH/']\")?.getAttribute('href') ?? ''";

pub(super) fn run(
    browser: &mut Browser,
    server: &Server,
    args: &Args,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    let Some(token) = server.token() else { return Ok(()) };
    let mut tab = browser.tab()?;
    tab.view(VIEWS[0])?;
    sign_in(&mut tab, server, token, faults)?;
    let mut paths = vec!["/review".to_owned()];
    for list in ["projects", "items", "agreements", "claims"] {
        tab.open(&format!("{}/{list}", server.address()))?;
        let first = tab.ask(&FIRST.replace("PATH", list))?;
        match first.as_str().filter(|path| !path.is_empty()) {
            Some(path) => paths.push(path.to_owned()),
            None => faults.add(&format!("/{list}"), "editor", "nothing is listed"),
        }
    }
    drop(tab);
    for path in &paths {
        let mut tab = browser.tab()?;
        for view in VIEWS {
            look(&mut tab, server, path, *view, args, faults)?;
        }
    }
    let mut tab = browser.tab()?;
    tab.view(VIEWS[0])?;
    accept(&mut tab, server, faults)?;
    for path in paths.iter().filter(|path| path.starts_with("/projects/")) {
        move_on(&mut tab, server, path, faults)?;
    }
    Ok(())
}

/// Signs in as a person does; the page says who that is.
fn sign_in(tab: &mut Tab<'_>, server: &Server, token: &str, faults: &mut Faults) -> anyhow::Result<()> {
    const PATH: &str = "/sign-in";
    for (given, expect) in [("entente_0000", "wrong"), (token, "right")] {
        tab.open(&format!("{}{PATH}?back=/review", server.address()))?;
        tab.ask("document.querySelector('main input[name=token]').focus()")?;
        tab.type_text(given)?;
        let opened = press(tab, "main form", "button")?;
        let told = tab.ask("document.querySelector('[role=alert]') !== null")? == true;
        let signed_in =
            tab.ask("document.querySelector('footer form[action=\"/sign-out\"]') !== null")? == true;
        let fault = match expect {
            "wrong" if !told || signed_in || opened.status != 403 => "a wrong token is not refused",
            "right" if told || !signed_in => "a good token does not sign in",
            _ => continue,
        };
        faults.add(PATH, "editor", fault);
    }
    let cookie = tab.ask("document.cookie")?;
    if cookie.as_str().is_some_and(|cookie| cookie.contains("token")) {
        faults.add(PATH, "editor", "a script can read the token");
    }
    Ok(())
}

/// Presses a button of a form and waits for what comes.
fn press(tab: &mut Tab<'_>, form: &str, button: &str) -> anyhow::Result<Opened> {
    let pressed = tab.ask(&format!(
        "(() => {{ const b = document.querySelector({form:?})?.querySelector({button:?});
        if (b) setTimeout(() => b.click(), 0); return !!b }})()"
    ))?;
    if pressed != true {
        bail!("there is no {button} in {form}");
    }
    tab.loaded(form)
}

fn look(
    tab: &mut Tab<'_>,
    server: &Server,
    path: &str,
    view: View,
    args: &Args,
    faults: &mut Faults,
) -> anyhow::Result<()> {
    tab.view(view)?;
    let name = format!("editor, {}", view.name());
    let opened = tab.open(&format!("{}{path}", server.address()))?;
    for fault in requests(&opened, server.address()) {
        faults.add(path, &name, &fault);
    }
    if tab.ask("document.querySelector('main form[method=post]') !== null")? != true {
        faults.add(path, &name, "shows no form to an editor");
    }
    if let Some(folder) = &args.pictures {
        let dark = if view.dark { "-dark" } else { "" };
        let file = format!("editor-{}-{}-{}{dark}.png", file_name(path), view.lang, view.width);
        let picture = tab.picture(view.width, 2400)?;
        fs::write(folder.join(&file), picture).with_context(|| format!("cannot write {file}"))?;
        tab.view(view)?;
    }
    for fault in audit::run(tab, view)? {
        faults.add(path, &name, &fault);
    }
    if !view.dark {
        for fault in keyboard::run(tab)? {
            faults.add(path, &name, &fault);
        }
    }
    Ok(())
}

/// Accepts the first statement of the queue: it says so, and one less waits.
fn accept(tab: &mut Tab<'_>, server: &Server, faults: &mut Faults) -> anyhow::Result<()> {
    const WAITING: &str = "document.querySelectorAll('main #claims > ul > li').length";
    tab.open(&format!("{}/review", server.address()))?;
    if tab.ask(WAITING)? == 0 {
        faults.add("/review", "editor", "no statement waits");
        return Ok(());
    }
    let first = tab.ask("document.querySelector('main #claims input[name=claim]').value")?;
    press(tab, "main #claims form", "button[value=accept]")?;
    let told = tab.ask("document.querySelector('main [role=status]') !== null")?;
    let still = tab.ask(&format!("document.querySelector('main input[value={first}]') !== null"))?;
    if told != true || still == true {
        faults.add("/review", "editor", "an accepted statement still waits, or nothing is told");
    }
    Ok(())
}

/// Gives a project its next stage twice from one page: the second time somebody was faster.
fn move_on(tab: &mut Tab<'_>, server: &Server, path: &str, faults: &mut Faults) -> anyhow::Result<()> {
    const FORM: &str = "main #change form";
    let fill = "(() => { const f = document.querySelector('main #change form');
        f.elements.state.value = 'launched'; f.elements.evidence.value = 'https://news.example/<b>opened</b>';
        f.elements.why.value = 'read in the news' })()";
    tab.open(&format!("{}{path}", server.address()))?;
    let version = tab.ask("document.querySelector('main #change form').elements.version.value")?;
    tab.ask(fill)?;
    press(tab, FORM, "button")?;
    if tab.ask("document.querySelector('main [role=status]') !== null")? != true {
        faults.add(path, "editor", "a change is not told");
    }
    tab.ask(fill)?;
    tab.ask(&format!("document.querySelector('main #change form').elements.version.value = {version}"))?;
    tab.ask("document.querySelector('main #change form').elements.evidence.value = 'another'")?;
    tab.ask("document.querySelector('main #change form').elements.state.value = 'suspended'")?;
    let opened = press(tab, FORM, "button")?;
    if opened.status != 409 {
        faults.add(path, "editor", &format!("a change of what has changed since answers {}", opened.status));
    }
    Ok(())
}
