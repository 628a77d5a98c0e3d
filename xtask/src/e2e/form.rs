//! The form that checks a text: typed in, sent, answered; a mistake keeps what was typed.

use anyhow::bail;

use super::browser::Browser;
use super::crawl::requests;
use super::server::Server;
use super::tab::Tab;
use super::{Faults, VIEWS, View};

const PATH: &str = "/check";

/// A text of our own wording with a claim that the bundled figures bear out.
const TEXT: &str = "Kazakhstan and Uzbekistan spoke about trade in Tashkent on Friday. Trade turnover between \
    Kazakhstan and Uzbekistan amounted to $4.4 billion in 2023.";

/// The form with a field for a text.
const FORM: &str = "document.querySelector('main form:has(textarea)')";

pub(super) fn run(browser: &mut Browser, server: &Server, faults: &mut Faults) -> anyhow::Result<()> {
    let mut tab = browser.tab()?;
    for view in VIEWS.iter().filter(|view| !view.dark) {
        tab.view(*view)?;
        for (what, check) in [("a text is checked", answered as Check), ("a mistake keeps the text", kept)] {
            tab.open(&format!("{}{PATH}", server.address()))?;
            if let Some(fault) = check(&mut tab, server.address(), *view)? {
                faults.add(PATH, &view.name(), &format!("{what}: {fault}"));
            }
        }
    }
    Ok(())
}

type Check = fn(&mut Tab<'_>, &str, View) -> anyhow::Result<Option<String>>;

/// Types a text into the form.
fn fill(tab: &mut Tab<'_>, text: &str) -> anyhow::Result<bool> {
    let found = tab.ask(&format!(
        "(() => {{ const f = {FORM}; f?.querySelector('textarea').focus(); return !!f }})()"
    ))?;
    if found == true {
        tab.type_text(text)?;
    }
    Ok(found == true)
}

/// Sends the form as a press of its button does, without the checks of the browser, and waits for the answer.
fn send(tab: &mut Tab<'_>, address: &str) -> anyhow::Result<Vec<String>> {
    let press = format!(
        "(() => {{ const form = {FORM}; form.noValidate = true;
        const button = form.querySelector('button:not([type=button]), [type=submit]');
        if (button) setTimeout(() => button.click(), 0);
        return !!button }})()"
    );
    let pressed = tab.ask(&press)?;
    if pressed != true {
        bail!("the form of {PATH} has no button");
    }
    let opened = tab.loaded(PATH)?;
    Ok(requests(&opened, address).into_iter().filter(|fault| !fault.starts_with("answers 4")).collect())
}

fn answered(tab: &mut Tab<'_>, address: &str, _: View) -> anyhow::Result<Option<String>> {
    if !fill(tab, TEXT)? {
        return Ok(Some("there is no form with a field for a text".to_owned()));
    }
    if let Some(fault) = send(tab, address)?.first() {
        return Ok(Some(fault.clone()));
    }
    let outcome = tab.ask("!!document.querySelector('main .o-supported, main .o-supported_otherwise')")?;
    let quote = tab.ask("document.querySelector('main').textContent.includes('$4.4 billion')")?;
    Ok((outcome != true || quote != true).then(|| "no verdict is shown".to_owned()))
}

fn kept(tab: &mut Tab<'_>, address: &str, _: View) -> anyhow::Result<Option<String>> {
    if !fill(tab, TEXT)? {
        return Ok(None); // Told already.
    }
    let spoilt = format!(
        "(() => {{ const d = {FORM}.querySelector('[name=published]'); if (!d) return false; d.type = 'text'; d.value = '2024-13-99'; return true }})()"
    );
    if tab.ask(&spoilt)? != true {
        return Ok(Some("there is no field for the date of publication".to_owned()));
    }
    // The browser says of a date that it cannot show that it cannot.
    let unshown = |fault: &&String| !fault.contains("does not conform to the required format");
    if let Some(fault) = send(tab, address)?.iter().find(unshown) {
        return Ok(Some(fault.clone()));
    }
    let text = tab.ask(&format!("{FORM}?.querySelector('textarea').value ?? ''"))?;
    if text.as_str().is_none_or(|text| !text.contains("amounted to $4.4 billion")) {
        return Ok(Some("the text is gone".to_owned()));
    }
    let told = tab.ask("document.querySelector('main').textContent.includes('2024-13-99')")?;
    Ok((told != true).then(|| "what was wrong is not named".to_owned()))
}
