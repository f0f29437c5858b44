//! Files that are called by what is in them: `start.js` becomes `start-5a0c….js`.
//!
//! A name stands for the same bytes forever. Servers may let browsers keep such a file without
//! asking again, and a page that was opened before the files were replaced fetches its own ones or
//! none, never those of another build.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// How many digits of the digest a name has, two a byte: enough that none comes twice.
const DIGEST_BYTES: usize = 8;

/// A file that has got its name.
pub(super) struct Named {
    /// What it was called before, which is what the others call it.
    plain: String,
    /// What it is called now.
    name: String,
    /// What browsers check it with.
    integrity: String,
}

impl Named {
    /// Gives a file of this folder its name.
    pub(super) fn give(folder: &Path, plain: &str) -> Result<Self> {
        let file = folder.join(plain);
        let bytes = fs::read(&file).with_context(|| format!("{} is not there.", file.display()))?;
        let digest = Sha256::digest(bytes);
        let (stem, ending) = plain.rsplit_once('.').context("A file has no ending.")?;
        let digits: String =
            digest.iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{digits}.{ending}");
        fs::rename(&file, folder.join(&name))?;
        let integrity = format!("sha256-{}", STANDARD.encode(digest));
        Ok(Self { plain: plain.to_owned(), name, integrity })
    }

    /// The script with the new name, and with what the file is checked with wherever it is fetched.
    ///
    /// The two scripts that fetch something say it like this, and in no other way:
    /// `fetch(new URL("./name", import.meta.url))`.
    pub(super) fn in_script(&self, script: &str) -> Result<String> {
        let Self { plain, name, integrity } = self;
        let fetched = format!(r#"fetch(new URL("./{plain}", import.meta.url))"#);
        ensure!(
            script.contains(&fetched),
            "No script has {fetched}. Without it, {plain} is not checked."
        );
        let checked = format!(
            r#"fetch(new URL("./{name}", import.meta.url), {{ integrity: "{integrity}" }})"#
        );
        Ok(script.replace(&fetched, &checked))
    }

    /// The page with the new name, and with what the file is checked with if it is a script or a
    /// stylesheet. Browsers check nothing else that a page names; Chromium warns of the attribute at
    /// a preload of wasm (crbug.com/981419), and the script that fetches it has the check.
    pub(super) fn in_page(&self, page: &str) -> Result<String> {
        let Self { plain, name, integrity } = self;
        let is_checked = [".js", ".css"].iter().any(|ending| plain.ends_with(ending));
        let check = if is_checked { format!(r#" integrity="{integrity}""#) } else { String::new() };
        let mut named = page.to_owned();
        for attribute in ["href", "src"] {
            for before in
                [format!(r#"{attribute}="{plain}""#), format!(r#"{attribute}="./{plain}""#)]
            {
                let after = format!(r#"{attribute}="{name}"{check}"#);
                named = named.replace(&before, &after);
            }
        }
        ensure!(named != page, "index.html does not name {plain}.");
        Ok(named)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Named;

    fn named(content: &str) -> Named {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("start.js"), content).expect("a file");
        let named = Named::give(folder.path(), "start.js").expect("a name");
        assert_eq!(fs::read_to_string(folder.path().join(&named.name)).expect("the file"), content);
        named
    }

    #[test]
    fn a_name_changes_with_the_content_and_only_then() {
        let (one, same, other) = (named("a()"), named("a()"), named("b()"));
        assert_eq!(one.name, same.name);
        assert_ne!(one.name, other.name);
        let digits = one.name.strip_prefix("start-").and_then(|rest| rest.strip_suffix(".js"));
        let digits = digits.expect("start-….js");
        assert!(digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }

    #[test]
    fn whoever_fetches_the_file_checks_it() {
        // As `printf 'a()' | openssl dgst -sha256 -binary | base64` has it.
        let integrity = "sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=";
        let file = named("a()");
        let script = file.in_script(r#"fetch(new URL("./start.js", import.meta.url)).then(x)"#);
        assert_eq!(
            script.expect("it fetches the file"),
            format!(
                r#"fetch(new URL("./{}", import.meta.url), {{ integrity: "{integrity}" }}).then(x)"#,
                file.name
            )
        );
        let page = r#"<link href="./start.js"><script src="start.js"></script>"#;
        let attributes = format!(r#""{}" integrity="{integrity}""#, file.name);
        assert_eq!(
            file.in_page(page).expect("it names the file"),
            format!("<link href={attributes}><script src={attributes}></script>")
        );
        assert!(file.in_script("import('./start.js')").is_err());
        assert!(file.in_page("<p>start.js</p>").is_err());
    }
}
