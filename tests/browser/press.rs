//! That something is being pressed, as far as what is drawn by itself has to know.

use csbs_console::browser::{is_pressed, notice_presses};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MouseEvent, MouseEventInit};

use crate::page::settle;

const FIRST: i16 = 0;
const SECOND: i16 = 2;

fn happen(name: &str, button: i16) {
    let about = MouseEventInit::new();
    about.set_bubbles(true);
    about.set_button(button);
    let event = MouseEvent::new_with_mouse_event_init_dict(name, &about).unwrap();
    document().body().unwrap().dispatch_event(&event).unwrap();
}

#[wasm_bindgen_test]
async fn a_press_lasts_until_its_click() {
    let owner = Owner::new();
    owner.with(notice_presses);
    for end in ["pointerup", "pointercancel"] {
        happen("pointerdown", FIRST);
        assert!(is_pressed());
        happen(end, FIRST);
        assert!(is_pressed(), "a click may follow");
        while is_pressed() {
            settle().await;
        }
    }
    happen("pointerdown", SECOND);
    assert!(!is_pressed(), "its end may be lost in a menu");
}

#[wasm_bindgen_test]
fn a_press_that_nobody_listens_to_is_none() {
    let owner = Owner::new();
    owner.with(notice_presses);
    happen("pointerdown", FIRST);
    owner.cleanup();
    assert!(!is_pressed());
    happen("pointerdown", FIRST);
    assert!(!is_pressed());
}
