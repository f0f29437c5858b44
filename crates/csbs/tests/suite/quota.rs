//! The quotas of a project.

use csbs::wire::read_quotas;
use csbs::{ProjectId, Quota, QuotaLimit, Unreadable, quotas_request};

use crate::draft::PROJECT;

#[test]
fn quotas_are_asked_for() {
    let request = quotas_request(&ProjectId::parse(PROJECT).unwrap());
    assert_eq!(request.path, format!("/v1/{PROJECT}/quotas"));
}

#[test]
fn the_documented_example_is_read() {
    let quotas = read_quotas(include_str!("../examples/quotas-response.json")).unwrap();
    assert_eq!(
        quotas,
        [
            Quota {
                kind: "backup_capacity".into(),
                unit: Some("GB".into()),
                limit: Some(QuotaLimit::None),
                used: Some(0),
            },
            Quota {
                kind: "backups".into(),
                unit: None,
                limit: Some(QuotaLimit::AtMost(600)),
                used: Some(0),
            },
        ]
    );
}

#[test]
fn what_is_left_is_known_when_limit_and_use_are() {
    for (quota, used, limit, left) in [
        ("600", "1", Some(QuotaLimit::AtMost(600)), Some(599)),
        ("600", "601", Some(QuotaLimit::AtMost(600)), Some(0)),
        ("\"600\"", "\"0.5\"", Some(QuotaLimit::AtMost(600)), Some(600)),
        ("0", "0", Some(QuotaLimit::AtMost(0)), Some(0)),
        ("-1", "7", Some(QuotaLimit::None), None),
        ("\"-1\"", "7", Some(QuotaLimit::None), None),
        ("600", "null", Some(QuotaLimit::AtMost(600)), None),
        ("null", "7", None, None),
        ("\"many\"", "7", None, None),
    ] {
        let body = format!(
            r#"{{"quotas": {{"resources": [{{"type": "backups", "quota": {quota}, "used": {used}}}, {{"quota": 1}}]}}}}"#
        );
        let quotas = read_quotas(&body).unwrap();
        assert_eq!(quotas.len(), 1);
        assert_eq!((quotas[0].limit, quotas[0].left()), (limit, left), "{quota} {used}");
    }
}

#[test]
fn the_list_has_to_be_there() {
    for (body, key) in [
        ("{}", "quotas"),
        (r#"{"quotas": []}"#, "quotas"),
        (r#"{"quotas": {}}"#, "quotas.resources"),
        (r#"{"quotas": {"resources": {}}}"#, "quotas.resources"),
    ] {
        assert_eq!(read_quotas(body), Err(Unreadable::Missing { key }), "{body}");
    }
}
