//! Where texts are checked: against a registry, or against the releases that come with the program.

use crate::context::{Context, runtime};
use entente_model::Lang;
use entente_observatory::wire::CheckWire;
use entente_observatory::{Evidence, Figures, FiguresError, Intake, Mode, Reading, Registry, check};
use std::thread::{self, JoinHandle};
use tokio::runtime::Runtime;

type Unpacking = JoinHandle<Result<Evidence, FiguresError>>;

/// Evidence to check against.
pub(super) enum Bench {
    /// The releases that come with the program, in memory.
    Memory(Box<Evidence>),
    /// The same while they are unpacked, which takes as long as reading a text does.
    Unpacking(Option<Unpacking>),
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
            None => {
                let unpack = || Ok(Figures::bundled()?.into_evidence());
                Self::Unpacking(Some(thread::spawn(unpack)))
            }
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
        if let Self::Unpacking(unpacking) = self
            && let Some(unpacking) = unpacking.take()
        {
            let evidence = unpacking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            *self = Self::Memory(Box::new(evidence?));
        }
        let (evidence, on_file): (&Evidence, _) = match self {
            Self::Memory(evidence) => (evidence, Vec::new()),
            // It has failed before.
            Self::Unpacking(_) => return Err(anyhow::anyhow!("the bundled releases cannot be read")),
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
