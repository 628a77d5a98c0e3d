//! From the publishers' services.

use super::{Loader, Source};
use crate::failure::wrong_usage;
use entente_observatory::loading::Origin;
use entente_observatory::statistics::api::{
    ApiError, Asked, Asker, Bases, Patience, Service, world_bank_page,
};
use entente_observatory::statistics::comtrade::Comtrade;
use entente_observatory::statistics::facts::Format;
use entente_observatory::statistics::imts::Imts;
use entente_observatory::statistics::worldbank::{SERIES, pages_of, read_indicators};
use std::io::{Cursor, Write};
use std::time::Duration;

impl Loader<'_> {
    pub(super) fn fetch(&mut self, out: &mut dyn Write) -> anyhow::Result<()> {
        let bases = self.bases();
        let asker = Asker::new(Patience::default());
        match (self.args.source, self.args.monthly) {
            (Source::Comtrade, false) => self.answers(&asker, Service::Comtrade, &bases, &Comtrade, out),
            (Source::Comtrade, true) => {
                self.answers(&asker, Service::ComtradeMonthly, &bases, &Comtrade, out)
            }
            (Source::Imts, _) => self.answers(&asker, Service::Imts, &bases, &Imts, out),
            (Source::Worldbank, _) => self.pages(&asker, &bases, out),
            _ => Err(wrong_usage("this source has no service")),
        }
    }

    fn bases(&self) -> Bases {
        let mut bases = Bases::default();
        if let Some(base) = &self.args.base {
            (bases.comtrade, bases.imf, bases.worldbank) = (base.clone(), base.clone(), base.clone());
        }
        bases
    }

    fn years(&self) -> (i16, i16) {
        self.args.years.unwrap_or_default()
    }

    /// Loads each answer as one release. One that fails stops the rest: they would fail alike, and what was loaded stays.
    fn answers(
        &mut self,
        asker: &Asker,
        service: Service,
        bases: &Bases,
        format: &dyn Format,
        out: &mut dyn Write,
    ) -> anyhow::Result<()> {
        let key = self.args.key.as_deref();
        for asked in service.asked(bases, &self.args.reporters, self.years(), key) {
            let bytes = Box::new(Cursor::new(self.ask(asker, &asked)?));
            let name = asked.url.to_string();
            let (bar, day) = (self.bar.clone(), self.context.today());
            let mut progress = |filed| bar.set_position(filed);
            let cut_at = asked.cut_at.map(|most| most as u64);
            let origin = Origin { file: &name, bytes, url: Some(&name), cut_at };
            let loading = self.registry.load_file(format, origin, day, &mut progress);
            let (loaded, took) = Self::timed(|| self.runtime.block_on(loading));
            self.tell(&loaded?, took, out)?;
        }
        Ok(())
    }

    fn pages(&mut self, asker: &Asker, bases: &Bases, out: &mut dyn Write) -> anyhow::Result<()> {
        for (series, _) in SERIES {
            let mut pages: Vec<(String, Vec<u8>)> = Vec::new();
            let mut last = 1;
            while pages.len() < last {
                let page = u32::try_from(pages.len() + 1)?;
                let asked = world_bank_page(bases, &self.args.reporters, series, self.years(), page);
                let asked =
                    asked.ok_or_else(|| wrong_usage("--base is no address that pages can be asked of"))?;
                let bytes = self.ask(asker, &asked)?;
                let name = asked.url.to_string();
                last = pages_of(&name, &bytes)? as usize;
                pages.push((name, bytes));
            }
            let found = read_indicators(&pages, self.context.today())?;
            let (loaded, took) = Self::timed(|| self.runtime.block_on(self.registry.load_indicators(&found)));
            self.tell(&loaded?, took, out)?;
        }
        Ok(())
    }

    fn ask(&self, asker: &Asker, asked: &Asked) -> anyhow::Result<Vec<u8>> {
        self.bar.set_message(asked.url.to_string());
        let mut waiting = |pause: Duration, error: &ApiError| {
            self.say(&format!("{error}; asking again in {} s", pause.as_secs().max(1)));
        };
        Ok(asker.ask(asked, &mut waiting)?)
    }
}
