//! What is said about servers, and about questions to a service that were not answered.

use csbs::server::Obstacle;
use csbs::{Failure, NotSent, RefusalKind, Server, ServerIds, Unreadable};

use super::{Words, say};
use crate::state::servers::Choice;

impl Words {
    /// What a server is called.
    #[must_use]
    pub fn server_name(self, server: &Server) -> String {
        server.name.clone().unwrap_or_else(|| say!(self, servers.no_name).to_owned())
    }

    /// The state as the service calls it, and in plain words where there are some.
    #[must_use]
    pub fn server_state(self, server: &Server) -> String {
        match server.status.as_deref() {
            None => say!(self, servers.state_unknown).to_owned(),
            Some(state) if state.eq_ignore_ascii_case("ACTIVE") => {
                say!(self, servers.state_active, state = state)
            }
            Some(state) if state.eq_ignore_ascii_case("SHUTOFF") => {
                say!(self, servers.state_shutoff, state = state)
            }
            Some(state) => state.to_owned(),
        }
    }

    /// How many disks a server has; `None` when the service does not say.
    #[must_use]
    pub fn server_disks(self, server: &Server) -> Option<String> {
        let count = server.volumes.as_ref()?.len();
        Some(match count {
            0 => say!(self, servers.disks_none).to_owned(),
            _ => say!(self, servers.disks_count, count = count),
        })
    }

    /// Why a server cannot be backed up.
    #[must_use]
    pub fn obstacle(self, obstacle: Obstacle, server: &Server) -> String {
        match obstacle {
            Obstacle::Status => {
                let state = server.status.as_deref().unwrap_or_default();
                say!(self, servers.obstacle_status, state = state)
            }
            Obstacle::NoVolumes => say!(self, servers.obstacle_volumes).to_owned(),
        }
    }

    /// What came of choosing, in sentences.
    #[must_use]
    pub fn choice(self, choice: &Choice) -> String {
        let full = || say!(self, servers.chosen_limit, limit = ServerIds::LIMIT);
        match choice {
            Choice::Taken(server, count) => {
                let name = self.server_name(server);
                let said = say!(self, servers.chosen, name = name);
                format!("{said} {}", self.chosen_count(*count))
            }
            Choice::Dropped(server, count) => {
                let name = self.server_name(server);
                let said = say!(self, servers.chosen_no_longer, name = name);
                format!("{said} {}", self.chosen_count(*count))
            }
            Choice::Several { unfit, beyond, count } => {
                let unfit = match unfit {
                    0 => None,
                    _ => Some(say!(self, servers.chosen_unfit, count = *unfit)),
                };
                let full = (*beyond > 0).then(full);
                let said = [Some(self.chosen_count(*count)), unfit, full];
                said.into_iter().flatten().collect::<Vec<String>>().join(" ")
            }
            Choice::Unfit(server, obstacle) => self.obstacle(*obstacle, server),
            Choice::Odd(server) => {
                let name = self.server_name(server);
                say!(self, servers.chosen_odd, name = name)
            }
            Choice::Full => full(),
            Choice::Held => say!(self, action.starting).to_owned(),
        }
    }

    /// How many servers are chosen.
    #[must_use]
    pub fn chosen_count(self, count: usize) -> String {
        match count {
            0 => say!(self, servers.chosen_none).to_owned(),
            _ => say!(self, servers.chosen_count, count = count),
        }
    }

    /// Why a question was not answered, and what to do; `address` is where it went. A question
    /// changes nothing, so nothing has to be said about what may have become of it.
    #[must_use]
    pub fn question_failed(self, failure: &Failure, address: &str) -> String {
        let sentence = match failure {
            Failure::NotSent(NotSent::Offline) => say!(self, servers.offline),
            Failure::Unreadable(answer) if answer.reason != Unreadable::WebPage => {
                return say!(self, servers.unreadable, status = answer.status);
            }
            Failure::Refused(refusal) => match refusal.kind() {
                RefusalKind::SignInAgain => say!(self, servers.sign_in_again),
                RefusalKind::NoPermission => say!(self, servers.no_permission),
                RefusalKind::NotFound => say!(self, servers.not_found),
                RefusalKind::RateLimited => say!(self, servers.rate_limited),
                RefusalKind::ServiceDown => say!(self, servers.service_down),
                RefusalKind::ClosedToNewProjects | RefusalKind::Gateway => {
                    return self.failure(failure, address);
                }
                _ => return say!(self, servers.refused, status = refusal.status),
            },
            _ => return self.failure(failure, address),
        };
        sentence.to_owned()
    }
}
