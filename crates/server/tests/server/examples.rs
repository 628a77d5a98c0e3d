//! The examples of docs/api.md, each of which is asked of a server.

use crate::place::Server;

/// Splits a command line at blanks outside single quotes, as a shell does.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            '#' if !quoted && word.is_empty() => break,
            c => word.push(c),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

#[test]
fn the_examples_of_the_page_work() {
    let page = include_str!("../../../../docs/api.md");
    let server = Server::start();
    let examples: Vec<&str> = page.lines().filter(|line| line.starts_with("curl ")).collect();
    assert!(examples.len() > 10, "{examples:?}");
    for example in examples {
        let (mut method, mut headers, mut body, mut address) =
            ("GET", Vec::new(), String::new(), String::new());
        let mut words = words(example).into_iter().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "-H" => headers.extend(words.next()),
                "-d" => (method, body) = ("POST", words.next().expect("a body")),
                _ => address = word,
            }
        }
        let path = address.strip_prefix("http://127.0.0.1:8080").expect("the address of the page");
        let headers: Vec<(&str, &str)> =
            headers.iter().filter_map(|header| header.split_once(": ")).collect();
        let reply = server.ask(method, path, &headers, &body);
        assert_eq!(reply.status, 200, "{example}: {}", reply.text());
        assert!(!reply.json().is_null(), "{example}");
    }
}
