//! A question about servers and what has become of it so far, as a plain value.

use csbs::{Failure, ProjectId, Protectable, RefusalKind, ResourceId};

/// A question about one server or many, which are asked about in portions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    project: ProjectId,
    servers: Vec<(ResourceId, Said)>,
    failures: Vec<Failure>,
}

/// What is known about one server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The question about it has not come back.
    Waiting,
    /// The service has answered.
    Answer(Protectable),
    /// The question about it failed.
    Nothing,
}

impl Said {
    /// Whether the service says neither yes nor no, although nothing is on its way.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Nothing | Self::Answer(Protectable::NotAnswered))
    }
}

/// How many servers were said to be what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// The question has not come back.
    pub waiting: usize,
    /// They can be backed up.
    pub yes: usize,
    /// They cannot.
    pub no: usize,
    /// There is no answer, or none that is clear.
    pub open: usize,
}

impl Tally {
    /// How many servers there are.
    #[must_use]
    pub fn total(self) -> usize {
        self.waiting + self.yes + self.no + self.open
    }
}

impl Inquiry {
    /// A question about these servers that has just been asked.
    #[must_use]
    pub fn new(project: ProjectId, servers: Vec<ResourceId>) -> Self {
        let servers = servers.into_iter().map(|server| (server, Said::Waiting)).collect();
        Self { project, servers, failures: Vec::new() }
    }

    /// The project of the servers.
    #[must_use]
    pub fn project(&self) -> &ProjectId {
        &self.project
    }

    /// The servers, in the order they were asked about, each with what is known about it.
    #[must_use]
    pub fn servers(&self) -> &[(ResourceId, Said)] {
        &self.servers
    }

    /// Why questions failed, in their order.
    #[must_use]
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Whether it is about exactly these servers, in this order.
    #[must_use]
    pub fn is_about(&self, project: &ProjectId, servers: &[ResourceId]) -> bool {
        self.project == *project && self.servers.iter().map(|(server, _)| server).eq(servers)
    }

    /// Whether it is about the same servers as another one.
    #[must_use]
    pub fn is_same_as(&self, other: &Self) -> bool {
        let servers = |inquiry: &Self| inquiry.servers.len();
        servers(self) == servers(other)
            && self.project == other.project
            && self.servers.iter().zip(&other.servers).all(|((one, _), (two, _))| one == two)
    }

    /// Whether something is still on its way.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.servers.iter().any(|(_, said)| *said == Said::Waiting)
    }

    /// How many servers were said to be what.
    #[must_use]
    pub fn tally(&self) -> Tally {
        self.servers.iter().fold(Tally::default(), |mut tally, (_, said)| {
            *match said {
                Said::Waiting => &mut tally.waiting,
                Said::Answer(Protectable::Yes) => &mut tally.yes,
                Said::Answer(Protectable::No { .. }) => &mut tally.no,
                Said::Nothing | Said::Answer(Protectable::NotAnswered) => &mut tally.open,
            } += 1;
            tally
        })
    }

    /// Takes up what came of asking about a portion. What is not waited for changes nothing.
    pub fn take(
        &mut self,
        portion: &[ResourceId],
        answer: Result<Vec<(ResourceId, Protectable)>, Failure>,
    ) {
        let (answers, otherwise) = match answer {
            Ok(answers) => (answers, Said::Answer(Protectable::NotAnswered)),
            Err(failure) => {
                self.failures.push(failure);
                (Vec::new(), Said::Nothing)
            }
        };
        // Portions come in the order of the servers: none is looked for from the start.
        let mut answers = answers.into_iter().peekable();
        let mut portion = portion.iter().peekable();
        for (server, said) in &mut self.servers {
            if portion.peek() != Some(&&*server) {
                continue;
            }
            portion.next();
            let own = answers.next_if(|(about, _)| about == server);
            if *said == Said::Waiting {
                *said = own.map_or_else(|| otherwise.clone(), |(_, answer)| Said::Answer(answer));
            }
        }
    }

    /// The servers without a clear answer are asked about again: gives them.
    pub fn again(&mut self) -> Vec<ResourceId> {
        self.failures.clear();
        let open = self.servers.iter_mut().filter(|(_, said)| said.is_open());
        open.map(|(server, said)| {
            *said = Said::Waiting;
            server.clone()
        })
        .collect()
    }
}

/// Whether other questions of the same kind would fail in the same way, so that asking them would
/// only take time, or annoy a service that wants to be left alone.
#[must_use]
pub fn is_general(failure: &Failure) -> bool {
    match failure {
        Failure::NotSent(_)
        | Failure::Redirected
        | Failure::Cancelled
        | Failure::TimedOut { .. } => true,
        Failure::Refused(refusal) => matches!(
            refusal.kind(),
            RefusalKind::SignInAgain
                | RefusalKind::NoPermission
                | RefusalKind::NotFound
                | RefusalKind::ClosedToNewProjects
                | RefusalKind::RateLimited
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
