//! The files under deploy/ are such that a server starts with them.

use entente_server::Config;
use std::path::Path;
use std::process::Command;

fn deploy(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").join(name)
}

#[test]
fn the_settings_are_read() {
    let config = Config::read(&deploy("entente.toml")).expect("read");
    assert_eq!(config.bind.port(), 8080);
    assert!(config.bind.ip().is_loopback(), "a proxy stands before it");
    assert_eq!(config.trusted_proxies.len(), 2);
    assert_eq!(config.database, None, "its address holds a password");
}

#[test]
fn the_limits_of_the_unit_hold_those_of_the_settings() {
    let unit = std::fs::read_to_string(deploy("entente.service")).expect("read");
    let number = |key: &str| {
        let line = unit.lines().find_map(|line| line.strip_prefix(key));
        line.and_then(|value| value.parse::<u32>().ok()).expect("a number")
    };
    let config = Config::default();
    assert!(number("TimeoutStopSec=") > config.stop_seconds, "it is not killed while it answers");
    assert!(number("LimitNOFILE=") > 4 * config.connections);
}

#[test]
fn systemd_finds_nothing_wrong_with_the_unit() {
    // The program is not installed where tests run; another stands in for it.
    let unit = std::fs::read_to_string(deploy("entente.service")).expect("read");
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("entente.service");
    std::fs::write(&copy, unit.replace("/usr/local/bin/entente-server", "/bin/true")).expect("written");
    let Ok(output) = Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&copy).output() else {
        println!("skipped: systemd-analyze is not installed");
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("entente.service:"), "{said}");
}
