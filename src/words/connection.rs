//! What came of testing the connection to a service, and what has to be changed.

use super::{Words, say};
use crate::state::connection::{Service, Tested, Verdict};
use crate::transport::PROBE_SECONDS;

impl Words {
    /// What a service is called, and how it is with it.
    #[must_use]
    pub fn connection_title(self, tested: &Tested) -> String {
        let service = match tested.service {
            Service::Backup => say!(self, connection.backup),
            Service::Identity => say!(self, connection.identity),
            Service::Compute => say!(self, connection.compute),
        };
        match tested.verdict {
            None => say!(self, connection.title_asking, service = service),
            Some(Verdict::Well) => say!(self, connection.title_well, service = service),
            Some(Verdict::Cancelled) => {
                say!(self, connection.title_open, service = service)
            }
            Some(_) => say!(self, connection.title_bad, service = service),
        }
    }

    /// Where it was asked, what is wrong, and what to change; `page` is the origin of this page.
    #[must_use]
    pub fn connection_sentences(self, tested: &Tested, page: &str) -> Vec<String> {
        let address = tested.address.shown(page);
        let mut sentences = vec![say!(self, connection.address, address = address)];
        let is_elsewhere = tested.address.other_host(page).is_some();
        let is_identity = tested.service == Service::Identity;
        match tested.verdict {
            Some(Verdict::Well) if is_identity && is_elsewhere => {
                sentences.push(say!(self, connection.subject_token).to_owned());
            }
            Some(Verdict::NotExposed) if is_identity => sentences.extend([
                say!(self, connection.not_exposed).to_owned(),
                say!(self, connection.not_exposed_identity).to_owned(),
            ]),
            Some(Verdict::Blocked) => {
                let origin = tested.address.origin().unwrap_or(page);
                sentences.push(say!(self, connection.blocked, origin = origin));
            }
            Some(verdict) => sentences.extend(self.verdict(verdict, page)),
            None => (),
        }
        sentences
    }

    fn verdict(self, verdict: Verdict, page: &str) -> Option<String> {
        Some(match verdict {
            Verdict::Well | Verdict::Blocked => return None,
            Verdict::Offline => say!(self, connection.offline).to_owned(),
            Verdict::Down => say!(self, connection.down).to_owned(),
            Verdict::Silent => say!(self, connection.silent, seconds = PROBE_SECONDS),
            Verdict::OriginRefused => {
                say!(self, connection.origin_refused, page = page)
            }
            Verdict::TokenRefused => say!(self, connection.token_refused).to_owned(),
            Verdict::BodyRefused => say!(self, connection.body_refused).to_owned(),
            Verdict::NotExposed => say!(self, connection.not_exposed).to_owned(),
            Verdict::ServiceDown(status) => {
                say!(self, connection.service_down, status = status)
            }
            Verdict::NotTheService(status) => {
                say!(self, connection.not_the_service, status = status)
            }
            Verdict::Redirected => say!(self, connection.redirected).to_owned(),
            Verdict::Cancelled => say!(self, connection.cancelled).to_owned(),
        })
    }

    /// What came of the whole test, in one sentence; `None` while it goes on.
    #[must_use]
    pub fn connection_summary(self, services: &[Tested]) -> Option<String> {
        let verdicts: Option<Vec<Verdict>> = services.iter().map(|tested| tested.verdict).collect();
        let verdicts = verdicts?;
        let bad = verdicts.iter().filter(|verdict| **verdict != Verdict::Well).count();
        Some(if verdicts.contains(&Verdict::Cancelled) {
            say!(self, connection.stopped).to_owned()
        } else if bad == 0 {
            say!(self, connection.all_well).to_owned()
        } else {
            say!(self, connection.some_bad, bad = bad, count = verdicts.len())
        })
    }
}
