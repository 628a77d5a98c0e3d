//! docs/configuration.md says what the structure says.

use entente_server::config;
use expect_test::expect_file;

#[test]
fn the_page_is_what_the_structure_says() {
    expect_file!["../../../../docs/configuration.md"].assert_eq(&config::page());
}
