//! The request as it would be sent now, always in sight.

use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::{Field, Fields, Method};
use leptos::prelude::*;

use crate::components::CopyButton;
use crate::curl;
use crate::state::Console;
use crate::words::{say, use_words};

/// The token's place in what is shown: always as many dots, whatever its length.
const MASK: &str = "••••••••";

/// Method, path, headers and body, with buttons to copy them.
#[component]
pub fn RequestPanel() -> impl IntoView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let preview = Memo::new(move |_| form.fields.with(Fields::preview));
    let incomplete = Memo::new(move |_| {
        let mut fields: Vec<Field> = form
            .problems
            .with(|problems| problems.iter().map(|problem| problem.field).collect());
        fields.dedup();
        let names: Vec<String> = fields.into_iter().map(|field| words.field(field)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    });
    let head = move || {
        let path = preview.with(|preview| preview.path.clone());
        let mut head = format!(
            "{} {}{path}\n",
            Method::Post.as_str(),
            console.config().base_path
        );
        for (name, value) in [(HEADER_TOKEN, MASK), ("Content-Type", CONTENT_TYPE_JSON)] {
            head.push_str(name);
            head.push_str(": ");
            head.push_str(value);
            head.push('\n');
        }
        head
    };
    let body = move || preview.with(|preview| preview.body.clone());
    let as_curl = move || {
        preview.with_untracked(|preview| {
            curl::command(
                &format!("{}{}", console.address(), preview.path),
                &preview.body,
            )
        })
    };
    view! {
        <section class="csbs-card" aria-labelledby="csbs-request-title">
            <h2 id="csbs-request-title" class="csbs-card__title">
                {say!(words, request.heading)}
            </h2>
            <p class="csbs-note">{say!(words, request.lead)}</p>
            <pre
                class="csbs-code"
                tabindex="0"
                role="region"
                aria-labelledby="csbs-request-title"
                data-testid="request"
            >
                {head}
                "\n"
                {body}
            </pre>
            <p class="csbs-note">
                {move || {
                    incomplete
                        .get()
                        .map(|fields| say!(words, request.incomplete, fields = fields).to_string())
                }}
            </p>
            <div class="csbs-row">
                <CopyButton
                    what=say!(words, request.copy_curl)
                    label=say!(words, request.copy_curl)
                    text=as_curl
                />
                <CopyButton
                    what=say!(words, request.copy_json)
                    label=say!(words, request.copy_json)
                    text=move || preview.with_untracked(|preview| preview.body.clone())
                />
            </div>
            <p class="csbs-note">{say!(words, request.curl_note)}</p>
        </section>
    }
}
