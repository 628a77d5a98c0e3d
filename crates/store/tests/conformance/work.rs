//! Tokens and jobs.

use crate::made::at;
use crate::place::Place;
use entente_store::{After, Job, JobTally, Mode, NewJob, Role, Store};
use std::collections::BTreeSet;

pub(crate) async fn a_token_is_known_by_its_secret(place: &Place) {
    let store = place.registry().await;
    let made = store.create_token("secret one", Role::Editor, "desk", at(1)).await.expect("made");
    store.create_token("secret two", Role::Reader, "", at(2)).await.expect("made");
    assert!(store.create_token("secret one", Role::Admin, "again", at(3)).await.is_err());
    assert_eq!(store.token_of("secret one").await.expect("read").as_ref(), Some(&made));
    assert_eq!(store.token_of("secret three").await.expect("read"), None);
    assert!(Role::Reader < Role::Editor && Role::Editor < Role::Admin);
    assert!(store.revoke_token(&made.id, at(9)).await.expect("written"));
    assert!(!store.revoke_token(&made.id, at(10)).await.expect("revoked already"));
    assert_eq!(store.token_of("secret one").await.expect("read"), None);
    let tokens = store.tokens().await.expect("read");
    let revoked: Vec<_> = tokens.iter().map(|token| (token.role, token.revoked)).collect();
    assert_eq!(revoked, [(Role::Editor, Some(at(9))), (Role::Reader, None)]);
    assert_eq!(store.revision().await.expect("read"), 0);
}

fn jobs(count: usize) -> Vec<NewJob> {
    (0..count).map(|n| NewJob { key: format!("job {n}"), body: format!("do {n}") }).collect()
}

fn keys(jobs: &[Job]) -> Vec<&str> {
    jobs.iter().map(|job| job.key.as_str()).collect()
}

pub(crate) async fn a_job_is_taken_once_and_comes_back(place: &Place) {
    let store = place.registry().await;
    assert_eq!(store.enqueue("read", &jobs(5), at(0)).await.expect("put in"), 5);
    assert_eq!(store.enqueue("read", &jobs(6), at(1)).await.expect("put in"), 1);
    let claim = async |who: &str, most, until, now| {
        store.claim_jobs("read", who, most, at(until), at(now)).await.expect("taken")
    };
    let first = claim("a", 2, 60, 2).await;
    assert_eq!(keys(&first), ["job 0", "job 1"]);
    assert_eq!((first[0].body.as_str(), first[0].attempts), ("do 0", 1));
    let second = claim("b", 2, 60, 2).await;
    assert_eq!(keys(&second), ["job 2", "job 3"]);
    assert!(store.claim_jobs("other", "a", 9, at(60), at(2)).await.expect("none").is_empty());
    assert!(store.finish_job(&first[0].id, "a").await.expect("done"));
    assert!(!store.finish_job(&first[1].id, "b").await.expect("another has it"));
    let retry = After::Retry(at(30));
    assert!(store.fail_job(&second[0].id, "b", "it broke", retry).await.expect("failed"));
    assert!(store.fail_job(&second[1].id, "b", "hopeless", After::GiveUp).await.expect("failed"));
    assert_eq!(keys(&claim("a", 9, 90, 3).await), ["job 4", "job 5"]);
    assert_eq!(keys(&claim("a", 9, 90, 31).await), ["job 2"], "it waited for its time");
    // Who held job 1 has not been heard of since; and can no longer say that it is done.
    let again = claim("c", 9, 90, 61).await;
    assert_eq!((keys(&again), again[0].attempts), (vec!["job 1"], 2));
    assert!(!store.finish_job(&again[0].id, "a").await.expect("it was taken away"));
    let tally = JobTally { open: 0, claimed: 4, done: 1, failed: 1 };
    assert_eq!(store.job_tally("read").await.expect("read"), tally);
    assert_eq!(store.revision().await.expect("read"), 0);
}

pub(crate) async fn workers_share_the_work(place: &Place) {
    const JOBS: usize = 60;
    let store = place.registry().await;
    store.enqueue("read", &jobs(JOBS), at(0)).await.expect("put in");
    let worker = async |who: String| {
        let store = Store::open(&place.url(), Mode::Write).await.expect("open");
        let mut taken = Vec::new();
        loop {
            let jobs = store.claim_jobs("read", &who, 3, at(60), at(1)).await.expect("taken");
            if jobs.is_empty() {
                store.close().await;
                return taken;
            }
            for job in jobs {
                assert!(store.finish_job(&job.id, &who).await.expect("done"));
                taken.push(job.key);
            }
        }
    };
    let (a, b, c) = tokio::join!(worker("a".to_owned()), worker("b".to_owned()), worker("c".to_owned()));
    assert!([&a, &b, &c].iter().all(|taken| !taken.is_empty()), "each has some");
    let all: Vec<&String> = a.iter().chain(&b).chain(&c).collect();
    assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (JOBS, JOBS));
}
