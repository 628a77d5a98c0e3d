//! `entente reference`: the text of docs/cli.md, from what the commands say of themselves.

use crate::args::Cli;
use crate::failure::Exit;
use clap::CommandFactory;
use std::io::Write;

/// Print the reference of all commands as Markdown.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

const HEAD: &str = "# The command line\n\n\
This page is printed by `entente reference`; a test keeps it so. Data goes to standard output, everything else to\n\
standard error.\n\n\
| exit code | meaning |\n|---|---|\n\
| 0 | done |\n\
| 1 | something failed; what could be done was done |\n\
| 2 | wrong usage: an unknown country code, a bad date, a folder where a file is wanted |\n\
| 3 | nothing on file for what was named |\n\
| 4 | an outcome named by `--fail-on` was met |\n";

pub(crate) fn run(out: &mut dyn Write) -> anyhow::Result<Exit> {
    let mut root = Cli::command().term_width(100);
    root.build();
    write!(out, "{HEAD}")?;
    section(&mut root, "entente", out)?;
    let names: Vec<String> = visible(&root);
    for name in names {
        if let Some(command) = root.find_subcommand_mut(&name) {
            section(command, &format!("entente {name}"), out)?;
        }
    }
    Ok(Exit::Done)
}

fn visible(command: &clap::Command) -> Vec<String> {
    command.get_subcommands().filter(|c| !c.is_hide_set()).map(|c| c.get_name().to_owned()).collect()
}

fn section(command: &mut clap::Command, title: &str, out: &mut dyn Write) -> anyhow::Result<()> {
    let help = command.render_long_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    write!(out, "\n## `{title}`\n\n```text\n{}\n```\n", lines.join("\n").trim_end())?;
    Ok(())
}
