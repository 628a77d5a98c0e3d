//! The server as its clients see it: started in this process, asked over a socket.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "the helpers of a test fail by panicking"
)]

mod configuration;
mod deployment;
mod edge;
mod examples;
mod hostile;
mod openapi;
mod operations;
mod place;
mod register;
mod told;
