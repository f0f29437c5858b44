//! The request as it would be sent now, always in sight.

use csbs::http::{CONTENT_TYPE_JSON, HEADER_TOKEN};
use csbs::{Field, Method};
use leptos::prelude::*;

use crate::browser;
use crate::components::copy_button::CopyButton;
use crate::components::element::element;
use crate::components::group::{card, note};
use crate::components::later_part::later_part;
use crate::config::Way;
use crate::curl;
use crate::state::{Console, passing};
use crate::words::{say, use_words};

/// The token's place in what is shown: always as many dots, whatever its length.
const MASK: &str = "••••••••";

/// Method, path, headers and body, with buttons to copy them.
pub fn request_panel(console: Console) -> AnyView {
    let words = use_words();
    let form = console.form;
    let incomplete = passing(move |_| {
        let mut fields: Vec<Field> =
            form.problems().into_iter().map(|problem| problem.field).collect();
        fields.dedup();
        let names: Vec<String> = fields.into_iter().map(|field| words.field(field)).collect();
        (!names.is_empty()).then(|| say!(words, request.incomplete, fields = words.list(&names)))
    });
    let several = move || {
        let (count, last) = form
            .several
            .with(|several| (several.count, several.names.as_ref().map(|(_, last)| last.clone())));
        match last {
            _ if count < 2 => String::new(),
            Some(last) => {
                say!(words, request.first_of_named, count = count, last = last)
            }
            None => say!(words, request.first_of, count = count),
        }
    };
    let address = console.config().backup_address.clone();
    let through_proxy = address.is_through_proxy();
    let direct = address.clone();
    let head = move || {
        let url = address.url(&form.path.get());
        let mut head = format!("{} {url}\n", Method::Post.as_str());
        let token = signs(console.way.get()).then_some((HEADER_TOKEN, MASK));
        for (name, value) in token.into_iter().chain([("Content-Type", CONTENT_TYPE_JSON)]) {
            head.extend([name, ": ", value, "\n"]);
        }
        head
    };
    let body = form.body;
    let as_curl = move || {
        let url = direct.direct(&form.path.get_untracked(), &browser::origin());
        curl::command(&url, &body.get_untracked(), signs(console.way.get_untracked()))
    };
    let request = element("pre")
        .class("csbs-code")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", say!(words, request.lead))
        .attr("data-testid", "request")
        .live_text(head)
        .text("\n")
        .live_text(move || body.get());
    let copy_curl = view! {
        <CopyButton
            label=say!(words, request.copy_curl)
            text=Callback::new(move |()| as_curl())
        />
    };
    let copy_json = view! {
        <CopyButton
            label=say!(words, request.copy_json)
            text=Callback::new(move |()| body.get_untracked())
        />
    };
    let buttons = element("div")
        .class("csbs-row")
        .child(copy_curl)
        .child(copy_json)
        .child(later_part(console, |later| later.elsewhere));
    card("csbs-request-title", say!(words, request.heading))
        .child(note(say!(words, request.lead)))
        .child(request)
        .child(element("p").class("csbs-note").live_text(several))
        .child(
            element("p").class("csbs-note").live_text(move || incomplete.get().unwrap_or_default()),
        )
        .child(buttons)
        .child(note(say!(words, request.curl_note)))
        .children(through_proxy.then(|| note(say!(words, request.curl_direct))))
        .done()
}

/// Whether the request is signed here, rather than by the proxy.
fn signs(way: Way) -> bool {
    way != Way::Proxy
}
