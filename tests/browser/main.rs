//! The components in a real browser, found by label, role and text, as a person finds them.
//!
//! - `element`: the elements that what comes first is made of, drawn, drawn again and taken away
//! - `form`: what is shown when, and what a person is told
//! - `tags`: rows that come, go and are pasted
//! - `outcome`: what came of sending, for each state
//! - `servers`: the way to the list of servers, and to asking about one
//! - `follow`: a backup that is followed, and the list of earlier ones
//! - `run`: many servers, from the form to the list of what has become of them
//! - `press`: that something is being pressed
//! - `redraws`: what a keystroke draws
//! - `sign_in`: what password managers find
//! - `token`: that it goes nowhere it should not
//! - `memory`: that nothing secret stays in the memory of the program
//! - `broken`: the block that stands in for a page that stopped working

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests say what they expect to be there")]

mod broken;
mod element;
mod follow;
mod form;
mod memory;
mod outcome;
mod page;
mod press;
mod redraws;
mod run;
mod servers;
mod sign_in;
mod tags;
mod token;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
