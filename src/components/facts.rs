//! Names and values of what the service says, one below the other.

use leptos::prelude::*;

use crate::components::copy_button::CopyButton;
use crate::components::group::note;
use crate::words::{say, use_words};

/// A value that can be absent. Ids can be copied.
pub fn fact(label: &'static str, value: Option<String>, is_id: bool) -> AnyView {
    let shown = match value {
        Some(value) if is_id => {
            let text = value.clone();
            view! {
                <span class="csbs-row csbs-row--spread">
                    <code>{value}</code>
                    <CopyButton what=label text=Callback::new(move |()| text.clone()) />
                </span>
            }
            .into_any()
        }
        Some(value) => value.into_any(),
        None => absent(),
    };
    row(label, shown)
}

/// Stands for what the answer does not say.
pub fn absent() -> AnyView {
    let words = use_words();
    view! { <span class="csbs-note">{say!(words, result.absent)}</span> }.into_any()
}

/// One name with whatever stands beside it.
pub fn row(label: &'static str, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// A text as it came over the wire, folded away.
pub fn raw(text: String) -> AnyView {
    let words = use_words();
    let copied = text.clone();
    let content = if text.is_empty() {
        note(say!(words, result.raw_empty))
    } else {
        view! {
            <pre class="csbs-code" tabindex="0" role="group" aria-label=say!(words, result.raw)>
                {text}
            </pre>
            <p>
                <CopyButton what=say!(words, result.raw) text=Callback::new(move |()| copied.clone()) />
            </p>
        }
        .into_any()
    };
    view! {
        <details class="csbs-details">
            <summary>{say!(words, result.raw)}</summary>
            <div class="csbs-details__content">{content}</div>
        </details>
    }
    .into_any()
}
