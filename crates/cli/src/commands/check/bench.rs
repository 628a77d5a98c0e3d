//! Where texts are checked: against a registry, or against the releases that come with the program.

use crate::context::{Context, runtime};
use entente_observatory::desk::Desk;
use entente_observatory::wire::CheckWire;
use entente_observatory::{Evidence, Figures, Intake, Mode, Reading, Registry, check};
use tokio::runtime::Runtime;

/// Evidence to check against.
pub(super) enum Bench {
    /// The releases that come with the program, in memory.
    Memory(Box<Evidence>),
    /// A registry, with what was fetched from it so far.
    Registry { registry: Registry, desk: Box<Desk>, runtime: Runtime },
}

impl Bench {
    /// Takes the registry where there is one, or where one is to be made to save in.
    pub(super) fn open(save: bool, context: &Context) -> anyhow::Result<Self> {
        let runtime = runtime()?;
        let registry = if save {
            Some(context.registry(&runtime, Mode::Create)?)
        } else {
            context.registry_if_any(&runtime)?
        };
        Ok(match registry {
            Some(registry) => Self::Registry { registry, desk: Box::default(), runtime },
            None => Self::Memory(Box::new(Figures::bundled()?.into_evidence())),
        })
    }

    /// Checks a text, and files it where that is asked for.
    pub(super) fn check(
        &mut self,
        reading: Reading,
        save: bool,
        context: &Context,
    ) -> anyhow::Result<CheckWire> {
        let as_of = context.as_of;
        let evidence = match self {
            Self::Memory(evidence) => evidence,
            Self::Registry { registry, desk, runtime } => {
                runtime.block_on(desk.fetch_for(registry, &reading, as_of))?;
                if save {
                    let mut intake = Intake::new(registry, as_of, context.now);
                    runtime.block_on(intake.file(&reading))?;
                }
                desk.evidence()
            }
        };
        let verdicts = check::verdicts(&reading, evidence, as_of);
        Ok(check::report(reading, verdicts, evidence, as_of))
    }
}
