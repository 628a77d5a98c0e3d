//! Where texts are checked: against a registry, or against the releases that come with the program.

use crate::context::{Context, runtime};
use entente_model::Lang;
use entente_observatory::wire::CheckWire;
use entente_observatory::{Evidence, Figures, Intake, Mode, Reading, Registry, check};
use tokio::runtime::Runtime;

/// Evidence to check against.
pub(super) enum Bench {
    /// The releases that come with the program, in memory.
    Memory(Box<Evidence>),
    /// A registry, read and written through one intake, which keeps what it fetched.
    Registry { registry: Registry, intake: Box<Intake>, runtime: Runtime },
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
            Some(registry) => {
                let intake = Intake::new(&registry, context.as_of, context.now);
                Self::Registry { registry, intake: Box::new(intake), runtime }
            }
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
        let (evidence, on_file): (&Evidence, _) = match self {
            Self::Memory(evidence) => (evidence, Vec::new()),
            Self::Registry { registry, intake, runtime } => {
                if save {
                    runtime.block_on(intake.file(&reading))?;
                }
                let on_file = runtime.block_on(registry.on_file(&reading, as_of, Lang::En))?;
                (runtime.block_on(intake.evidence_for(&reading))?, on_file)
            }
        };
        let verdicts = check::verdicts(&reading, evidence, as_of);
        let mut report = check::report(reading, verdicts, evidence, as_of);
        report.add_on_file(on_file);
        Ok(report)
    }
}
