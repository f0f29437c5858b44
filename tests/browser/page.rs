//! A page for one test, and the few things a person does with it.

use csbs::Draft;
use csbs_console::components::{
    access_card, backup_form, outcome_panel, recent_panel, request_panel, session_bar,
};
use csbs_console::config::Config;
use csbs_console::later;
use csbs_console::state::{Console, Event};
use csbs_console::words::Table;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, InputEvent};

/// The project and the server of the API page's example.
pub const PROJECT: &str = "b942cc8342734d15bcb246babb1953cf";
pub const SERVER: &str = "9506416d-db6c-406e-8bca-c0f43793d914";
pub const TOKEN: &str = "gAAAAtoken";

/// All words at once, from the file that the hosted ones are made of.
pub fn speak_english() {
    let locale = locales::Locale::read("en", include_str!("../../locales/en.json")).unwrap();
    let words = Table::of("en");
    for (part, lines) in locale.packed().into_iter().enumerate() {
        assert!(words.take(part, lines));
    }
    words.show();
}

/// The console in a container of its own, which goes away with it.
pub struct Page {
    pub console: Console,
    container: HtmlElement,
    _mounted: UnmountHandle<AnyViewState>,
}

/// Lets effects run and the frame be drawn.
pub async fn settle() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            window().request_animation_frame(&resolve).unwrap();
        });
        JsFuture::from(frame).await.unwrap();
    }
}

impl Page {
    /// An empty form.
    pub fn new() -> Self {
        Self::with(Draft::default())
    }

    /// A form that holds a draft.
    pub fn with(draft: Draft) -> Self {
        let config = r#"{"backup_address":"/api/csbs","compute_address":"/api/ecs"}"#;
        let config = Config::parse(config, "https://console.example").unwrap();
        Self::of(config, draft)
    }

    /// A console for this deployment, in English.
    pub fn of(config: Config, draft: Draft) -> Self {
        speak_english();
        let container: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&container).unwrap();
        let handed_out = std::rc::Rc::new(std::cell::Cell::new(None));
        let inside = handed_out.clone();
        let mounted = mount_to(container.clone(), move || {
            let console = Console::new(config, draft, later::fetch);
            inside.set(Some(console));
            // As if the person had already put the focus into the form. The page of a short test may
            // be gone when it arrives.
            leptos::task::spawn_local(async move {
                let _ = console.fetch_later().await;
            });
            provide_context(console);
            view! {
                {session_bar(console)}
                {access_card(console)}
                {backup_form(console)}
                {outcome_panel(console)}
                {recent_panel(console)}
                {request_panel(console)}
                <p data-testid="announcer">{console.announcer.spoken()}</p>
            }
            .into_any()
        });
        Self { console: handed_out.get().unwrap(), container, _mounted: mounted }
    }

    /// A form that could be sent.
    pub fn complete() -> Self {
        let page = Self::with(Draft {
            project_id: PROJECT.into(),
            resource_id: SERVER.into(),
            ..Draft::default()
        });
        page.console.enter_token(TOKEN);
        page
    }

    /// Lets effects run and the frame be drawn.
    pub async fn settle(&self) {
        settle().await;
    }

    /// Gives the state machine an event and lets it be drawn.
    pub async fn tell(&self, event: Event) {
        self.console.tell(event);
        self.settle().await;
    }

    pub fn text(&self) -> String {
        self.container.inner_text()
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.container.query_selector(selector).unwrap()
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let list = self.container.query_selector_all(selector).unwrap();
        (0..list.length()).map(|index| list.get(index).unwrap().unchecked_into()).collect()
    }

    pub fn container(&self) -> &HtmlElement {
        &self.container
    }

    /// The control with this label, apart from “(optional)”; the `nth` of several, from 0.
    pub fn nth_field(&self, label: &str, nth: usize) -> HtmlElement {
        let labels = self.all("label");
        let found = labels
            .iter()
            .filter(|candidate| {
                let text = candidate.text_content().unwrap();
                let rest = text.trim().strip_prefix(label).map(str::trim);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
            })
            .nth(nth);
        let id = found.unwrap_or_else(|| panic!("no label {label:?}")).get_attribute("for");
        self.find(&format!("#{}", id.unwrap())).unwrap().unchecked_into()
    }

    pub fn field(&self, label: &str) -> HtmlElement {
        self.nth_field(label, 0)
    }

    /// The visible button whose accessible name or text starts so.
    pub fn button(&self, name: &str) -> HtmlElement {
        self.all("button")
            .into_iter()
            .find(|button| {
                let spoken = button.get_attribute("aria-label").unwrap_or_default();
                !button.has_attribute("hidden")
                    && (spoken.starts_with(name) || button.inner_text().trim().starts_with(name))
            })
            .unwrap_or_else(|| panic!("no button {name:?} in {}", self.text()))
    }

    pub async fn press(&self, name: &str) {
        // The button may come with the rest of the program.
        self.settle().await;
        self.button(name).click();
        self.settle().await;
    }

    /// Replaces what is in a field, as typing does.
    pub async fn type_into(&self, control: &HtmlElement, text: &str) {
        control.focus().unwrap();
        set_value(control, text);
        let options = web_sys::InputEventInit::new();
        options.set_bubbles(true);
        let event = InputEvent::new_with_event_init_dict("input", &options).unwrap();
        control.dispatch_event(&event).unwrap();
        self.settle().await;
    }

    pub async fn fill(&self, label: &str, text: &str) {
        // So may the field.
        self.settle().await;
        let control = self.field(label);
        self.type_into(&control, text).await;
    }

    /// Leaves a field for nowhere.
    pub async fn leave(&self, label: &str) {
        self.field(label).blur().unwrap();
        self.settle().await;
    }

    /// The sentence shown at a field, without the word before it.
    pub fn error_of(&self, label: &str) -> Option<String> {
        self.error_at(&self.field(label))
    }

    pub fn error_at(&self, control: &HtmlElement) -> Option<String> {
        let error = self.find(&format!("#{}-error", control.id()))?;
        let described = control.get_attribute("aria-describedby").unwrap_or_default();
        assert!(
            described.split(' ').any(|id| id == error.id()),
            "{described:?} does not name {}",
            error.id()
        );
        assert_eq!(control.get_attribute("aria-invalid").as_deref(), Some("true"));
        let text = error.text_content().unwrap();
        Some(text.strip_prefix("Error: ").unwrap_or_else(|| panic!("{text:?}")).to_owned())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.container.remove();
    }
}

pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

pub fn value_of(control: &HtmlElement) -> String {
    match control.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => control.unchecked_ref::<HtmlTextAreaElement>().value(),
    }
}

fn set_value(control: &HtmlElement, text: &str) {
    match control.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.set_value(text),
        None => control.unchecked_ref::<HtmlTextAreaElement>().set_value(text),
    }
}
