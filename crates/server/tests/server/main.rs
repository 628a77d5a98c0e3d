//! The server as its clients see it: started in this process, asked over a socket.

mod configuration;
