//! Where the services are, as a token's catalogue says it.

use serde_json::{Value, json};

use super::Service;
use crate::derived_id;

/// The one region.
const REGION: &str = "eu-de";

/// The catalogue for a token of this project; without a project, only the identity service is in
/// it. All addresses begin with `origin`.
pub(super) fn of(service: &Service, origin: &str, project_id: Option<&str>) -> Vec<Value> {
    let mut catalog = vec![entry("identity", "iam", &format!("{origin}{}/v3", service.path))];
    if let Some(id) = project_id {
        let backup = format!("{origin}{}/v1/{id}", service.backup_path);
        let compute = format!("{origin}{}/v1/{id}", service.compute_path);
        catalog.push(entry("data-protect", "csbs", &backup));
        // The server list is a call of ECS's own, which the service's own type names as well.
        catalog.push(entry("compute", "nova", &compute));
        catalog.push(entry("ecs", "ecs", &compute));
    }
    catalog
}

fn entry(kind: &str, name: &str, url: &str) -> Value {
    json!({
        "id": derived_id::of_name("service", kind).simple().to_string(),
        "type": kind,
        "name": name,
        "endpoints": [{
            "id": derived_id::of_name("endpoint", kind).simple().to_string(),
            "interface": "public",
            "region": REGION,
            "region_id": REGION,
            "url": url,
        }],
    })
}
