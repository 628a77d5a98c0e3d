//! A bucket against a small store that speaks S3, in this process.

use super::*;
use crate::blobs::Blobs;
use entente_model::SnapshotHash;
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the store holds and was asked.
#[derive(Default)]
struct Held {
    objects: BTreeMap<String, Vec<u8>>,
    asked: Vec<String>,
    /// Answers that are given instead: status and body; status 0 hangs up.
    faults: VecDeque<(u16, &'static str)>,
}

/// A store of one bucket, `snapshots`.
struct Store {
    address: String,
    held: Arc<Mutex<Held>>,
}

impl Store {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let held = Arc::new(Mutex::new(Held::default()));
        let shared = Arc::clone(&held);
        // It ends with the process.
        thread::spawn(move || {
            for stream in listener.incoming() {
                answer(stream.unwrap(), &shared);
            }
        });
        Self { address, held }
    }

    fn blobs(&self, address: &str) -> Blobs {
        let access = Access {
            endpoint: Some(self.address.clone()),
            region: "eu-west-1".to_owned(),
            key: "AKIDEXAMPLE".to_owned(),
            secret: "very secret".to_owned(),
            token: None,
        };
        Blobs::in_bucket(&BucketName::parse(address).unwrap(), access).unwrap()
    }

    fn fail(&self, faults: &[(u16, &'static str)]) {
        self.held.lock().unwrap().faults.extend(faults);
    }

    /// Returns what was asked since the last time.
    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.held.lock().unwrap().asked)
    }
}

fn answer(mut stream: TcpStream, held: &Mutex<Held>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let (mut line, mut length) = (String::new(), 0);
    reader.read_line(&mut line).unwrap();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).unwrap();
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let (method, target) = line.split_once(' ').unwrap();
    let (path, query) = target.split(' ').next().unwrap().split_once('?').unwrap();
    let signed = ["X-Amz-Credential=AKIDEXAMPLE%2F", "%2Feu-west-1%2Fs3%2Faws4_request", "X-Amz-Signature="];
    assert!(signed.iter().all(|part| query.contains(part)), "{query}");
    let mut held = held.lock().unwrap();
    held.asked.push(format!("{method} {path}"));
    let (status, content) = match held.faults.pop_front() {
        Some((0, _)) => return,
        Some((status, told)) => (status, told.as_bytes().to_vec()),
        None if !path.starts_with("/snapshots/") => {
            (404, b"<Error><Code>NoSuchBucket</Code></Error>".to_vec())
        }
        None if method == "PUT" => {
            held.objects.insert(path.to_owned(), body);
            (200, Vec::new())
        }
        None => held.objects.get(path).map_or_else(
            || (404, b"<Error><Code>NoSuchKey</Code></Error>".to_vec()),
            |object| (200, object.clone()),
        ),
    };
    let head =
        format!("HTTP/1.1 {status} -\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", content.len());
    stream.write_all(head.as_bytes()).unwrap();
    if method != "HEAD" {
        stream.write_all(&content).unwrap();
    }
}

const TEXT: &[u8] = "Trade turnover reached $4.5 billion. Товарооборот вырос.".as_bytes();

#[test]
fn what_is_written_is_read_and_written_once() {
    let store = Store::start();
    let blobs = store.blobs("s3://snapshots/registry/a/");
    let hash = SnapshotHash::of(TEXT);
    assert_eq!(blobs.get(&hash).unwrap(), None);
    assert_eq!(blobs.put(TEXT).unwrap(), hash);
    assert_eq!(blobs.get(&hash).unwrap().as_deref(), Some(TEXT));
    let object = format!("/snapshots/registry/a/{}/{hash}.zst", &hash.as_str()[..2]);
    let asked = ["GET", "HEAD", "PUT", "GET"].map(|method| format!("{method} {object}"));
    assert_eq!(store.asked(), asked);
    assert_eq!(blobs.put(TEXT).unwrap(), hash);
    assert_eq!(store.asked(), [format!("HEAD {object}")], "what is there is left alone");
    // Another who looks there finds it; elsewhere it is not.
    assert_eq!(store.blobs("s3://snapshots/registry/a").get(&hash).unwrap().as_deref(), Some(TEXT));
    assert_eq!(store.blobs("s3://snapshots").get(&hash).unwrap(), None);
    assert_eq!((blobs.folder(), blobs.sweep().unwrap()), (None, 0));
    store.held.lock().unwrap().objects.insert(object.clone(), b"something else".to_vec());
    let damaged = blobs.get(&hash).unwrap_err().to_string();
    assert!(damaged.contains("s3://snapshots/registry/a/") && damaged.contains("is damaged"), "{damaged}");
}

#[test]
fn a_store_that_is_busy_is_asked_again() {
    let store = Store::start();
    let blobs = store.blobs("s3://snapshots");
    store.fail(&[(500, ""), (503, "<Error><Code>SlowDown</Code></Error>"), (0, "")]);
    let hash = blobs.put(TEXT).unwrap();
    assert_eq!(store.asked().len(), 5, "one to look in four tries, one to write");
    store.fail(&[(429, "")]);
    assert_eq!(blobs.get(&hash).unwrap().as_deref(), Some(TEXT));
    store.fail(&[(503, "<Error><Code>SlowDown</Code></Error>"); 4]);
    let error = blobs.get(&hash).unwrap_err();
    let why = std::error::Error::source(&error).unwrap().to_string();
    assert!(error.to_string().contains("cannot read \"s3://snapshots/"), "{error}");
    assert!(why.contains("503") && why.contains("SlowDown"), "{why}");
}

#[test]
fn a_refusal_is_told_at_once_and_is_no_absence() {
    let store = Store::start();
    let blobs = store.blobs("s3://snapshots");
    let hash = SnapshotHash::of(TEXT);
    store.fail(&[(403, "<Error><Code>AccessDenied</Code><Message>a secret</Message></Error>")]);
    let error = blobs.get(&hash).unwrap_err();
    let why = std::error::Error::source(&error).unwrap().to_string();
    assert!(why.contains("403") && why.contains("AccessDenied") && !why.contains("secret"), "{why}");
    assert_eq!(store.asked().len(), 1);
    let elsewhere = store.blobs("s3://another-bucket");
    assert!(elsewhere.get(&hash).is_err(), "there is no such bucket, which says nothing of the blob");
    assert!(elsewhere.put(TEXT).is_err());
    assert!(!format!("{blobs:?}").contains("secret"));
}

#[tokio::test]
async fn a_task_does_not_wait_for_the_network_on_its_thread() {
    let store = Store::start();
    let blobs = store.blobs("s3://snapshots");
    let hash = tokio::task::spawn_blocking({
        let blobs = blobs.clone();
        move || blobs.put(TEXT).unwrap()
    });
    let hash = hash.await.unwrap();
    assert_eq!(blobs.read(&hash).await.unwrap().as_deref(), Some(TEXT));
}

#[test]
fn names_of_buckets_are_plain() {
    for (address, shown) in [
        ("s3://abc", Some("s3://abc")),
        ("s3://abc/", Some("s3://abc")),
        ("s3://a-b.c/x/y_Z.1/", Some("s3://a-b.c/x/y_Z.1")),
        ("s3://ab", None),
        ("s3://Abc", None),
        ("s3://key:secret@abc", None),
        ("s3://abc/../x", None),
        ("s3://abc//x", Some("s3://abc/x")),
        ("s3://abc/x//y", None),
        ("s3://abc/x?y", None),
        ("http://abc", None),
    ] {
        let found = BucketName::parse(address).map(|name| name.to_string());
        assert_eq!(found.as_deref(), shown, "{address}");
    }
}
