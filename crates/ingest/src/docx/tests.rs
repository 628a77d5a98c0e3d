//! Files made for the purpose.
