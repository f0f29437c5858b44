//! The answer of the create call (Tables 5 to 8), made as in the page's example.

use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::store::Backup;
use crate::clock::printed;

/// What the answer of a create call tells of a backup.
#[derive(Debug, Clone)]
pub(crate) struct Checkpoint {
    project_id: String,
    resource_id: String,
    id: Uuid,
    created_at: Timestamp,
}

impl Checkpoint {
    /// The checkpoint of a backup that was created.
    pub(crate) fn of(backup: &Backup) -> Self {
        Self {
            project_id: backup.project_id.clone(),
            resource_id: backup.resource_id.clone(),
            id: backup.checkpoint_id,
            created_at: backup.created_at,
        }
    }

    /// The body: `{"checkpoint": {…}}`.
    pub(crate) fn body(&self) -> Value {
        let server = &self.resource_id;
        json!({
            "checkpoint": {
                "status": "protecting",
                "created_at": printed(self.created_at),
                "id": self.id.to_string(),
                "resource_graph": null,
                "project_id": self.project_id,
                "extra_info": null,
                "protection_plan": {
                    "id": format!("fake_{}", Uuid::new_v4()),
                    "resources": [{
                        "type": "OS::Nova::Server",
                        "id": server,
                        "name": format!("resource_{server}"),
                        "extra_info": {},
                    }],
                    "name": format!("server protect plan for {server}"),
                },
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_the_example_of_the_page_with_its_own_ids() {
        let example: Value =
            serde_json::from_str(include_str!("example/create-response.json")).unwrap();
        let text = |pointer: &str| example.pointer(pointer).unwrap().as_str().unwrap().to_owned();
        let checkpoint = Checkpoint {
            project_id: text("/checkpoint/project_id"),
            resource_id: text("/checkpoint/protection_plan/resources/0/id"),
            id: text("/checkpoint/id").parse().unwrap(),
            created_at: format!("{}Z", text("/checkpoint/created_at")).parse().unwrap(),
        };

        let mut body = checkpoint.body();

        let plan_id = &mut body["checkpoint"]["protection_plan"]["id"];
        let own = plan_id.as_str().unwrap().strip_prefix("fake_").unwrap();
        assert!(Uuid::try_parse(own).is_ok(), "{own}");
        *plan_id = example["checkpoint"]["protection_plan"]["id"].clone();
        assert_eq!(body, example);
    }
}
