//! The request as it would be sent now, always in sight.

use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::{Field, Method, Preview};
use leptos::prelude::*;

use crate::components::copy_button::CopyButton;
use crate::components::group::note;
use crate::curl;
use crate::state::Console;
use crate::words::{say, use_words};

/// The token's place in what is shown: always as many dots, whatever its length.
const MASK: &str = "••••••••";

/// Method, path, headers and body, with buttons to copy them.
#[component]
pub fn RequestPanel() -> AnyView {
    let words = use_words();
    let console = expect_context::<Console>();
    let form = console.form;
    let incomplete = Memo::new(move |_| {
        let mut fields: Vec<Field> =
            form.problems().into_iter().map(|problem| problem.field).collect();
        fields.dedup();
        let names: Vec<String> = fields.into_iter().map(|field| words.field(field)).collect();
        (!names.is_empty())
            .then(|| say!(words, request.incomplete, fields = names.join(", ")).to_string())
    });
    let base_path = console.config().base_path;
    let head = Memo::new(move |_| {
        let path = form.checked.with(|checked| checked.preview.path.clone());
        let mut head = format!("{} {base_path}{path}\n", Method::Post.as_str());
        for (name, value) in [(HEADER_TOKEN, MASK), ("Content-Type", CONTENT_TYPE_JSON)] {
            head.extend([name, ": ", value, "\n"]);
        }
        head
    });
    let body = Memo::new(move |_| form.checked.with(|checked| checked.preview.body.clone()));
    let as_curl = move || {
        form.checked.with_untracked(|checked| {
            let Preview { path, body } = &checked.preview;
            curl::command(&format!("{}{path}", console.address()), body)
        })
    };
    view! {
        <section class="csbs-card" aria-labelledby="csbs-request-title">
            <h2 id="csbs-request-title" class="csbs-card__title">
                {say!(words, request.heading)}
            </h2>
            {note(say!(words, request.lead))}
            <pre
                class="csbs-code"
                tabindex="0"
                role="group"
                aria-label=say!(words, request.lead)
                data-testid="request"
            >
                {head}
                "\n"
                {body}
            </pre>
            <p class="csbs-note">{incomplete}</p>
            <div class="csbs-row">
                <CopyButton
                    what=say!(words, request.copy_curl)
                    label=say!(words, request.copy_curl)
                    text=Callback::new(move |()| as_curl())
                />
                <CopyButton
                    what=say!(words, request.copy_json)
                    label=say!(words, request.copy_json)
                    text=Callback::new(move |()| body.get_untracked())
                />
            </div>
            {note(say!(words, request.curl_note))}
        </section>
    }
    .into_any()
}
