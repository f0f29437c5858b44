//! The one button that all others are.

use leptos::prelude::*;

use crate::components::element::{element, true_or_false};

/// How much weight a button has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// What the page is for: once in view.
    Primary,
    /// Everything else that is pressed.
    #[default]
    Normal,
    /// Beside a text that it belongs to.
    Small,
}

/// A button that does something at once, or submits the form when it is given nothing to do.
#[component]
pub fn Button(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// What it is called where its label alone makes no sense out of context.
    #[prop(optional, into)]
    name: MaybeProp<String>,
    /// Its id, where something leads to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// The id of what describes it.
    #[prop(optional)]
    described_by: Option<&'static str>,
    /// How much weight it has.
    #[prop(optional)]
    weight: Weight,
    /// Whether it is not there.
    #[prop(optional, into)]
    hidden: Signal<bool>,
    /// Whether pressing it does nothing now; it stays where the keyboard can find it.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether what it unfolds is in view, for a button that unfolds something.
    #[prop(optional)]
    expanded: Option<RwSignal<bool>>,
    /// What pressing it does.
    #[prop(optional)]
    press: Option<Callback<()>>,
) -> AnyView {
    let class = match weight {
        Weight::Primary => "csbs-button csbs-button--primary",
        Weight::Normal => "csbs-button",
        Weight::Small => "csbs-button csbs-button--small",
    };
    let kind = if press.is_some() { "button" } else { "submit" };
    element("button")
        .attr("type", kind)
        .attr_if("id", id)
        .class(class)
        .attr_if("aria-describedby", described_by)
        .live_attr("aria-label", move || name.get().map(Into::into))
        .live_attr("aria-disabled", move || disabled.get().then_some("true".into()))
        .live_attr("aria-expanded", move || Some(true_or_false(expanded?.get()).into()))
        .live_flag("hidden", move || hidden.get())
        // The focus stays where it is while the mouse button goes down. Otherwise leaving a field
        // could show its error, which moves the button away before the mouse button comes up.
        .on("mousedown", |event| event.prevent_default())
        .on("click", move |_| {
            if let Some(press) = press.filter(|_| !disabled.get_untracked()) {
                press.run(());
            }
        })
        .live_text(move || label.get())
        .done()
}
