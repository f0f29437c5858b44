//! Signing in: what is offered, what is said about what was typed, and who is signed in.

use csbs::iam::Project;
use csbs::{Draft, Failure, Token};
use csbs_console::config::Config;
use csbs_console::state::identity;
use csbs_console::state::sign_in::{Event, Person};
use leptos::prelude::GetUntracked;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{PROJECT, Page, focused, value_of};

/// A page on which a person may sign in with a password or a token.
fn page() -> Page {
    let config = r#"{"base_path":"/api/csbs","identity_path":"/nowhere"}"#;
    Page::of(Config::parse(config).unwrap(), Draft::default())
}

fn token(text: &str) -> Token {
    Token::parse(text).unwrap()
}

fn project(id: &str, name: &str, enabled: bool) -> Project {
    Project { id: id.into(), name: Some(name.into()), description: None, enabled }
}

async fn tell(page: &Page, event: Event) {
    identity::tell(page.console, event);
    page.settle().await;
    page.settle().await;
}

/// The service knows the person, as far as the page is concerned, and these are the projects.
async fn know(page: &Page, projects: Vec<Project>) {
    page.fill("Account name", "domain").await;
    page.fill("User name", "user").await;
    page.fill("Password", "password").await;
    page.press("Sign in").await;
    let person = Person { token: token("t1"), user: Some("demo".into()), domain: None };
    tell(page, Event::Known(1, Ok(person))).await;
    tell(page, Event::Listed(1, Ok(projects), String::new())).await;
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_at_its_field_and_goes_when_it_is_typed() {
    let page = page();
    page.settle().await;
    page.press("Sign in").await;
    page.settle().await;
    assert_eq!(page.error_of("Account name").unwrap(), "Enter the account name.");
    assert_eq!(page.error_of("Password").unwrap(), "Enter your password.");
    assert_eq!(page.error_of("One-time code"), None);
    assert_eq!(focused(), "csbs-sign-in-domain");
    page.fill("Account name", "d").await;
    assert_eq!(page.error_of("Account name"), None);
}

#[wasm_bindgen_test]
async fn password_managers_find_their_fields_in_a_form_of_their_own() {
    let page = page();
    let table = [
        ("User name", "username"),
        ("Password", "current-password"),
        ("One-time code", "one-time-code"),
    ];
    for (label, autocomplete) in table {
        let field = page.field(label);
        assert_eq!(field.get_attribute("autocomplete").as_deref(), Some(autocomplete));
        let form = field.closest("form").unwrap().unwrap();
        assert_eq!(form.id(), "csbs-sign-in", "{label}");
        assert_eq!(form.get_attribute("method").as_deref(), Some("post"));
    }
}

#[wasm_bindgen_test]
async fn the_token_of_the_chosen_project_and_the_project_go_into_the_form() {
    let page = page();
    let closed = project("p2", "eu-de_closed", false);
    know(&page, vec![project(PROJECT, "eu-de", true), closed, project("p3", "c", true)]).await;
    assert_eq!(focused(), "csbs-sign-in-projects");
    let options: Vec<String> =
        page.all("option").iter().map(|option| option.text_content().unwrap()).collect();
    assert!(options.contains(&"eu-de_closed (disabled)".to_owned()), "{options:?}");

    page.press("Use this project").await;
    tell(&page, Event::Entered(2, Ok((token("t2"), None)))).await;
    assert_eq!(page.console.form.access.get_untracked().token(), Some(&token("t2")));
    assert_eq!(value_of(&page.field("Project ID")), PROJECT);
    assert!(page.text().contains("Signed in as demo, project eu-de."), "{}", page.text());
    page.press("Clear the form").await;
    assert_eq!(value_of(&page.field("Project ID")), PROJECT);
}

#[wasm_bindgen_test]
async fn when_the_session_is_refused_the_form_stays_and_signing_in_is_offered() {
    let page = page();
    know(&page, vec![project(PROJECT, "eu-de", true)]).await;
    tell(&page, Event::Entered(1, Ok((token("t2"), None)))).await;
    page.fill("Description", "typed").await;
    tell(&page, Event::TokenRefused).await;
    assert_eq!(page.console.form.access.get_untracked().token(), None);
    assert_eq!(value_of(&page.field("Description")), "typed");
    assert!(page.text().contains("no longer accepts the session"), "{}", page.text());
    page.press("Sign in again").await;
    assert_eq!(focused(), "csbs-sign-in-password");
}

#[wasm_bindgen_test]
async fn the_names_stay_when_signing_in_fails_and_go_when_signing_out() {
    let page = page();
    know(&page, Vec::new()).await;
    assert!(page.text().contains("There is no project you can work in"), "{}", page.text());
    page.press("Sign in as someone else").await;
    page.press("Sign in").await;
    tell(&page, Event::Known(2, Err(Failure::Unreachable))).await;
    assert!(page.text().contains("No answer could be had from"), "{}", page.text());
    assert_eq!(value_of(&page.field("User name")), "user");
    identity::sign_out(page.console);
    assert_eq!(value_of(&page.field("User name")), "");
}
