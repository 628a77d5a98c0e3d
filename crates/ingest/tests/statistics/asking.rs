//! Asking a statistics service that has its troubles, played by a server of this test.

use entente_ingest::statistics::api::{ApiError, Asked, Asker, Patience};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::time::Duration;

/// Serves each answer to one request, in turn, and returns the address.
fn serving(answers: Vec<&'static str>) -> Asked {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/data", listener.local_addr().unwrap()).parse().unwrap();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap();
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            assert!(request.to_lowercase().contains("accept: application/json"), "{request}");
            if answer == "slow" {
                // The connection stays open and says nothing; the next one is served meanwhile.
                std::thread::spawn(move || {
                    std::thread::sleep(Duration::from_secs(20));
                    drop(stream);
                });
                continue;
            }
            // The asker may have gone away: that is one of the troubles.
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    Asked { url, accept: "application/json", key: None, cut_at: None }
}

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
const HASTE: &str =
    "HTTP/1.1 429 Too Many\r\nretry-after: 7\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
const BROKEN: &str = "HTTP/1.1 500 Oops\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
const CUT: &str = "HTTP/1.1 200 OK\r\ncontent-length: 500\r\nconnection: close\r\n\r\n{\"data\":";
const NO_KEY: &str = "HTTP/1.1 401 No\r\ncontent-length: 4\r\nconnection: close\r\n\r\n{no}";
const GONE: &str = "HTTP/1.1 410 Gone\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

fn asker() -> Asker {
    Asker::new(Patience {
        timeout: Duration::from_secs(2),
        max_bytes: 1000,
        attempts: 3,
        first_wait: Duration::from_millis(1),
        longest_wait: Duration::from_millis(5),
    })
}

fn ask(answers: Vec<&'static str>) -> (Result<Vec<u8>, ApiError>, Vec<u128>) {
    let mut waits = Vec::new();
    let answer = asker().ask(&serving(answers), &mut |pause, _| waits.push(pause.as_millis()));
    (answer, waits)
}

#[test]
fn a_service_in_trouble_is_asked_again() {
    for (answers, waited) in [
        (vec![OK], vec![]),
        // It asks for seven seconds, more than this asker waits for anybody.
        (vec![HASTE, OK], vec![5]),
        (vec![BROKEN, BROKEN, OK], vec![1, 2]),
        (vec![CUT, OK], vec![1]),
        (vec!["slow", OK], vec![1]),
    ] {
        let (answer, waits) = ask(answers.clone());
        assert_eq!((answer.unwrap(), waits), (b"{}".to_vec(), waited), "{answers:?}");
    }
}

#[test]
fn patience_ends() {
    let (answer, waits) = ask(vec![BROKEN; 3]);
    let error = answer.unwrap_err().to_string();
    assert!(error.ends_with("/data answered 500 3 times; try again later, what was loaded stays"), "{error}");
    assert_eq!(waits, [1, 2]);
}

#[test]
fn what_asking_again_does_not_change_is_final() {
    let (answer, waits) = ask(vec![GONE]);
    assert!(matches!(answer.unwrap_err(), ApiError::Status { status: 410, attempts: 1, .. }));
    assert_eq!(waits, [0; 0]);
    // What a service says of a key is for the reader of its format.
    assert_eq!(ask(vec![NO_KEY]).0.unwrap(), b"{no}");
}
