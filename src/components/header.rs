//! The first line of the page: whose it is, and in which colours it is seen.

use csbs_theme::{Brand, Scheme};
use leptos::prelude::*;

use crate::words::{say, use_words};
use crate::{brand, browser, scheme};

/// The name of the page, behind that of its portal.
pub fn name() -> AnyView {
    let words = use_words();
    view! {
        {move || mark(brand::shown())}
        {say!(words, page.product)}
    }
    .into_any()
}

/// The logo, or the name where there is none.
fn mark(brand: Brand) -> AnyView {
    match (brand.name, brand.logo) {
        (name, Some(logo)) => {
            let address = browser::beside(logo.as_str());
            view! { <img class="csbs-brand__logo" src=address alt=name /> }.into_any()
        }
        (Some(name), None) => view! { <span class="csbs-brand">{name}</span> }.into_any(),
        (None, None) => ().into_any(),
    }
}

/// The choice of colours. What is chosen is kept in this browser.
pub fn scheme_choice() -> AnyView {
    let words = use_words();
    let chosen = scheme::chosen().map_or("", Scheme::as_str);
    let option = |(value, label): (&'static str, &'static str)| {
        view! {
            <option value=value selected=value == chosen>
                {label}
            </option>
        }
        .into_any()
    };
    let [light, dark, contrast_light, contrast_dark] = Scheme::ALL.map(Scheme::as_str);
    let options = [
        ("", say!(words, scheme.system)),
        (light, say!(words, scheme.light)),
        (dark, say!(words, scheme.dark)),
        (contrast_light, say!(words, scheme.contrast_light)),
        (contrast_dark, say!(words, scheme.contrast_dark)),
    ];
    view! {
        <label class="csbs-scheme">
            <span class="csbs-scheme__label">{say!(words, scheme.label)}</span>
            <select
                class="csbs-input csbs-input--small"
                on:change=move |event| scheme::choose(Scheme::named(&event_target_value(&event)))
            >
                {options.map(option).into_iter().collect::<Vec<AnyView>>()}
            </select>
        </label>
    }
    .into_any()
}
