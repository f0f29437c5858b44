//! A server, as far as anything depends on it.

/// One server of the fleet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Server {
    /// Its id, a UUID.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// `ACTIVE`, `SHUTOFF` and so on.
    pub(super) status: &'static str,
    /// What is being done with it, such as `powering-off`.
    pub(super) task_state: Option<&'static str>,
    /// What its owner wrote about it.
    pub(super) description: String,
    /// The availability zone.
    pub(super) zone: &'static str,
    /// How large it is.
    pub(super) flavor: &'static Flavor,
    /// Where it is reached.
    pub(super) addresses: Vec<Address>,
    /// How many disks it has.
    pub(super) disks: usize,
    /// `Linux` or `Windows`.
    pub(super) os_type: &'static str,
    /// Bytes of the script that it runs when it starts.
    pub(super) start_script: usize,
    /// Tags, each `key=value`.
    pub(super) tags: Vec<String>,
}

/// A kind of server.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flavor {
    /// The name, such as `s3.large.4`.
    pub(super) name: &'static str,
    /// Virtual processors.
    pub(super) vcpus: &'static str,
    /// Memory in MB.
    pub(super) ram: &'static str,
}

/// One address of a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// The name of the network.
    pub(super) network: &'static str,
    /// The address, version 4 or 6.
    pub(super) address: String,
    /// Whether it is reached from outside: an elastic IP.
    pub(super) is_floating: bool,
}

/// The kinds of servers there are.
pub(super) const FLAVORS: [Flavor; 4] = [
    Flavor { name: "s3.medium.4", vcpus: "1", ram: "4096" },
    Flavor { name: "s3.large.4", vcpus: "2", ram: "8192" },
    Flavor { name: "c4.xlarge.2", vcpus: "4", ram: "8192" },
    Flavor { name: "m4.2xlarge.8", vcpus: "8", ram: "65536" },
];

/// The availability zones.
pub(super) const ZONES: [&str; 3] = ["eu-de-01", "eu-de-02", "eu-de-03"];

/// The network that every server is in.
pub(super) const NETWORK: &str = "164489f6-cbf7-45b4-b6d0-d407c48cf7fc";

/// An inner address.
pub(super) fn fixed(address: impl Into<String>) -> Address {
    Address { network: NETWORK, address: address.into(), is_floating: false }
}

/// An address that is reached from outside.
pub(super) fn floating(address: impl Into<String>) -> Address {
    Address { network: NETWORK, address: address.into(), is_floating: true }
}
