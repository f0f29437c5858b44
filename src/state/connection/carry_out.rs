//! Carries the test out: one service after the other, each with as few questions as it takes.

use csbs::iam::{nobodys_request, projects_request};
use csbs::protectable::check_request;
use csbs::{HttpRequest, ItemQuery, ProjectId, list_request, servers_request};

use super::{Asked, Next, Service, Verdict, next};
use crate::config::{Address, Config};
use crate::transport::{Abort, Probe, probe};

/// A service with where it is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tested {
    /// The service.
    pub service: Service,
    /// Where it is reached.
    pub address: Address,
    /// What came of it, as soon as that is clear.
    pub verdict: Option<Verdict>,
}

impl Tested {
    /// The services of a deployment, none of them tested yet.
    #[must_use]
    pub fn all(config: &Config) -> Vec<Self> {
        let services = [
            (Service::Backup, Some(&config.backup_address)),
            (Service::Identity, config.identity_address.as_ref()),
            (Service::Compute, config.compute_address.as_ref()),
        ];
        let known = services.into_iter().filter_map(|(service, address)| Some((service, address?)));
        known
            .map(|(service, address)| Self { service, address: address.clone(), verdict: None })
            .collect()
    }
}

/// Finds out how it is with one service, for a page of this origin.
pub async fn test(tested: &Tested, page: &str, abort: &Abort) -> Verdict {
    let Some(questions) = Questions::for_service(tested.service) else {
        return Verdict::Cancelled;
    };
    let asked = Asked {
        is_elsewhere: tested.address.other_host(page).is_some(),
        takes_bodies: questions.send.is_some(),
    };
    let mut last = None;
    loop {
        let kind = match next(asked, last) {
            Next::Done(verdict) => return verdict,
            Next::Ask(kind) => kind,
        };
        let request = match kind {
            Probe::Body => questions.send.as_ref().unwrap_or(&questions.read),
            Probe::Signed | Probe::Plain | Probe::Blind => &questions.read,
        };
        last = Some((kind, probe(&tested.address, kind, request, abort).await));
    }
}

/// What a service is asked. All are calls that the console makes anyway, so a proxy lets them
/// through if it lets the console work; none can create or change anything.
struct Questions {
    read: HttpRequest,
    send: Option<HttpRequest>,
}

/// No project has this id, but it looks like all others, so that a proxy that looks at paths closely
/// takes it for one.
const NO_PROJECT: &str = "00000000000000000000000000000000";

impl Questions {
    fn for_service(service: Service) -> Option<Self> {
        let project = ProjectId::parse(NO_PROJECT).ok()?;
        Some(match service {
            Service::Backup => Self {
                read: list_request(&project, &ItemQuery { limit: Some(1), ..ItemQuery::default() }),
                send: Some(check_request(&project, &[])),
            },
            Service::Identity => Self { read: projects_request(), send: Some(nobodys_request()) },
            Service::Compute => Self { read: servers_request(&project, 1), send: None },
        })
    }
}
