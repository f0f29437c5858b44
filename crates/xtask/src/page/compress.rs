//! The compressed forms of the files to host, made once and as small as possible, so that a
//! server only picks: `.br` (Brotli, quality 11) and `.gz` beside each file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::CompressorWriter;
use flate2::{Compression, write::GzEncoder};

/// What shrinks. Pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 7] = ["css", "html", "js", "json", "svg", "txt", "wasm"];

/// What operators edit or read: a compressed form of `config.json` would keep telling the old
/// settings.
const LEFT_ALONE: [&str; 2] = ["config.json", "security-headers.json"];

const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
const BUFFER: usize = 1 << 16;

/// Writes the compressed forms of the files in a folder and its folders.
///
/// There are no `.zst`: at its highest level Zstandard makes every file of the page larger than
/// Brotli does, the wasm by six percent.
pub(crate) fn compress(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        if is_compressible(&file) {
            one(&file)?;
        }
    }
    Ok(())
}

/// Writes the compressed forms of one file.
fn one(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    fs::write(with_ending(file, "br"), brotli(&bytes)?)?;
    fs::write(with_ending(file, "gz"), gzip(&bytes)?)?;
    Ok(())
}

/// How many bytes one file is, as it is and compressed.
pub(crate) struct Sizes {
    /// The file's path in the folder.
    pub(crate) file: String,
    /// As it is.
    pub(crate) plain: u64,
    /// With gzip, where it was made.
    pub(crate) gzip: Option<u64>,
    /// With Brotli, where it was made.
    pub(crate) brotli: Option<u64>,
}

/// The sizes of the files in a folder, by name.
pub(crate) fn sizes(folder: &Path) -> Result<Vec<Sizes>> {
    let length = |file: &Path| fs::metadata(file).map(|metadata| metadata.len());
    files(folder)?
        .into_iter()
        .filter(|file| !file.extension().is_some_and(|ending| ending == "br" || ending == "gz"))
        .map(|file| {
            Ok(Sizes {
                plain: length(&file)?,
                gzip: length(&with_ending(&file, "gz")).ok(),
                brotli: length(&with_ending(&file, "br")).ok(),
                file: file.strip_prefix(folder)?.to_string_lossy().into_owned(),
            })
        })
        .collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("{} cannot be read.", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn is_compressible(file: &Path) -> bool {
    let is_one_of = |part: Option<&std::ffi::OsStr>, list: &[&str]| {
        part.and_then(|part| part.to_str()).is_some_and(|part| list.contains(&part))
    };
    is_one_of(file.extension(), &COMPRESSIBLE) && !is_one_of(file.file_name(), &LEFT_ALONE)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = CompressorWriter::new(Vec::new(), BUFFER, BROTLI_QUALITY, BROTLI_WINDOW);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::{compress, sizes};

    #[test]
    fn what_is_compressed_unpacks_to_the_same() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let text = "Back up a server. ".repeat(500);
        fs::create_dir(folder.path().join("inner")).expect("a folder");
        fs::write(folder.path().join("inner/page.js"), &text).expect("a file");
        fs::write(folder.path().join("config.json"), "{}").expect("a file");
        compress(folder.path()).expect("compressed");

        let read = |name: &str| fs::read(folder.path().join(name)).expect("a compressed file");
        let (brotli, gzip) = (read("inner/page.js.br"), read("inner/page.js.gz"));
        let mut unpacked = String::new();
        brotli::Decompressor::new(brotli.as_slice(), 4096)
            .read_to_string(&mut unpacked)
            .expect("Brotli");
        assert_eq!(unpacked, text);
        unpacked.clear();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, text);
    }

    #[test]
    fn the_settings_that_operators_edit_have_no_compressed_form() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("config.json"), "{}").expect("a file");
        fs::write(folder.path().join("a.css"), "a{}").expect("a file");
        fs::write(folder.path().join("b.cdx.json"), "{}").expect("a file");
        compress(folder.path()).expect("compressed");
        let listed = sizes(folder.path()).expect("sizes");
        let names: Vec<&str> = listed.iter().map(|sizes| sizes.file.as_str()).collect();
        assert_eq!(names, ["a.css", "b.cdx.json", "config.json"]);
        assert!(listed[0].brotli.is_some() && listed[0].gzip.is_some());
        assert!(listed[1].brotli.is_some() && listed[1].gzip.is_some());
        assert!(listed[2].brotli.is_none() && listed[2].gzip.is_none());
    }
}
