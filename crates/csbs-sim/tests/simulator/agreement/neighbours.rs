//! The calls around the create call: what the console asks is understood, and what the simulator
//! answers is read as it was meant.

use axum::{body::Body, http::Request};
use csbs::{
    Failure, HttpRequest, HttpResponse, ItemId, ItemQuery, ProjectId, Protectable, QuotaLimit,
    ResourceId, SignInRefusal, Status, Token,
    iam::{
        Credentials, Scope, SignedIn, project_token_request, projects_request, sign_in_request,
        without_object_storage,
    },
    protectable::check_requests,
};
use csbs_sim::{
    DEMO_PROJECT_ID, DEMO_TOKEN, Options,
    well_known::{DOMAIN, PASSCODE, PASSWORD, ProjectWay, projects},
};
use jiff::SignedDuration;
use serde_json::json;

use super::answers::{LIMIT, as_response};
use crate::running::Simulator;

impl Simulator {
    /// What the console gets for a request that it sends under this path, with this token.
    async fn exchange(
        &self,
        path: &str,
        request: HttpRequest,
        token: Option<&str>,
    ) -> HttpResponse {
        let mut builder = Request::builder()
            .method(request.method.as_str())
            .uri(format!("{path}{}", request.path))
            .header("Content-Type", csbs::http::CONTENT_TYPE_JSON);
        if let Some(token) = token {
            builder = builder.header(csbs::http::HEADER_TOKEN, token);
        }
        let body = request.body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let answer = self.send(builder.body(body).unwrap()).await;
        assert!(answer.body.len() <= LIMIT, "{path}: {} bytes", answer.body.len());
        as_response(&answer)
    }

    async fn signed_in(&self, user: &str, passcode: &str) -> Result<SignedIn, Failure> {
        let credentials = Credentials::read(DOMAIN.0, user, PASSWORD, passcode).unwrap();
        let request = sign_in_request(credentials, &Scope::Domain);
        csbs::read_token_answer(self.exchange("/api/iam", request, None).await)
    }
}

fn demo_project() -> ProjectId {
    ProjectId::parse(DEMO_PROJECT_ID).unwrap()
}

#[tokio::test]
async fn the_console_signs_in_chooses_a_project_and_gets_a_token_for_it() {
    let simulator = Simulator::new();
    let person = simulator.signed_in("mfa", PASSCODE).await.unwrap();
    assert_eq!(person.user.name.as_deref(), Some("mfa"));
    assert_eq!(person.domain.name.as_deref(), Some(DOMAIN.0));
    let expected: jiff::Timestamp = "2017-04-19T01:21:52.701973Z".parse().unwrap();
    let expires_at = person.expires_at.unwrap().unix_millis();
    assert_eq!(expires_at, Some(expected.as_millisecond()));

    let token = person.token.expose();
    let list = simulator.exchange("/api/iam", projects_request(), Some(token)).await;
    let projects = without_object_storage(csbs::read_projects_answer(list).unwrap());
    let names: Vec<_> = projects.iter().map(|project| project.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["eu-de", "eu-de_finance"]);

    let chosen = ProjectId::parse(&projects[1].id).unwrap();
    let request = project_token_request(&person.token, &chosen);
    let answer = simulator.exchange("/api/iam", request, None).await;
    let in_project = csbs::read_token_answer(answer).unwrap();
    assert_eq!(in_project.project.id.as_deref(), Some(chosen.as_str()));
    let request = csbs::quotas_request(&chosen);
    let token = in_project.token.expose();
    assert!(
        csbs::read_quotas_answer(simulator.exchange("/api/csbs", request, Some(token)).await)
            .is_ok()
    );
}

#[tokio::test]
async fn why_a_user_cannot_sign_in_is_understood() {
    let cases = [
        ("nobody", SignInRefusal::Credentials),
        ("mfa", SignInRefusal::Credentials),
        ("refused-400", SignInRefusal::Request),
        ("refused-401", SignInRefusal::Credentials),
        ("refused-403", SignInRefusal::NoPermission),
        ("refused-404", SignInRefusal::NotFound),
        ("busy-429", SignInRefusal::RateLimited),
        ("failing-500", SignInRefusal::Internal),
        ("down-503", SignInRefusal::Unavailable),
        ("code-400", SignInRefusal::Request),
        ("code-401", SignInRefusal::Password),
        ("locked", SignInRefusal::Locked),
        ("disabled", SignInRefusal::Disabled),
        ("wrong-passcode", SignInRefusal::OneTimeCode),
        ("code-403", SignInRefusal::NoPermission),
        ("code-429", SignInRefusal::RateLimited),
        ("html", SignInRefusal::Gateway),
    ];
    let simulator = Simulator::new();
    for (user, expected) in cases {
        match simulator.signed_in(user, "").await {
            Err(Failure::Refused(refusal)) => assert_eq!(refusal.sign_in(), expected, "{user}"),
            other => panic!("{user}: {other:?}"),
        }
    }
    let without = simulator.signed_in("no-token", "").await;
    assert!(matches!(without, Err(Failure::Unreadable(_))), "{without:?}");
    for user in ["odd-body", "long-token"] {
        assert!(simulator.signed_in(user, "").await.is_ok(), "{user}");
    }
}

#[tokio::test]
async fn all_servers_are_read_page_by_page() {
    let simulator = Simulator::new();
    let many = projects().iter().find(|project| project.way == ProjectWay::ManyServers).unwrap();
    let project = ProjectId::parse(&many.id).unwrap();
    let (mut ids, mut page) = (std::collections::BTreeSet::new(), Some(1));
    while let Some(number) = page {
        let request = csbs::servers_request(&project, number);
        let answer = simulator.exchange("/api/ecs", request, Some(DEMO_TOKEN)).await;
        let servers = csbs::read_servers_answer(answer).unwrap();
        assert_eq!(servers.count, Some(5000));
        page = servers.next(number);
        ids.extend(servers.servers.into_iter().map(|server| server.id));
    }
    assert_eq!(ids.len(), 5000);
}

#[tokio::test]
async fn the_check_says_no_at_least_where_the_list_already_shows_it() {
    let simulator = Simulator::with(Options { servers: 100, ..Options::default() });
    let request = csbs::servers_request(&demo_project(), 1);
    let answer = simulator.exchange("/api/ecs", request, Some(DEMO_TOKEN)).await;
    let servers = csbs::read_servers_answer(answer).unwrap().servers;
    let ids: Vec<ResourceId> =
        servers.iter().map(|server| ResourceId::parse(&server.id).unwrap()).collect();
    let mut said = Vec::new();
    for (asked, request) in check_requests(&demo_project(), &ids) {
        let answer = simulator.exchange("/api/csbs", request, Some(DEMO_TOKEN)).await;
        said.extend(csbs::read_protectable_answer(answer, asked).unwrap());
    }
    assert_eq!(said.len(), 100);
    for (server, (_, said)) in servers.iter().zip(&said) {
        match said {
            Protectable::Yes => assert_eq!(server.obstacle(), None, "{server:?}"),
            Protectable::No { documented, .. } => assert!(documented.is_some(), "{said:?}"),
            Protectable::NotAnswered => panic!("{server:?}"),
        }
    }
    let no = said.iter().filter(|(_, said)| matches!(said, Protectable::No { .. })).count();
    assert_eq!(no, 9, "four of the first twelve, and the numbers 17, 37, 57, 77 and 97");
}

#[tokio::test]
async fn a_backup_is_followed_from_its_record_to_its_end() {
    let simulator = Simulator::new();
    let record = simulator.created(json!({ "tags": [{ "key": "a", "value": "" }] })).await;
    simulator.clock.advance(SignedDuration::from_secs(15));
    let request = csbs::list_request(&demo_project(), &ItemQuery::of_record(&record));
    let answer = simulator.exchange("/api/csbs", request, Some(DEMO_TOKEN)).await;
    let listed = csbs::read_backups_answer(answer).unwrap().remove(0);
    assert_eq!((listed.item.status, listed.item.progress), (Some(Status::Protecting), Some(75)));

    simulator.clock.advance(SignedDuration::from_secs(5));
    let id = ItemId::parse(&listed.item.id).unwrap();
    let request = csbs::item_request(&demo_project(), &id);
    let answer = simulator.exchange("/api/csbs", request, Some(DEMO_TOKEN)).await;
    let backup = csbs::read_backup_answer(answer).unwrap().backup;
    assert_eq!((backup.item.status, backup.item.progress), (Some(Status::Available), Some(100)));
    assert_eq!(backup.extend_info.size, Some(10_240));
    assert_eq!(backup.extend_info.fail_code, None);
    assert_eq!(backup.extend_info.volume_backups.len(), 2);

    let request = csbs::count_request(&demo_project(), &ItemQuery::default());
    let answer = simulator.exchange("/api/csbs", request, Some(DEMO_TOKEN)).await;
    assert_eq!(csbs::read_count_answer(answer), Ok(1));
    let request = csbs::quotas_request(&demo_project());
    let answer = simulator.exchange("/api/csbs", request, Some(DEMO_TOKEN)).await;
    let quotas = csbs::read_quotas_answer(answer).unwrap();
    let found: Vec<_> =
        quotas.iter().map(|quota| (quota.kind.as_str(), quota.limit, quota.used)).collect();
    let expected = [
        ("backup_capacity", Some(QuotaLimit::None), Some(10)),
        ("backups", Some(QuotaLimit::AtMost(600)), Some(1)),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_demo_tokens_are_tokens() {
    assert!(Token::parse(DEMO_TOKEN).is_ok());
}
