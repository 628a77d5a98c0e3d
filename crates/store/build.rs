//! A migration that is added is compiled in: `sqlx::migrate!` alone is not run again for it.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
