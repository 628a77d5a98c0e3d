//! What is told and entered: the last session, open items, the portfolio, targets, claims, conflicts, coming events.

use super::{Writer, shortened, stated};
use crate::answers::ClaimItem;
use crate::brief::wording::{percent, period, quantity, word};
use crate::brief::{Line, Section};
use crate::conflicts::{Found, Standing, StatementItem};
use crate::gist::InShort;
use crate::portfolio::{Course, KINDS, LadderItem};
use crate::projects::Sums;
use crate::register::EntryWire;
use crate::registry::RegistryError;
use crate::sessions::{SessionItem, SourceItem};
use crate::since::last_held;
use crate::targets::{StepItem, TargetItem, TargetStatus};
use entente_model::{
    Decimal, DocumentId, EntryKind, EventKind, EventStatus, ItemStatus, Outcome, Pace, Portion, decimal,
};
use entente_store::{ClaimFilter, EntryFilter};
use jiff::ToSpan as _;
use std::collections::BTreeSet;

/// How many sentences each section has at most, so that two pages hold them.
const ITEMS: u32 = 8;
pub(in crate::brief) const TARGETS: usize = 3;
const CLAIMS: usize = 7;
pub(in crate::brief) const CONFLICTS: usize = 5;
const COMING: usize = 5;
/// How many notes a sentence has at most.
const NOTES: usize = 3;
const FEW: u32 = 3;
/// How many claims are looked through for those that are told: so many at first, so many where these are not enough.
pub(in crate::brief) const FIRST: u32 = 40;
const LOOKED_THROUGH: u32 = 200;
/// What is said of a portfolio is told where it is known since so many days before the newest of it.
const DAYS_OF_HEADLINES: i64 = 92;
/// Events are told of so many days ahead.
const DAYS_AHEAD: i64 = 366;

impl Writer<'_> {
    /// The last session of the commission, and the next where one is planned.
    pub(in crate::brief) async fn session(&mut self) -> Result<Option<Section>, RegistryError> {
        let sessions = self.registry.sessions(Some(self.pair), self.as_of).await?.items;
        let last = last_held(&sessions, self.as_of);
        let next = sessions.iter().rev().find(|session| {
            session.status == EventStatus::Planned && last.is_none_or(|last| session.date > last.date)
        });
        let lines = last.into_iter().chain(next).map(|session| self.of_session(session)).collect();
        Ok(self.section("brief-section-session", lines))
    }

    fn of_session(&mut self, session: &SessionItem) -> Line {
        let mut parts = Vec::new();
        if let Some(number) = session.ordinal {
            parts.push(self.say("brief-number", &[("number", &number.to_string())]));
        }
        parts.extend(session.date.map(|date| self.day(date)));
        parts.extend(session.place.clone());
        let chairs: Vec<String> = session
            .co_chairs()
            .map(|person| match &person.office {
                Some(office) => format!("{} ({office})", person.name),
                None => person.name.clone(),
            })
            .collect();
        if !chairs.is_empty() {
            parts.push(self.say("brief-led-by", &[("people", &chairs.join("; "))]));
        }
        if !session.agenda.is_empty() {
            parts.push(self.say("brief-spoken", &[("topics", &shortened(&session.agenda.join(", ")))]));
        }
        parts.push(self.say("brief-told-by", &[("voices", &session.voices.to_string())]));
        let text = format!("{}: {}.", session.name(self.lang), parts.join("; "));
        let sources: Vec<SourceItem> = one_a_voice(&session.sources);
        let notes = sources.iter().take(NOTES).map(|source| self.note_of_source(source)).collect();
        Line { text, notes }
    }

    /// Action items that are owed: those overdue and those due next.
    pub(in crate::brief) async fn items(&mut self) -> Result<Option<Section>, RegistryError> {
        let owed = ItemStatus::ALL.iter().filter(|status| status.is_owed()).map(ToString::to_string);
        let filter = EntryFilter {
            pair: Some(self.pair),
            states: owed.collect(),
            limit: ITEMS,
            ..EntryFilter::all(EntryKind::ActionItem, self.as_of)
        };
        let entries = self.registry.entries(&filter).await?.items;
        let lines = entries.iter().map(|entry| self.of_item(entry)).collect();
        Ok(self.section("brief-section-items", lines))
    }

    fn of_item(&mut self, entry: &EntryWire) -> Line {
        let mut parts = vec![word("state", entry.state.as_deref().unwrap_or("unknown"), self.lang)];
        if let Some(deadline) = entry.field("deadline").and_then(|day| day.parse().ok()) {
            parts.push(self.say("brief-due", &[("day", &self.day(deadline))]));
        }
        if entry.overdue {
            parts.push(self.say("brief-overdue", &[]));
        }
        let text = format!("{}: {}.", shortened(entry.name()), parts.join(", "));
        Line { text, notes: vec![self.note_of_entry(entry)] }
    }

    /// What is said of the portfolio, whether it adds up, and what the register has.
    pub(in crate::brief) async fn portfolio(
        &mut self,
        in_short: &InShort,
        sums: &Sums,
    ) -> Result<Option<Section>, RegistryError> {
        let told = in_short.told_of(|claim| KINDS.contains(&claim.kind));
        let portfolio = self.registry.said_of_portfolio(&told, sums, Course::Adding).await?;
        let mut lines = Vec::new();
        let newest = portfolio.headlines.iter().map(|headline| headline.statement.known).max();
        let since = newest.and_then(|newest| newest.checked_sub(DAYS_OF_HEADLINES.days()).ok());
        // What one document says is one sentence.
        let mut said: Vec<(Vec<String>, Vec<StatementItem>)> = Vec::new();
        let recent = portfolio.headlines.iter().filter(|headline| Some(headline.statement.known) >= since);
        for headline in recent {
            let portion = word("portion", headline.portion.as_str(), self.lang);
            let claim = &headline.statement.claim.claim;
            let mut text = format!("{}, {portion}: {}", self.kind(headline.kind), stated(claim, self.lang));
            if let Some(rest) = headline.not_accounted_for.filter(|rest| !rest.is_zero()) {
                let rest = quantity(rest, claim.unit, self.lang);
                text.push_str(&format!(" ({})", self.say("brief-not-accounted", &[("value", &rest)])));
            }
            let statement = headline.statement.clone();
            match said.iter_mut().find(|(_, own)| own[0].document == statement.document) {
                Some((texts, statements)) => {
                    texts.push(text);
                    statements.push(statement);
                }
                None => said.push((vec![text], vec![statement])),
            }
        }
        self.read(said.iter().map(|(_, own)| &own[0].document)).await?;
        for (texts, statements) in said {
            let (who, known) = (self.called(&statements[0].document).await?, statements[0].known);
            let mut notes = Vec::new();
            for statement in &statements {
                notes.push(self.note_of_statement(statement).await?);
            }
            let text = format!("{who}, {}: {}.", self.day(known), texts.join("; "));
            lines.push(Line { text, notes });
        }
        let adding = portfolio.course.last();
        let adding = adding.and_then(|item| Some((item, item.ladders.iter().find(|own| own.tells())?)));
        if let Some((item, ladder)) = adding {
            let mut notes = Vec::new();
            for id in std::iter::once(&ladder.total).chain(&ladder.parts) {
                if let Some(cell) = item.claims.iter().find(|cell| cell.claim.id == *id) {
                    let quote = &cell.claim.claim.quote;
                    notes.push(self.note_of_claim(id, quote, &item.document, item.known).await?);
                }
            }
            lines.push(Line { text: self.sum(ladder), notes });
        }
        lines.extend(self.register(sums).await?);
        Ok(self.section("brief-section-portfolio", lines))
    }

    fn sum(&self, ladder: &LadderItem) -> String {
        let value = |value: Decimal| quantity(value, ladder.unit, self.lang);
        let parts: Vec<String> =
            ladder.stated_parts.iter().filter_map(|part| part.parse().ok()).map(value).collect();
        let key = if ladder.holds { "brief-sum-holds" } else { "brief-sum-fails" };
        self.say(key, &[("total", &value(ladder.stated)), ("parts", &parts.join(" + "))])
    }

    async fn register(&mut self, sums: &Sums) -> Result<Option<Line>, RegistryError> {
        let Some(total) = sums.portions.get(&Portion::Total) else { return Ok(None) };
        let value: Vec<String> = total
            .value
            .iter()
            .map(|(currency, value)| quantity(*value, entente_model::Unit::Money(*currency), self.lang))
            .collect();
        let value = if value.is_empty() { "-".to_owned() } else { value.join(", ") };
        let (projects, jobs) = (total.projects.to_string(), total.jobs.to_string());
        let text = self.say("brief-register", &[("projects", &projects), ("value", &value), ("jobs", &jobs)]);
        let filter = EntryFilter {
            pair: Some(self.pair),
            limit: FEW,
            ..EntryFilter::all(EntryKind::Project, self.as_of)
        };
        let entries = self.registry.entries(&filter).await?.items;
        let notes = entries.iter().map(|entry| self.note_of_entry(entry)).collect();
        Ok(Some(Line { text, notes }))
    }

    /// Targets with their pace.
    pub(in crate::brief) async fn targets(
        &mut self,
        targets: &[TargetItem],
    ) -> Result<Option<Section>, RegistryError> {
        let mut lines = Vec::new();
        for target in targets {
            self.of_target(target, &mut lines).await?;
        }
        Ok(self.section("brief-section-targets", lines))
    }

    async fn of_target(&mut self, target: &TargetItem, lines: &mut Vec<Line>) -> Result<(), RegistryError> {
        // The one that stands, and the last that has ended or was moved.
        let all = (0..target.milestones.len()).rev();
        let (mut places, undated): (Vec<usize>, Vec<usize>) =
            all.partition(|&at| target.milestones[at].is_dated);
        places.extend(undated.into_iter().take(usize::from(places.is_empty())));
        for at in places.into_iter().take(2) {
            let milestone = &target.milestones[at];
            let deadline = match milestone.deadline {
                Some(deadline) => self.say("brief-by", &[("period", &period(deadline, self.lang))]),
                None => self.say("brief-no-deadline", &[]),
            };
            let text = self.say(
                "brief-target",
                &[
                    ("what", &self.kind(target.kind)),
                    ("value", &quantity(milestone.value, target.unit, self.lang)),
                    ("deadline", &deadline),
                    ("status", &word("outcome", milestone.status.as_str(), self.lang)),
                    ("first", &self.day(milestone.first_said)),
                    ("last", &self.day(milestone.last_said)),
                ],
            );
            let of_it = |step: &&StepItem| step.milestone == at && step.is_dated == milestone.is_dated;
            let steps: Vec<_> = target.history.iter().filter(of_it).collect();
            let ends: BTreeSet<usize> = [0, steps.len().saturating_sub(1)].into();
            let mut notes = Vec::new();
            for step in ends.into_iter().filter_map(|end| steps.get(end)) {
                let claim = &step.claim;
                notes.push(
                    self.note_of_claim(&claim.id, &claim.claim.quote, &step.document, step.known).await?,
                );
            }
            lines.push(Line { text, notes: notes.clone() });
            if milestone.status == TargetStatus::Open {
                let outlook = milestone.verdict.outlook.iter();
                for (pace, horizon) in outlook.flat_map(|o| o.paces.iter().map(move |pace| (pace, o.horizon)))
                {
                    lines.push(self.pace(pace, horizon, &notes));
                }
            }
        }
        Ok(())
    }

    fn pace(&mut self, pace: &Pace, horizon: entente_model::Period, said: &[usize]) -> Line {
        let so_far =
            pace.so_far.map(|value| self.say("brief-so-far", &[("percent", &percent(value, self.lang))]));
        let chance = pace.chance.map(|chance| {
            let hundredths = decimal::rounded(chance * Decimal::ONE_HUNDRED, 0);
            self.say("brief-chance", &[("percent", &percent(hundredths, self.lang))])
        });
        let text = self.say(
            "brief-pace",
            &[
                ("country", pace.reporter.name(self.lang)),
                ("needed", &percent(pace.needed, self.lang)),
                ("year", &period(pace.last_period, self.lang)),
                ("horizon", &period(horizon, self.lang)),
                ("so-far", &so_far.unwrap_or_default()),
                ("chance", &chance.unwrap_or_default()),
            ],
        );
        let year = pace.last_period.to_string();
        let newest =
            pace.inputs.iter().filter(|input| input.observation.as_str().contains(&format!(".{year}.")));
        let newest: Vec<_> = newest.take(2).cloned().collect();
        let mut notes: Vec<usize> = said.iter().rev().take(1).copied().collect();
        for input in newest {
            let text = format!("{} ({})", input.observation, decimal::plain(input.value));
            let evidence = crate::brief::Evidence::Observation {
                observation: input.observation,
                release: input.release,
                value: input.value,
            };
            notes.push(self.note(evidence, text));
        }
        Line { text, notes }
    }

    /// Returns the newest claims, which those that are told are looked for among.
    pub(in crate::brief) async fn newest_claims(&self, most: u32) -> Result<Vec<ClaimItem>, RegistryError> {
        let filter =
            ClaimFilter { pair: Some(self.pair), as_of: self.as_of, limit: most, ..ClaimFilter::default() };
        Ok(self.registry.claims(&filter).await?.items)
    }

    /// The newest claims of trade and investment with what checking them gave, each number once.
    pub(in crate::brief) async fn claims(
        &mut self,
        first: Vec<ClaimItem>,
    ) -> Result<Option<Section>, RegistryError> {
        let is_all = first.len() < FIRST as usize;
        let mut told = self.told_of(first).await?;
        if told.len() < CLAIMS && !is_all {
            let more = self.newest_claims(LOOKED_THROUGH).await?;
            told = self.told_of(more).await?;
        }
        let mut lines = Vec::new();
        for (item, outcome) in told {
            let (claim, who) = (&item.claim, self.called(&item.document).await?);
            let text = self.say(
                "brief-claim",
                &[
                    ("who", &who),
                    ("day", &self.day(item.known)),
                    ("quote", &shortened(&in_context(&claim.claim.quote))),
                    ("outcome", &word("outcome", outcome.as_str(), self.lang)),
                ],
            );
            let note = self.note_of_claim(&claim.id, &claim.claim.quote, &item.document, item.known).await?;
            lines.push(Line { text, notes: vec![note] });
        }
        Ok(self.section("brief-section-claims", lines))
    }

    /// Leaves the claims that are told, with what checking them gave.
    async fn told_of(&mut self, claims: Vec<ClaimItem>) -> Result<Vec<(ClaimItem, Outcome)>, RegistryError> {
        let mut once = BTreeSet::new();
        let outcome = |item: ClaimItem| {
            let claim = &item.claim.claim;
            let is_new =
                once.insert((claim.kind, claim.value.normalize(), claim.of.map(|of| of.to_string())));
            let outcome = item.verdict.as_ref().map(|verdict| verdict.outcome);
            let outcome = outcome.filter(|outcome| *outcome != Outcome::Open)?;
            (is_new && claim.kind.is_trade()).then_some((item, outcome))
        };
        let mut told: Vec<(ClaimItem, Outcome)> = claims.into_iter().filter_map(outcome).collect();
        self.read(told.iter().map(|(item, _)| &item.document)).await?;
        // When a document without a day of publication was written nobody knows: it may be old.
        let is_dated = |id: &DocumentId| {
            let entry = self.documents.get(id).and_then(Option::as_ref);
            entry.is_some_and(|entry| entry.document.published.is_some())
        };
        told.retain(|(item, _)| is_dated(&item.document));
        told.truncate(CLAIMS);
        Ok(told)
    }

    /// What does not fit together, the newest first.
    pub(in crate::brief) async fn conflicts(
        &mut self,
        found: Vec<Found>,
    ) -> Result<Option<Section>, RegistryError> {
        let groups = self.registry.told_in_full(found, self.lang).await?;
        self.read(groups.iter().flat_map(|item| &item.statements).map(|said| &said.document)).await?;
        let mut lines = Vec::new();
        for item in groups.into_iter().filter(|item| item.standing == Standing::Conflict) {
            let cause = item.cause.map_or("unexplained", |cause| cause.as_str());
            let mut seen = BTreeSet::new();
            let statements: Vec<&StatementItem> = item
                .statements
                .iter()
                .filter(|s| {
                    seen.insert((
                        s.claim.claim.value.normalize(),
                        s.claim.claim.unit.to_string(),
                        s.claim.claim.of.map(|of| of.to_string()),
                    ))
                })
                .take(NOTES)
                .collect();
            let (mut said, mut notes) = (Vec::new(), Vec::new());
            for statement in statements {
                let who = self.called(&statement.document).await?;
                let quote = shortened(&in_context(&statement.claim.claim.quote));
                let day = self.day(statement.known);
                said.push(self.say("brief-said", &[("quote", &quote), ("who", &who), ("day", &day)]));
                notes.push(self.note_of_statement(statement).await?);
            }
            let text = format!(
                "{} – {}: {}.",
                self.kind(item.kind),
                word("cause", cause, self.lang),
                said.join("; ")
            );
            lines.push(Line { text, notes });
        }
        Ok(self.section("brief-section-conflicts", lines))
    }

    /// Events that are planned, other than sessions.
    pub(in crate::brief) async fn coming(&mut self) -> Result<Option<Section>, RegistryError> {
        let told = self.registry.store().events_told(self.pair, self.as_of, self.as_of).await?;
        let end = self.as_of.checked_add(DAYS_AHEAD.days()).unwrap_or(jiff::civil::Date::MAX);
        let mut once = BTreeSet::new();
        let mut lines = Vec::new();
        for (event, teller) in &told {
            let Some(date) = event.date.filter(|date| *date > self.as_of && *date <= end) else { continue };
            if event.kind == EventKind::CommissionSession
                || !once.insert((date, event.kind))
                || lines.len() == COMING
            {
                continue;
            }
            let place = event.place.as_ref().map(|place| format!(", {place}")).unwrap_or_default();
            let text = format!("{}: {}{place}.", self.day(date), shortened(&event.name));
            let note = self.note_of_source(&SourceItem::new(teller, &event.quote));
            lines.push(Line { text, notes: vec![note] });
        }
        Ok(self.section("brief-section-coming", lines))
    }
}

/// Leaves the first document of each voice.
fn one_a_voice(sources: &[SourceItem]) -> Vec<SourceItem> {
    let mut seen = BTreeSet::new();
    sources.iter().filter(|source| seen.insert(source.voice.clone())).cloned().collect()
}

/// Returns a number with the words of its sentence around it, without words that were cut.
fn in_context(quote: &entente_model::Quote) -> String {
    const ENDS: [&str; 4] = [". ", "! ", "? ", "\n"];
    let opens = ENDS.iter().filter_map(|end| quote.prefix.rfind(end).map(|at| at + end.len())).max();
    let before = match opens {
        Some(at) => &quote.prefix[at..],
        None => quote.prefix.split_once(char::is_whitespace).map_or("", |(_, rest)| rest),
    };
    let closes = ENDS.iter().filter_map(|end| quote.suffix.find(end)).min();
    let behind = match closes {
        Some(at) => &quote.suffix[..at],
        None => quote.suffix.rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest),
    };
    format!("{before}{}{behind}", quote.exact).split_whitespace().collect::<Vec<_>>().join(" ")
}
