//! `cargo xtask bench register`: the lists and pages of the register over 100,000 claims and 5,000 projects, each asked for
//! a day of its own so that none is answered from memory; and what filing costs where much is on file.

use super::runs::binary;
use super::server::made::Made;
use super::texts::communique;
use crate::{http, service::Service, workspace};
use anyhow::{Context, bail};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Documents on file, ten claims each.
const DOCUMENTS: u32 = 10_000;
/// Projects on file.
const PROJECTS: u32 = 5_000;
/// So often each list and page is asked.
const ASKED: u32 = 120;
/// Milliseconds that 99 of 100 answers may take.
const TAIL_BAR: f64 = 50.0;
/// Documents on file where filing is measured.
const FEW: u32 = 1_000;
const MANY: u32 = 100_000;
/// Documents that are filed there.
const FILED: u64 = 300;
/// How often that is measured.
const ROUNDS: u32 = 3;
/// How much dearer filing may be where a hundred times as much is on file.
const COST_BAR: f64 = 1.3;
/// The size of a news item, in bytes.
const ITEM: usize = 2400;

const MAKES: &[&str] = &[
    "cement",
    "textile",
    "ceramic",
    "dairy",
    "furniture",
    "cable",
    "glass",
    "tractor",
    "solar",
    "poultry",
    "fertiliser",
    "steel",
    "pharmaceutical",
    "leather",
    "battery",
    "pipe",
    "fruit",
    "cotton",
    "logistics",
    "bus",
    "lift",
    "paper",
];
const TOWNS: &[&str] = &[
    "Shymkent",
    "Tashkent",
    "Almaty",
    "Bishkek",
    "Osh",
    "Khujand",
    "Samarkand",
    "Bukhara",
    "Taraz",
    "Aktau",
    "Navoi",
    "Namangan",
    "Dushanbe",
    "Karaganda",
    "Kokand",
    "Termez",
    "Nukus",
    "Fergana",
    "Turkistan",
    "Kostanay",
    "Jizzakh",
    "Sughd",
    "Naryn",
    "Talas",
    "Guliston",
    "Urgench",
    "Pavlodar",
    "Semey",
    "Oral",
    "Kulob",
];

/// What is asked; those that are not about a pair list everything on file.
const PATHS: &[&str] = &[
    "/api/v1/projects?limit=20",
    "/api/v1/pairs/KAZ-UZB/projects?limit=20",
    "/api/v1/pairs/KAZ-UZB/portfolio",
    "/api/v1/action-items",
    "/api/v1/agreements",
    "/api/v1/conflicts?pair=KAZ-UZB",
    "/api/v1/targets?pair=KAZ-UZB",
    "/api/v1/sessions?pair=KAZ-UZB",
    "/api/v1/officials",
    "/api/v1/review?limit=20",
    "/api/v1/pairs/KAZ-UZB/brief",
    "/projects",
    "/items",
    "/agreements",
    "/conflicts?pair=KAZ-UZB",
    "/targets?pair=KAZ-UZB",
    "/commissions",
    "/officials",
    "/review",
    "/pairs/KAZ-UZB",
    "/pairs/KAZ-UZB/brief",
];

pub(super) fn run() -> anyhow::Result<()> {
    let binary = binary()?;
    let programs = workspace::build(true)?;
    let folder = tempfile::tempdir()?;
    let registry = copied(&Made { documents: DOCUMENTS }, folder.path(), "asked.db")?;
    import(&binary, folder.path(), &registry)?;
    let mut missed = asked(&programs, &registry)?;
    missed.extend(filing(&binary, folder.path())?);
    if !missed.is_empty() {
        bail!("bars missed: {}", missed.join("; "));
    }
    Ok(())
}

/// Copies a registry, which is written to, and returns the copy's address.
fn copied(made: &Made, folder: &Path, name: &str) -> anyhow::Result<String> {
    let from = made.sqlite()?;
    let path = Path::new(from.strip_prefix("sqlite:").context("an address of SQLite")?).to_path_buf();
    let to = folder.join(name);
    fs::copy(&path, &to).with_context(|| format!("cannot copy {}", path.display()))?;
    let registry = format!("sqlite:{}", to.display());
    on_disk(&registry)?;
    Ok(registry)
}

/// Waits until what was written is on the disk: else the first who waits for that waits for all of it.
fn on_disk(registry: &str) -> anyhow::Result<()> {
    let path = registry.strip_prefix("sqlite:").context("an address of SQLite")?;
    for file in [path.to_owned(), format!("{path}-wal")] {
        if Path::new(&file).exists() {
            fs::File::open(&file)?.sync_all()?;
        }
    }
    Ok(())
}

/// Writes the line of a project. Names share words as those of real registers do, days, sectors and currencies vary.
fn project(n: u32) -> anyhow::Result<String> {
    let of =
        |words: &[&'static str], at: u32| words.get(at as usize % words.len()).copied().unwrap_or_default();
    let mixed = n.wrapping_mul(2_654_435_761) >> 8;
    let pair = of(&["KAZ-UZB", "KAZ-KGZ", "KAZ-TJK", "KGZ-UZB", "TJK-UZB"], n);
    let name = format!(
        "{} of a {} {} in {}, line {}",
        of(&["Construction", "Modernisation", "Launch", "Extension"], mixed),
        of(MAKES, mixed / 4),
        of(&["plant", "workshop", "complex", "cluster", "centre"], mixed / 7),
        of(TOWNS, mixed / 11),
        1 + mixed % 9
    );
    let section = of(&["C", "A", "H", "D", "G", "F", "B", "I"], mixed / 3);
    let value = format!("{}.{:02}", 200_000 + 7919 * (mixed % 90_000), mixed % 100);
    let currency = of(&["USD", "USD", "USD", "KZT", "UZS", "EUR"], mixed / 5);
    let jobs = if mixed.is_multiple_of(9) { String::new() } else { (20 + mixed % 400).to_string() };
    let stage = of(&["announced", "agreed", "financed", "under_construction", "launched"], mixed / 13);
    let (year, month, day) = (2016 + mixed / 17 % 9, 1 + mixed / 19 % 12, 1 + mixed / 23 % 28);
    Ok(format!(
        "{pair},\"{name}\",{section},{},{},{value},{currency},{jobs},{stage},{year}-{month:02}-{day:02},\
         https://press.example/{n}\n",
        pair.get(..3).unwrap_or_default(),
        of(TOWNS, mixed / 11),
    ))
}

fn import(binary: &Path, folder: &Path, registry: &str) -> anyhow::Result<()> {
    let mut table = "Pair,Name,Sector,Country,Town,Value,Currency,Jobs,State,State day,Evidence\n".to_owned();
    for n in 0..PROJECTS {
        table.push_str(&project(n)?);
    }
    let file = folder.join("projects.csv");
    fs::write(&file, table)?;
    let start = Instant::now();
    let mut command = Command::new(binary);
    command.args(["import", "projects"]).arg(&file).args(["--database", registry]).stdout(Stdio::null());
    workspace::finish(&mut command)?;
    println!("{PROJECTS} projects imported in {:.1} s", start.elapsed().as_secs_f64());
    on_disk(registry)?;
    Ok(())
}

/// Asks for every list and page and returns the bars that were missed.
fn asked(programs: &Path, registry: &str) -> anyhow::Result<Vec<String>> {
    let mut command = Command::new(programs.join("entente-server"));
    command.args(["--bind", "127.0.0.1:0", "--database", registry]).stderr(Stdio::null());
    let service = Service::start(&mut command)?;
    let mut missed = Vec::new();
    println!("{:44} {:>9} {:>9}   bar {TAIL_BAR:.0}", "milliseconds", "half", "99 %");
    for path in PATHS {
        let mut took = Vec::new();
        for n in 0..ASKED {
            let (month, day) = (1 + n / 28 % 12, 1 + n % 28);
            let joint = if path.contains('?') { '&' } else { '?' };
            let dated = format!("{path}{joint}as_of=2025-{month:02}-{day:02}");
            let start = Instant::now();
            let answer = http::get(service.host(), &dated)?;
            took.push(start.elapsed().as_secs_f64() * 1e3);
            if answer.status != 200 {
                bail!("{dated} answers {}: {}", answer.status, answer.body);
            }
        }
        took.sort_by(f64::total_cmp);
        let of = |part: usize| took.get(took.len() * part / 100).copied().unwrap_or_default();
        println!("{path:44} {:9.2} {:9.2}", of(50), of(99));
        if of(99) > TAIL_BAR {
            missed.push(format!("{path} takes {:.0} ms", of(99)));
        }
    }
    Ok(missed)
}

/// Files the same texts where few and where many are on file, and compares.
fn filing(binary: &Path, folder: &Path) -> anyhow::Result<Vec<String>> {
    let texts = folder.join("texts");
    fs::create_dir(&texts)?;
    for seed in 0..FILED {
        fs::write(texts.join(format!("{seed:04}.txt")), communique(90_000 + seed, ITEM))?;
    }
    // The disk has moods, which are no part of the cost: of three times the best counts, and few and many take turns.
    let [mut few, mut many] = [f64::INFINITY; 2];
    for _ in 0..ROUNDS {
        few = few.min(filed(binary, folder, &texts, FEW)?);
        many = many.min(filed(binary, folder, &texts, MANY)?);
    }
    println!("beside {MANY} it costs {:.2} times as much (bar {COST_BAR})", many / few);
    Ok(if many > few * COST_BAR { vec![format!("filing costs {:.2} times", many / few)] } else { Vec::new() })
}

/// Files the texts where so many documents are on file, and returns the milliseconds that each takes.
fn filed(binary: &Path, folder: &Path, texts: &Path, documents: u32) -> anyhow::Result<f64> {
    let registry = copied(&Made { documents }, folder, &format!("{documents}.db"))?;
    let mut command = Command::new(binary);
    command.args(["ingest", "--quiet", "--published", "2025-03-01", "--database", &registry]).arg(texts);
    let start = Instant::now();
    workspace::finish(command.stdout(Stdio::null()))?;
    let each = start.elapsed().as_secs_f64() * 1e3 / FILED as f64;
    println!("filing a document beside {documents}: {each:.2} ms");
    remove(folder, documents);
    Ok(each)
}

/// Removes a copy with its blobs: it may be large, and what it has would be there already the next time.
fn remove(folder: &Path, documents: u32) {
    let of = |rest: &str| folder.join(format!("{documents}.db{rest}"));
    for rest in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(of(rest));
    }
    let _ = fs::remove_dir_all(of(".blobs"));
}
