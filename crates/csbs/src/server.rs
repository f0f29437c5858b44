//! The servers of a project, as Elastic Cloud Server (ECS) lists them, to choose from.
//!
//! The service has an address of its own; the paths here start at its root.

mod obstacle;
mod search;

pub use obstacle::Obstacle;
pub use search::{Haystack, Search};

use crate::http::{HttpRequest, Method, push_query};
use crate::id::ProjectId;

/// A server. Only the id has to be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// The id, which is the `resource_id` of a backup.
    pub id: String,
    /// The name.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The state as it came, such as `ACTIVE` or `SHUTOFF`; there are many, and more may come.
    pub status: Option<String>,
    /// What is being done with the server, when something is.
    pub task_state: Option<String>,
    /// The availability zone.
    pub zone: Option<String>,
    /// The addresses of all its networks, in their order.
    pub addresses: Vec<Address>,
    /// The size of the server.
    pub flavor: Option<Flavor>,
    /// The attached volumes; `None` when the answer says nothing about them, which is not the same
    /// as none.
    pub volumes: Option<Vec<AttachedVolume>>,
    /// The tags as they came, usually `key=value`.
    pub tags: Vec<String>,
    /// The kind of operating system, such as `Linux`.
    pub os_type: Option<String>,
    /// The name of the image that the server was made from.
    pub image_name: Option<String>,
}

/// An address of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The address, of version 4 or 6.
    pub addr: String,
    /// Where it can be reached from.
    pub kind: AddressKind,
}

/// Where an address can be reached from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressKind {
    /// `fixed`: from the server's own network.
    Fixed,
    /// `floating`: from outside as well.
    Floating,
    /// The answer does not say, or says something else.
    Unknown,
}

/// The size of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flavor {
    /// The name, such as `s3.large.2`; the id where there is no name.
    pub name: Option<String>,
    /// How many virtual processors there are.
    pub vcpus: Option<u64>,
    /// The memory, in MB.
    pub ram: Option<u64>,
}

/// A volume that is attached to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedVolume {
    /// The id.
    pub id: Option<String>,
    /// The position in the order of booting; 0 is the system disk.
    pub boot_index: Option<u64>,
    /// What the operating system calls it, such as `/dev/sda`.
    pub device: Option<String>,
}

/// One page of the list of servers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerPage {
    /// How many servers there are on all pages.
    pub count: Option<u64>,
    /// How many servers came with this page, those without an id included.
    pub received: usize,
    /// The servers that can be chosen.
    pub servers: Vec<Server>,
}

impl ServerPage {
    /// The page after this one; `None` when this is the last. `page` is the number of this page,
    /// from 1, and each page has [`SERVERS_PER_PAGE`].
    ///
    /// An empty page is the last, whatever the count says, so that asking comes to an end.
    pub fn next(&self, page: u32) -> Option<u32> {
        let so_far = u64::from(page.max(1)) * u64::from(SERVERS_PER_PAGE);
        let is_full = self.received >= usize::from(SERVERS_PER_PAGE);
        let is_more = self.count.map_or(is_full, |count| so_far < count);
        if is_more && self.received > 0 { page.checked_add(1) } else { None }
    }
}

/// How many servers are asked for at a time.
///
/// The service gives up to 1000, but a server takes up to 4 kB, and some 40 more when somebody gave
/// it a start script. 100 leave room for twenty of those below 1 MiB, and show early.
pub const SERVERS_PER_PAGE: u16 = 100;

/// The request for one page of the servers of a project. Pages count from 1: `offset` is a page
/// number, and 0 means the first page once more.
pub fn servers_request(project_id: &ProjectId, page: u32) -> HttpRequest {
    let mut path = project_id.path();
    path.push_str("/cloudservers/detail");
    let (page, limit) = (page.max(1).to_string(), SERVERS_PER_PAGE.to_string());
    push_query(&mut path, &[("offset", Some(&page)), ("limit", Some(&limit))]);
    HttpRequest { method: Method::Get, path, body: None }
}
