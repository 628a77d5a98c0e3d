//! Asking a server on this machine without a browser: the status and the type of an address, and no more.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::Context;

/// What an address answers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: u16,
    /// The type of the content, without its parameters.
    pub(crate) content_type: String,
    /// Where it sends, for a status of 300 to 399.
    pub(crate) location: Option<String>,
    /// The content, as far as it is text.
    pub(crate) body: String,
}

/// Gets a path of a server at `host`, such as `127.0.0.1:8080`.
pub(crate) fn get(host: &str, path: &str) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect(host).with_context(|| format!("cannot reach {host}"))?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept: */*\r\nConnection: close\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).with_context(|| format!("{path} is not answered"))?;
    parse(&bytes).with_context(|| format!("{path} is answered with what is no HTTP"))
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        let named =
            |line: &&str| line.split_once(':').is_some_and(|(name, _)| name.eq_ignore_ascii_case(wanted));
        head.lines().find(named)?.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let content_type = header("content-type").unwrap_or_default();
    let content_type = content_type.split(';').next().unwrap_or_default().trim().to_owned();
    Some(Answer { status, content_type, location: header("location"), body: body.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_taken_apart() {
        let answer = parse(b"HTTP/1.1 308 Permanent Redirect\r\nLocation: /a\r\ncontent-type: text/html; charset=utf-8\r\n\r\nx\r\n\r\ny");
        let expected = Answer {
            status: 308,
            content_type: "text/html".to_owned(),
            location: Some("/a".to_owned()),
            body: "x\r\n\r\ny".to_owned(),
        };
        assert_eq!(answer, Some(expected));
        assert_eq!(parse(b"no HTTP"), None);
    }
}
