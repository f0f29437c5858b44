//! The list of servers.

use axum::{body::Body, http::Request};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_RESOURCE_ID, DEMO_TOKEN, Options,
    well_known::{ProjectWay, projects},
};
use serde_json::{Value, json};

use crate::running::{Answer, Simulator};

impl Simulator {
    async fn servers_of(&self, project_id: &str, parameters: &str) -> Answer {
        let uri = format!("/api/ecs/v1/{project_id}/cloudservers/detail?{parameters}");
        let request = Request::get(uri).header("X-Auth-Token", DEMO_TOKEN);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn servers(&self, parameters: &str) -> (usize, Vec<Value>) {
        let answer = self.servers_of(DEMO_PROJECT_ID, parameters).await;
        assert_eq!(answer.status, 200, "{parameters}: {answer:?}");
        let body = answer.json();
        let count = body["count"].as_u64().unwrap();
        (usize::try_from(count).unwrap(), body["servers"].as_array().unwrap().clone())
    }
}

fn names(servers: &[Value]) -> Vec<&str> {
    servers.iter().map(|server| server["name"].as_str().unwrap()).collect()
}

fn project(way: ProjectWay) -> &'static str {
    &projects().iter().find(|project| project.way == way).unwrap().id
}

fn with_servers(servers: usize) -> Simulator {
    Simulator::with(Options { servers, ..Options::default() })
}

#[tokio::test]
async fn there_are_twelve_servers_of_every_kind() {
    let (count, servers) = Simulator::new().servers("").await;
    assert_eq!((count, servers.len()), (12, 12));
    assert_eq!(servers[0]["id"], DEMO_RESOURCE_ID);
    let statuses = |status| servers.iter().filter(|server| server["status"] == status).count();
    let found = ["ACTIVE", "SHUTOFF", "BUILD", "ERROR"].map(statuses);
    assert_eq!(found, [9, 1, 1, 1]);
    let disks =
        |server: &Value| server["os-extended-volumes:volumes_attached"].as_array().unwrap().len();
    assert!(servers.iter().any(|server| server["status"] == "ACTIVE" && disks(server) == 0));
    assert!(servers.iter().any(|server| disks(server) == 3));
    assert!(servers.iter().any(|server| server["tags"].as_array().unwrap().len() == 20));
    assert!(servers.iter().any(|server| server["OS-EXT-STS:task_state"] == "powering-off"));
    let length = |name: &&str| name.chars().count();
    assert_eq!(names(&servers).iter().map(length).max(), Some(64));
}

#[tokio::test]
async fn the_offset_is_the_number_of_a_page() {
    let simulator = Simulator::new();
    let (_, all) = simulator.servers("limit=1000").await;
    for (page, range) in [("0", 0..5), ("1", 0..5), ("2", 5..10), ("3", 10..12), ("4", 12..12)] {
        let (count, servers) = simulator.servers(&format!("limit=5&offset={page}")).await;
        assert_eq!(count, 12, "{page}");
        assert_eq!(servers, all[range], "{page}");
    }
    let (count, servers) = with_servers(60).servers("").await;
    assert_eq!((count, servers.len()), (60, 25), "without a limit");
}

#[tokio::test]
async fn filters_select_servers_and_count_them() {
    let simulator = Simulator::new();
    let cases: &[(&str, &[&str])] = &[
        ("name=WEB", &["web-01"]),
        ("name=pr%C3%BCfstand", &["Prüfstand-Süd-Ä1"]),
        ("status=SHUTOFF", &["mail-01"]),
        ("status=shutoff", &[]),
        ("ip=2001:db8", &["gateway-with-many-addresses"]),
        ("ip=80.158.2.11", &["web-01"]),
        ("tags=team", &["web-01", "db-01"]),
        ("tags=team=db", &["db-01"]),
        ("tags=team,env%3Dproduction", &["web-01"]),
        ("tags=team&not-tags=team%3Dweb", &["db-01"]),
        ("name=nothing-like-it", &[]),
    ];
    for (parameters, expected) in cases {
        let (count, servers) = simulator.servers(parameters).await;
        assert_eq!(names(&servers), *expected, "{parameters}");
        assert_eq!(count, expected.len(), "{parameters}");
    }
}

#[tokio::test]
async fn a_parameter_that_cannot_be_read_is_refused() {
    let simulator = Simulator::new();
    for parameters in ["limit=0", "limit=1001", "limit=ten", "offset=-1", "offset=one"] {
        let answer = simulator.servers_of(DEMO_PROJECT_ID, parameters).await;
        assert_eq!(answer.status, 400, "{parameters}");
        assert_eq!(answer.json()["error"]["code"], "Ecs.0005", "{parameters}");
    }
}

#[tokio::test]
async fn thousands_of_servers_come_page_by_page_and_the_same_each_time() {
    let simulator = with_servers(5000);
    let mut ids = std::collections::BTreeSet::new();
    for page in 1..=5 {
        let (count, servers) = simulator.servers(&format!("limit=1000&offset={page}")).await;
        assert_eq!((count, servers.len()), (5000, 1000), "page {page}");
        ids.extend(servers.iter().map(|server| server["id"].as_str().unwrap().to_owned()));
    }
    assert_eq!(ids.len(), 5000);
    let again = with_servers(5000).servers("limit=3&offset=700").await;
    assert_eq!(again, simulator.servers("limit=3&offset=700").await);
}

#[tokio::test]
async fn servers_that_cannot_be_backed_up_are_refused_and_the_others_accepted() {
    let simulator = Simulator::new();
    let refused =
        ["being-built", "broken", "without-disks", "shared-disk-node-1"].map(|name| (name, 400));
    let (_, servers) = simulator.servers("").await;
    for server in servers {
        let name = server["name"].as_str().unwrap();
        let status = refused.iter().find(|(it, _)| *it == name).map_or(200, |(_, status)| *status);
        let answer = simulator.create(server["id"].as_str().unwrap(), json!({})).await;
        assert_eq!(answer.status, status, "{name}");
    }
}

#[tokio::test]
async fn some_projects_are_particular() {
    let simulator = Simulator::new();
    let count = async |way, parameters| {
        simulator.servers_of(project(way), parameters).await.json()["count"].clone()
    };
    assert_eq!(count(ProjectWay::NoServers, "").await, 0);
    assert_eq!(count(ProjectWay::ManyServers, "").await, 5000);
    let forbidden = simulator.servers_of(project(ProjectWay::ServersForbidden), "").await;
    assert_eq!(forbidden.status, 403);

    let paged = project(ProjectWay::SecondPageFails);
    let mut seen = Vec::new();
    for page in [1, 2, 2, 3, 2, 2] {
        let parameters = format!("limit=1000&offset={page}");
        seen.push(simulator.servers_of(paged, &parameters).await.status.as_u16());
    }
    assert_eq!(seen, [200, 500, 200, 200, 500, 200]);
}

#[tokio::test]
async fn a_backup_in_the_list_bears_the_name_of_its_server() {
    let simulator = Simulator::new();
    simulator.created(json!({})).await;
    let items = simulator.items("resource_name=web-0").await;
    assert_eq!(items[0]["extend_info"]["resource_name"], "web-01");
}
