//! Elements of one type: drawn, drawn again, and taken away.

use csbs_console::components::element::{element, live, text};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::page::settle;

/// A place in the document with a view that is drawn with a number, and drawn again with each other.
struct Drawn<M: Mountable> {
    place: HtmlElement,
    number: RwSignal<i32>,
    lasting: Owner,
    mounted: UnmountHandle<M>,
}

fn draw(view: impl Fn(RwSignal<i32>) -> AnyView + 'static) -> Drawn<impl Mountable> {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    // The signal outlives the view, so that what is taken away could still follow it.
    let lasting = Owner::new();
    let number = lasting.with(|| RwSignal::new(0));
    let mounted = mount_to(place.clone(), move || view(number));
    Drawn { place, number, lasting, mounted }
}

impl<M: Mountable> Drawn<M> {
    fn find(&self, selector: &str) -> Option<Element> {
        self.place.query_selector(selector).unwrap()
    }

    async fn set(&self, number: i32) {
        self.number.set(number);
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn an_element_that_is_drawn_again_is_the_same_and_like_the_new_one() {
    let lasting = Owner::new();
    let pressed = lasting.with(|| StoredValue::new(Vec::new()));
    let drawn = draw(move |number| {
        live(move || {
            let number = number.get();
            let button = element("button")
                .class("always")
                .attr_if("title", (number == 0).then_some("at first"))
                .attr("data-number", number.to_string())
                .live_flag("hidden", move || number == 2);
            // Live at first, and then said to be gone by what does not follow anything.
            let button = match number {
                0 => button.live_attr("data-first", || Some("yes".into())),
                _ => button.flag("data-first", false),
            };
            let press = move |_| pressed.update_value(|all| all.push(number));
            Some(button.on("click", press).text(number.to_string()).done())
        })
    });
    let before: HtmlElement = drawn.find("button").unwrap().unchecked_into();
    before.focus().unwrap();
    assert_eq!(before.title(), "at first");
    drawn.set(1).await;
    let after = drawn.find("button").unwrap();
    assert_eq!(after, *before.unchecked_ref::<Element>());
    assert_eq!(document().active_element(), Some(after.clone()));
    assert_eq!(after.get_attribute_names().to_vec().len(), 2);
    assert_eq!(after.get_attribute("data-number").as_deref(), Some("1"));
    assert_eq!(after.class_name(), "always");
    assert_eq!(after.text_content().as_deref(), Some("1"));
    before.click();
    assert_eq!(pressed.get_value(), [1]);
    drawn.set(2).await;
    assert!(before.hidden());
}

#[wasm_bindgen_test]
async fn an_element_of_another_kind_takes_its_place_among_the_others() {
    let drawn = draw(move |number| {
        let tag = move || if number.get() == 0 { "em" } else { "strong" };
        let changing = live(move || Some(element(tag()).text("b").done()));
        element("p").text("a").child(changing).text("c").done()
    });
    drawn.set(1).await;
    assert!(drawn.find("em").is_none());
    assert!(drawn.find("p > strong").is_some());
    assert_eq!(drawn.place.text_content().as_deref(), Some("abc"));
}

#[wasm_bindgen_test]
async fn there_can_be_more_children_or_fewer() {
    let drawn = draw(move |number| {
        live(move || {
            let items = (0..number.get()).map(|item| element("li").text(item.to_string()));
            Some(element("ul").children(items).done())
        })
    });
    for (number, shown) in [(3, "012"), (1, "0"), (0, ""), (2, "01")] {
        drawn.set(number).await;
        assert_eq!(drawn.find("ul").unwrap().text_content().as_deref(), Some(shown));
        assert_eq!(drawn.find("ul").unwrap().child_element_count(), number.unsigned_abs());
    }
}

#[wasm_bindgen_test]
async fn what_follows_a_signal_changes_in_place_and_only_when_it_has_changed() {
    let drawn = draw(move |number| {
        element("p")
            .live_attr("data-tens", move || Some((number.get() / 10).to_string().into()))
            .live_text(move || number.get().to_string())
            .done()
    });
    let paragraph = drawn.find("p").unwrap();
    assert_eq!(paragraph.get_attribute("data-tens").as_deref(), Some("0"));
    paragraph.set_attribute("data-tens", "untouched").unwrap();
    drawn.set(7).await;
    assert_eq!(paragraph.text_content().as_deref(), Some("7"));
    assert_eq!(paragraph.get_attribute("data-tens").as_deref(), Some("untouched"));
    drawn.set(12).await;
    assert_eq!(paragraph.get_attribute("data-tens").as_deref(), Some("1"));
    assert_eq!(drawn.find("p"), Some(paragraph));
}

#[wasm_bindgen_test]
async fn what_is_in_a_field_or_chosen_is_no_attribute() {
    let drawn = draw(move |number| {
        let field = element("input").live_value(move || number.get().to_string());
        let choice = element("input").attr("type", "radio").live_checked(move || number.get() == 1);
        element("p").child(field).child(choice).child(text("")).done()
    });
    let [field, choice] = ["input", "[type=radio]"]
        .map(|selector| drawn.find(selector).unwrap().unchecked_into::<HtmlInputElement>());
    assert_eq!((field.value().as_str(), choice.checked()), ("0", false));
    drawn.set(1).await;
    assert_eq!((field.value().as_str(), choice.checked()), ("1", true));
    drawn.set(2).await;
    assert_eq!((field.value().as_str(), choice.checked()), ("2", false));
    assert!(!field.has_attribute("value") && !choice.has_attribute("checked"));
}

#[wasm_bindgen_test]
async fn what_is_taken_away_hears_nothing_and_follows_nothing() {
    let lasting = Owner::new();
    let told = lasting.with(|| StoredValue::new(Vec::new()));
    let drawn = draw(move |number| {
        let tell = move |what: &'static str| told.update_value(|all| all.push(what));
        let follow = move || {
            tell("followed");
            number.get() > 0
        };
        element("button").on("click", move |_| tell("pressed")).live_flag("hidden", follow).done()
    });
    let button: HtmlElement = drawn.find("button").unwrap().unchecked_into();
    button.click();
    assert_eq!(told.get_value(), ["followed", "pressed"]);
    let Drawn { number, lasting: _kept, mounted, .. } = drawn;
    drop(mounted);
    assert!(!button.is_connected());
    button.click();
    number.set(1);
    settle().await;
    assert_eq!(told.get_value(), ["followed", "pressed"]);
}
