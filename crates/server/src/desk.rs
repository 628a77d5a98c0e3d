//! Checking with the evidence that all requests share.

use crate::app::App;
use crate::problem::Problem;
use axum::http::StatusCode;
use entente_observatory::desk::NotReady;
use entente_observatory::input::{InputError, read_single, read_text};
use entente_observatory::wire::CheckWire;
use entente_observatory::{FetchError, Hints, ReadError, Reading, SAMPLE, SAMPLE_PUBLISHED};
use jiff::civil::Date;

/// A text with more claims is checked on a thread of its own.
const MANY: usize = 100;

/// So often is evidence fetched for one text that others have cleared away meanwhile.
const TRIES: usize = 5;

impl App {
    /// Checks a reading against what is on file, and makes of the report what is wanted of it.
    ///
    /// # Errors
    /// When the registry is not open or cannot be read, and what `make` fails with.
    pub async fn check<T: Send + 'static>(
        &self,
        reading: Reading,
        as_of: Date,
        make: impl FnOnce(CheckWire) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let revision = self.revision().await?;
        let mut reading = Box::new(reading);
        for _ in 0..TRIES {
            let app = self.clone();
            let checked = if reading.extraction.claims.len() > MANY {
                let work = tokio::task::spawn_blocking(move || app.desk().check(revision, reading, as_of));
                work.await.map_err(|_| Problem::internal())?
            } else {
                app.desk().check(revision, reading, as_of)
            };
            match checked {
                Ok(report) => return make(report),
                Err(NotReady(back)) => reading = back,
            }
            // One fetches; the others find it there.
            let _alone = self.fetching().lock().await;
            self.desk().fetch(self.registry()?, revision, &reading, as_of).await?;
            self.metrics().evidence(self.desk().observations() as u64);
        }
        Err(Problem::busy(std::time::Duration::from_secs(1)))
    }

    /// Checks the text that comes with the program, so that the first who asks need not wait for what is made once.
    ///
    /// # Errors
    /// When the registry cannot be read.
    pub async fn warm_up(&self) -> Result<(), Problem> {
        let hints = Hints { published: Some(SAMPLE_PUBLISHED), ..Hints::default() };
        let read = tokio::task::spawn_blocking(move || read_text("sample", SAMPLE, &hints).ok());
        let Some(reading) = read.await.ok().flatten() else { return Ok(()) };
        self.check(reading, self.clock().today(), |_| Ok(())).await
    }

    /// Reads the page at an address. It takes as long as the page does: not for a thread that others wait for.
    ///
    /// # Errors
    /// When the address is refused, the page cannot be had, or it is no text.
    pub fn read_page(&self, url: &str, hints: &Hints) -> Result<Reading, Problem> {
        read_single(url, self.fetcher(), hints).map_err(|error| {
            let status = match &error {
                InputError::Read(ReadError::Fetch(error)) => status_of(error),
                InputError::Read(_) => StatusCode::BAD_REQUEST,
                InputError::Page(_)
                | InputError::Feed(_)
                | InputError::AddressOfMany { .. }
                | InputError::ManyTexts { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Problem::field("url", told(&error)).with_status(status)
        })
    }
}

/// Tells an error with its causes.
fn told(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |cause| cause.source());
    causes.fold(error.to_string(), |told, cause| {
        let cause = cause.to_string();
        // One that is only passed on has the words of what it passes on.
        if told.ends_with(&cause) { told } else { format!("{told}: {cause}") }
    })
}

/// Says whose fault it is that a page could not be had.
const fn status_of(error: &FetchError) -> StatusCode {
    match error {
        FetchError::Timeout { .. } => StatusCode::GATEWAY_TIMEOUT,
        FetchError::Refused { .. } => StatusCode::BAD_REQUEST,
        FetchError::TooLarge { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::BAD_GATEWAY,
    }
}
