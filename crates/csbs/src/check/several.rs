//! One form for several servers: the same rules, one request each.

use super::Fields;
use crate::backup_name::BackupName;
use crate::fault::Fault;
use crate::field::Problem;
use crate::request::{BackupRequest, Preview};
use crate::server_ids::ServerIds;

impl Fields {
    /// Everything that is wrong when these servers are to be backed up, in the order of the form.
    /// They stand in for the server of the form, and the name has to leave room for its number.
    ///
    /// Without a server, that is the problem of the field for it.
    pub fn problems_for(&self, servers: &ServerIds) -> Vec<Problem> {
        self.for_one_of(servers, 0).problems()
    }

    /// A request for each of these servers, in their order, or everything that is wrong.
    ///
    /// ```
    /// use csbs::{Draft, Fields, ServerIds};
    ///
    /// let draft = Draft { project_id: "p".into(), backup_name: "db".into(), ..Draft::default() };
    /// let servers = ServerIds::read(
    ///     "9506416d-db6c-406e-8bca-c0f43793d914 b37fd80e-ac67-4d02-b9f1-9891c9c0fabf",
    /// );
    /// let requests = Fields::from(&draft).requests_for(&servers.ids).unwrap();
    /// let names = requests.iter().filter_map(|request| request.backup_name());
    /// assert_eq!(names.map(|name| name.as_str()).collect::<Vec<_>>(), ["db-0001", "db-0002"]);
    /// ```
    pub fn requests_for(&self, servers: &ServerIds) -> Result<Vec<BackupRequest>, Vec<Problem>> {
        let problems = self.problems_for(servers);
        if !problems.is_empty() {
            return Err(problems);
        }
        let positions = 0..servers.as_slice().len();
        positions.map(|position| self.for_one_of(servers, position).request()).collect()
    }

    /// What would be sent for the server at a position, from 0, if everything not acceptable were
    /// left out; see [`Fields::preview`].
    pub fn preview_for(&self, servers: &ServerIds, position: usize) -> Preview {
        self.for_one_of(servers, position).preview()
    }

    /// The same fields for the server at a position, with the name that its backup gets.
    fn for_one_of(&self, servers: &ServerIds, position: usize) -> Self {
        let count = servers.as_slice().len();
        let limit = BackupName::limit_for(count);
        let backup_name = match &self.backup_name {
            Ok(Some(name)) => name.numbered(position, count).map(Some),
            Err(Fault::TooLong { count, .. }) => Err(Fault::TooLong { limit, count: *count }),
            other => other.clone(),
        };
        let server = servers.as_slice().get(position);
        Self { resource_id: server.cloned().ok_or(Fault::Empty), backup_name, ..self.clone() }
    }
}
