//! What is wrong with an input or a registry is told in one line, and nothing is changed.

use crate::{Desk, SAMPLE, bytes_of, text};

#[track_caller]
fn fails(desk: &Desk, name: &str, arguments: &[&str], code: i32, says: &str) {
    let output = desk.command(name, arguments).output().expect("the binary runs");
    let told = text(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    let line = told.lines().next().unwrap_or_default();
    assert!(line.starts_with("entente: ") && line.contains(says), "{arguments:?}: {told}");
    assert!(output.stdout.is_empty(), "{}", text(&output.stdout));
}

#[test]
fn a_registry_that_is_none() {
    let desk = Desk::new();
    let sample = desk.write("sample.txt", SAMPLE);
    desk.write("text.db", "a text that somebody has named so ".repeat(200));
    let before = std::fs::read(desk.path("text.db")).expect("read");
    fails(&desk, "text.db", &["ingest", &sample], 1, "is damaged or is no registry");
    fails(&desk, "text.db", &["claims"], 1, "is damaged or is no registry");
    fails(&desk, "text.db", &["check", &sample], 1, "is damaged or is no registry");
    assert_eq!(std::fs::read(desk.path("text.db")).expect("read"), before);
    std::fs::create_dir(desk.path("folder.db")).expect("made");
    fails(&desk, "folder.db", &["ingest", &sample], 1, "is a folder");
    let address = ["claims", "--database", "mysql://a"];
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_entente")).args(address).output();
    let output = output.expect("the binary runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("write sqlite:PATH"));
}

#[test]
fn inputs_that_cannot_be_filed_are_passed_over() {
    let desk = Desk::new();
    let sample = desk.write("a.txt", SAMPLE);
    let binary = desk.write("b.bin", [0x7f, b'E', b'L', b'F', 0, 0, 1, 2, 3, 0, 0, 0, 255, 254].repeat(50));
    let empty = desk.write("c.txt", "");
    let foreign =
        desk.write("d.txt", "日本と中国の貿易額は三千億ドルに達した。両国は協力を強化する。".repeat(8));
    let arguments = ["ingest", "--published", "2024-07-13", &sample, &binary, &empty, &foreign, "none.txt"];
    let output = desk.run(&arguments);
    let (told, said) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert_eq!(told.lines().count(), 3, "{told}");
    assert!(said.contains("b.bin") && said.contains("none.txt") && said.contains("d.txt"), "{said}");
    assert!(said.contains("3 new, 0 changed, 0 unchanged, 2 could not be read; 10 claims"), "{said}");
    assert_eq!(desk.json(&["documents", "--format", "json"])["total"], 3);
}

#[test]
fn wrong_usage_makes_no_registry() {
    let desk = Desk::new();
    let sample = desk.write("a.txt", SAMPLE);
    let usage: [(&[&str], &str); 4] = [
        (&["ingest"], "nothing to file"),
        (&["ingest", "--url", "https://a.example/", &sample, &sample], "--url is the address of one text"),
        (&["check", "--save"], "nothing to check"),
        (&["claims", "KAZ", "KAZ"], "two different countries"),
    ];
    for (arguments, says) in usage {
        fails(&desk, "r.db", arguments, 2, says);
    }
    assert!(!desk.path("r.db").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_changes_nothing() {
    // A file may not grow past a limit that the shell sets: what a full disk looks like to the program.
    let desk = Desk::new();
    let texts: Vec<String> = (0..40)
        .map(|n| desk.write(&format!("{n}.txt"), SAMPLE.replace("$4.5 billion", &format!("${n}.5 billion"))))
        .collect();
    let first: Vec<&str> =
        std::iter::once("ingest").chain(texts.iter().take(2).map(String::as_str)).collect();
    desk.done(&first);
    let before = bytes_of(&desk, "r.db");
    let url = format!("sqlite:{}", desk.path("r.db").display());
    let script = format!(
        "trap '' XFSZ; ulimit -f 48; exec {} ingest --quiet --as-of 2026-11-26 --now 2026-11-26T12:00:00Z --database {url} {}",
        env!("CARGO_BIN_EXE_entente"),
        texts.join(" ")
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).output().expect("a shell");
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.lines().count() == 1 && said.starts_with("entente: "), "{said}");
    std::fs::remove_file(desk.path("r.db.copy")).expect("removed");
    std::fs::remove_dir_all(desk.path("r.db.copy.blobs")).expect("removed");
    let verify = desk.done(&["maintenance", "verify"]);
    assert!(verify.contains("\n0 faults"), "{verify}");
    let registry = |files: &[(String, Vec<u8>)]| files.iter().find(|file| file.0 == "registry").cloned();
    assert!(registry(&before) == registry(&bytes_of(&desk, "r.db")), "the registry was changed");
}
