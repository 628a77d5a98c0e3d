//! `cargo xtask e2e`: the pages of a server in a browser, checked one by one in two languages and two widths.
//!
//! It makes a registry of texts of our own wording, starts the server on it, follows the links of its pages, and looks at
//! each page as a person with a screen, a keyboard, a screen reader or a printer meets it.

mod audit;
mod browser;
mod connection;
mod crawl;
mod editing;
mod form;
mod keyboard;
mod server;
mod tab;

use std::path::PathBuf;

use anyhow::bail;

use browser::Browser;
use server::Server;

#[derive(Default, clap::Args)]
pub(crate) struct Args {
    /// Fail where Chromium is not installed; without this nothing is checked there
    #[arg(long)]
    require_chromium: bool,
    /// Write a picture of each page into this folder
    #[arg(long, value_name = "DIR")]
    pictures: Option<PathBuf>,
    /// Look at a server that runs already, such as http://127.0.0.1:8080, in place of one that is started for this
    #[arg(long, value_name = "URL")]
    at: Option<String>,
    /// Look at pages whose path starts with this only, such as /pairs
    #[arg(long, value_name = "PATH")]
    only: Option<String>,
}

impl Args {
    /// Every page, and no pictures.
    pub(crate) fn all(require_chromium: bool) -> Self {
        Self { require_chromium, ..Self::default() }
    }
}

/// How a page is looked at.
#[derive(Debug, Clone, Copy)]
struct View {
    lang: &'static str,
    width: u32,
    dark: bool,
}

/// Each language at the width of a phone and of a desk, and once in the dark.
const VIEWS: &[View] = &[
    View { lang: "en", width: 1280, dark: false },
    View { lang: "en", width: 360, dark: false },
    View { lang: "en", width: 1280, dark: true },
    View { lang: "ru", width: 1280, dark: false },
    View { lang: "ru", width: 360, dark: false },
];

impl View {
    fn name(self) -> String {
        format!("{} {}{}", self.lang, self.width, if self.dark { " dark" } else { "" })
    }
}

/// What is wrong, each with the page and the view it was seen in.
#[derive(Debug, Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, path: &str, view: &str, fault: &str) {
        self.0.push(format!("{path} ({view}): {fault}"));
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let Some(program) = browser::find() else {
        if args.require_chromium {
            bail!("Chromium is not installed: none of {} is on PATH", browser::NAMES.join(", "));
        }
        println!("the pages are not looked at: Chromium is not installed");
        return Ok(());
    };
    let server = match &args.at {
        Some(address) => Server::at(address),
        None => Server::start()?,
    };
    let mut browser = Browser::start(&program)?;
    let mut faults = Faults::default();
    let pages = crawl::run(&mut browser, &server, args, &mut faults)?;
    if args.only.is_none() {
        form::run(&mut browser, &server, &mut faults)?;
        editing::run(&mut browser, &server, args, &mut faults)?;
    }
    println!("{pages} pages looked at in {} views: {} faults", VIEWS.len(), faults.0.len());
    if faults.0.is_empty() {
        return Ok(());
    }
    for fault in &faults.0 {
        println!("  {fault}");
    }
    bail!("{} faults on the pages", faults.0.len())
}
