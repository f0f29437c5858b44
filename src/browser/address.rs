//! Where the page is.

/// The folder that the page is in, such as `https://console.example/`.
#[must_use]
pub fn folder() -> String {
    let path = leptos::prelude::window().location().pathname().unwrap_or_default();
    format!("{}{}", super::origin(), folder_of(&path))
}

fn folder_of(path: &str) -> &str {
    path.rfind('/').and_then(|end| path.get(..=end)).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::folder_of;

    #[test]
    fn the_folder_of_a_page_ends_with_a_slash() {
        for (path, folder) in [
            ("/", "/"),
            ("/index.html", "/"),
            ("/tools/backup/", "/tools/backup/"),
            ("/tools/backup", "/tools/"),
            ("", "/"),
        ] {
            assert_eq!(folder_of(path), folder, "{path}");
        }
    }
}
