//! Files that the page makes.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long a file stays in memory after it was offered: it is small, and a browser may ask the person
/// where to put it.
const READ_WITHIN: Duration = Duration::from_secs(60);

/// Offers a text to be saved as a file of this name; whether the browser has taken it.
#[must_use]
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    let offer = || -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&url);
        link.set_download(name);
        link.click();
        // Some browsers read it only a while after the click.
        set_timeout(move || drop(Url::revoke_object_url(&url)), READ_WITHIN);
        Ok(())
    };
    offer().is_ok()
}
