//! Whatever the neighbouring services answer: nothing panics, and what is read keeps its promises.

use csbs::iam::{Credentials, Scope, sign_in_request, without_object_storage};
use csbs::server::{Haystack, Search};
use csbs::wire::read_backup;
use csbs::{
    HttpResponse, Refusal, ResourceId, Server, Time, Token, Utc, read_backup_answer,
    read_backups_answer, read_count_answer, read_items_answer, read_projects_answer,
    read_protectable_answer, read_quotas_answer, read_servers_answer, read_token_answer,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::any_text::{any_text, nearly, surrounds};
use crate::decoded_property::json;
use crate::draft::SERVER;

/// An accepted answer with a body of anything, or of an API's keys around anything.
fn answer(around: &'static [&'static str]) -> impl Strategy<Value = HttpResponse> {
    let body = prop_oneof![
        any_text(),
        vec(any::<u8>(), 0..200).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        json().prop_map(|json| json.to_string()),
        (json(), vec(any::<prop::sample::Index>(), 1..4)).prop_map(|(json, keys)| {
            let wrap = |inner: Value, key: &prop::sample::Index| {
                let key = around[key.index(around.len())];
                serde_json::json!({ key: inner.clone(), "id": "i", "list": [inner] })
            };
            keys.iter().fold(json, wrap).to_string()
        }),
    ];
    let token = prop_oneof![any_text(), "[!-~]{1,40}"];
    (prop_oneof![Just(200_u16), any::<u16>()], token, body).prop_map(|(status, token, body)| {
        HttpResponse { status, headers: vec![("x-subject-token".to_owned(), token)], body }
    })
}

fn is_boolean(json: &Value) -> bool {
    let text = json.as_str().map(|text| text.trim().to_ascii_lowercase());
    json.is_boolean() || text.is_some_and(|text| text == "true" || text == "false")
}

proptest! {
    #[test]
    fn any_answer_of_iam_is_read_or_refused(
        answer in answer(&["token", "user", "domain", "projects", "error"]),
    ) {
        let is_success = (200..300).contains(&answer.status);
        let token = answer.header("x-subject-token").map(Token::parse);
        let is_token = token.is_some_and(|token| token.is_ok());
        prop_assert_eq!(read_token_answer(answer.clone()).is_ok(), is_success && is_token);
        if let Ok(projects) = read_projects_answer(answer.clone()) {
            prop_assert!(is_success);
            prop_assert!(projects.iter().all(|project| !project.id.is_empty()));
            let kept = without_object_storage(projects.clone());
            let hidden = projects.iter().filter(|project| project.name.as_deref() == Some("MOS"));
            prop_assert_eq!(kept.len() + hidden.count(), projects.len());
        }
        let _ = Refusal::read(answer).sign_in();
    }

    #[test]
    fn any_list_of_servers_is_read_or_refused_and_comes_to_an_end(
        answer in answer(&[
            "servers", "addresses", "flavor", "metadata", "tags", "count",
            "os-extended-volumes:volumes_attached",
        ]),
        page in any::<u32>(),
    ) {
        if let Ok(servers) = read_servers_answer(answer) {
            prop_assert!(servers.servers.len() <= servers.received);
            prop_assert!(servers.next(page).is_none_or(|next| next > page && servers.received > 0));
            for server in &servers.servers {
                prop_assert!(!server.id.is_empty());
                let _ = (server.obstacle(), Haystack::of(server));
            }
        }
    }

    #[test]
    fn any_answer_about_backups_is_read_or_refused(
        answer in answer(&[
            "checkpoint_item", "checkpoint_items", "extend_info", "volume_backups", "fail_code",
            "tags", "os_images_data", "count", "quotas", "resources", "size",
        ]),
    ) {
        let is_success = (200..300).contains(&answer.status);
        if let Ok(followed) = read_backup_answer(answer.clone()) {
            prop_assert!(is_success && !followed.backup.item.id.is_empty());
            prop_assert_eq!(&followed.raw, &answer.body);
        }
        let items = read_items_answer(answer.clone());
        let backups = read_backups_answer(answer.clone());
        prop_assert_eq!(
            backups.map(|backups| backups.into_iter().map(|backup| backup.item).collect()),
            items
        );
        prop_assert!(read_count_answer(answer.clone()).is_ok() <= is_success);
        for quota in read_quotas_answer(answer).into_iter().flatten() {
            prop_assert!(quota.left().is_none() || quota.used.is_some());
        }
    }

    #[test]
    fn any_fields_of_a_backup_are_read(json in json()) {
        let body = format!(
            r#"{{"checkpoint_item": {{"id": "i", "tags": {json}, "backup_data": {json},
                "extend_info": {{"fail_code": {json}, "size": {json}, "progress": {json},
                "average_speed": {json}, "os_images_data": {json}, "incremental": {json},
                "volume_backups": [{json}, {{"size": {json}, "bootable": {json}}}]}}}}}}"#
        );
        let backup = read_backup(&body).unwrap();
        let volumes = 1 + usize::from(json.is_object());
        prop_assert_eq!(backup.extend_info.volume_backups.len(), volumes);
        if let Some(number) = json.as_i64() {
            prop_assert_eq!(backup.extend_info.size, u64::try_from(number).ok());
            prop_assert_eq!(backup.extend_info.average_speed, Some(number.to_string()));
        }
        prop_assert_eq!(backup.extend_info.incremental.is_some(), is_boolean(&json));
    }

    #[test]
    fn every_millisecond_is_written_and_read_again(millis in -62_135_596_800_000_i64..253_402_300_800_000) {
        let written = Utc::from_unix_millis(millis).unwrap().written();
        prop_assert_eq!(Time::parse(&written).unix_millis(), Some(millis));
    }

    #[test]
    fn every_server_asked_about_has_one_answer(
        answer in answer(&["protectable", "result", "error_code", "error_msg", "resource_id"]),
    ) {
        let asked = [ResourceId::parse(SERVER).unwrap()];
        if let Ok(answers) = read_protectable_answer(answer, &asked) {
            prop_assert_eq!(answers.len(), 1);
            prop_assert_eq!(&answers[0].0, &asked[0]);
        }
    }

    #[test]
    fn a_server_is_found_by_what_is_restated_here(
        name in "[ a-zA-ZäÖ.-]{0,8}", tag in "[a-z=]{0,5}", typed in "[ aAbBäÄ.=-]{0,4}",
    ) {
        let server = Server { tags: vec![tag.clone()], ..crate::servers::server(&name) };
        let parts = [name, tag, "id".to_owned()].map(|part| part.to_lowercase());
        let has = |word: &str| parts.iter().any(|part| part.contains(&word.to_lowercase()));
        let expected = typed.split(' ').filter(|word| !word.is_empty()).all(has);
        prop_assert_eq!(Search::read(&typed).finds(&Haystack::of(&server)), expected);
    }

    #[test]
    fn what_was_typed_to_sign_in_is_sent_as_it_is_restated_here(
        domain in any_text(), user in any_text(), password in any_text(),
        code in "[0-9 ]{0,8}",
    ) {
        let (domain_name, user_name) = (domain.trim_matches(surrounds), user.trim_matches(surrounds));
        let is_complete =
            !domain_name.is_empty() && !user_name.is_empty() && !password.is_empty();
        let read = Credentials::read(&domain, &user, &password, &code);
        prop_assert_eq!(read.is_ok(), is_complete);
        if let Ok(credentials) = read {
            let request = sign_in_request(credentials, &Scope::Domain);
            let body: Value = serde_json::from_str(request.body.as_ref().unwrap()).unwrap();
            let sent = &body["auth"]["identity"]["password"]["user"];
            prop_assert_eq!(sent["name"].as_str(), Some(user_name));
            prop_assert_eq!(sent["password"].as_str(), Some(password.as_str()));
            prop_assert_eq!(sent["domain"]["name"].as_str(), Some(domain_name));
            let digits: String = code.split(' ').collect();
            let sent_code = body["auth"]["identity"]["totp"]["user"]["passcode"].as_str();
            prop_assert_eq!(sent_code, Some(digits.as_str()).filter(|code| !code.is_empty()));
        }
    }

    #[test]
    fn a_date_of_http_is_read_when_there_is_such_a_time(
        (day, month, year) in (0..=32_u16, 0..12_usize, 0..=9999_u16),
        (hour, minute, second) in (0..=24_u16, 0..=60_u16, 0..=60_u16),
    ) {
        let last = match month {
            1 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            1 => 28,
            3 | 5 | 8 | 10 => 30,
            _ => 31,
        };
        let is_day = year > 0 && (1..=last).contains(&day);
        let is_time = hour < 24 && minute < 60 && second < 60;
        let raw = http_date(day, month, year, hour, minute, second);
        let utc = Utc {
            year, month: u16::try_from(month).unwrap() + 1, day, hour, minute, second, millisecond: 0,
        };
        let read = Time::parse_http_date(&raw).and_then(|time| time.utc());
        prop_assert_eq!(read, Some(utc).filter(|_| is_day && is_time));
    }

    #[test]
    fn any_text_is_a_date_of_http_or_none(
        raw in prop_oneof![
            any_text(),
            nearly((1..29_u16, 0..12_usize, 0..24_u16)
                .prop_map(|(day, month, hour)| http_date(day, month, 2026, hour, 0, 59)),
                "0129, :GMTaZ-"),
        ],
    ) {
        if let Some(time) = Time::parse_http_date(&raw) {
            prop_assert!(time.utc().is_some() && raw.ends_with(" GMT"));
        }
    }
}

fn http_date(day: u16, month: usize, year: u16, hour: u16, minute: u16, second: u16) -> String {
    let month = "JanFebMarAprMayJunJulAugSepOctNovDec".get(month * 3..month * 3 + 3).unwrap();
    format!("Mon, {day:02} {month} {year:04} {hour:02}:{minute:02}:{second:02} GMT")
}
