//! A connection to Chromium by its DevTools protocol: JSON messages, each ended by a zero byte, over a pair of pipes.
//!
//! Pipes need no websocket and no port, and the browser ends when they close, for whatever reason.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::ChildStdin;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use serde_json::{Value, json};

/// How long an answer or an event may take before something is wrong.
const PATIENCE: Duration = Duration::from_secs(60);

/// The two ends of the pipes.
pub(super) struct Connection {
    input: ChildStdin,
    messages: Receiver<Value>,
    events: VecDeque<Value>,
    last: u64,
}

impl Connection {
    pub(super) fn new(input: ChildStdin, output: impl Read + Send + 'static) -> Self {
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            let mut bytes = Vec::new();
            while output.read_until(0, &mut bytes).is_ok_and(|read| read > 0) {
                bytes.pop();
                let Ok(message) = serde_json::from_slice(&bytes) else { break };
                if sender.send(message).is_err() {
                    break;
                }
                bytes.clear();
            }
        });
        Self { input, messages, events: VecDeque::new(), last: 0 }
    }

    /// Calls a method and returns its result. Events that come before it are kept.
    pub(super) fn call(
        &mut self,
        session: Option<&str>,
        method: &str,
        params: Value,
    ) -> anyhow::Result<Value> {
        self.last += 1;
        let mut message = json!({"id": self.last, "method": method, "params": params});
        if let Some(session) = session {
            message["sessionId"] = session.into();
        }
        let mut bytes = serde_json::to_vec(&message)?;
        bytes.push(0);
        self.input.write_all(&bytes).with_context(|| format!("the browser is gone before {method}"))?;
        loop {
            let mut answer = self.next(method)?;
            if answer["id"] == self.last {
                if let Some(error) = answer.get("error") {
                    bail!("{method}: {error}");
                }
                return Ok(answer["result"].take());
            }
            if answer.get("method").is_some() {
                self.events.push_back(answer);
            }
        }
    }

    /// Waits for an event of a session, and returns the events up to it; it is the last of them.
    pub(super) fn wait(&mut self, session: &str, method: &str) -> anyhow::Result<Vec<Value>> {
        let mut before = Vec::new();
        loop {
            let event = match self.events.pop_front() {
                Some(event) => event,
                None => self.next(method)?,
            };
            let found = event["method"] == method && event["sessionId"] == session;
            before.push(event);
            if found {
                return Ok(before);
            }
        }
    }

    /// Returns the events that were kept.
    pub(super) fn kept(&mut self) -> Vec<Value> {
        let mut events: Vec<Value> = self.events.drain(..).collect();
        events.extend(self.messages.try_iter());
        events
    }

    fn next(&mut self, awaited: &str) -> anyhow::Result<Value> {
        let message = self.messages.recv_timeout(PATIENCE);
        message.with_context(|| format!("no answer of the browser to {awaited} in {} s", PATIENCE.as_secs()))
    }
}
