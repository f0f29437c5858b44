//! Reads the body of an answer piece by piece, so that an oversized one is refused while it
//! arrives and not after it has filled the memory.

use gloo_net::http::Response;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// How large an answer may be, in bytes.
pub const MAX_ANSWER_BYTES: usize = 1024 * 1024;

/// Why a body could not be read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// It has more than [`MAX_ANSWER_BYTES`].
    TooLarge,
    /// The connection ended first, or the request was aborted.
    BrokenOff,
}

/// The whole body as text. Bytes that are not UTF-8 become replacement characters.
///
/// # Errors
///
/// [`ReadError`]; what had arrived by then is dropped.
pub async fn read(response: &Response) -> Result<String, ReadError> {
    let Some(stream) = response.body() else {
        return Ok(String::new());
    };
    let reader: ReadableStreamDefaultReader =
        stream.get_reader().dyn_into().map_err(|_| ReadError::BrokenOff)?;
    // The browser keeps the pieces until all are there: memory that grew with each of them would
    // never shrink again.
    let mut pieces = Vec::new();
    let mut total = 0;
    while let Some(piece) = next(&reader).await.map_err(|_| ReadError::BrokenOff)? {
        total = length(&piece).saturating_add(total);
        if total > MAX_ANSWER_BYTES {
            // The rest is of no use: tell the browser to stop fetching it.
            let _ = reader.cancel();
            return Err(ReadError::TooLarge);
        }
        pieces.push(piece);
    }
    let mut bytes = vec![0; total];
    let mut rest = bytes.as_mut_slice();
    for piece in pieces {
        let (place, after) = rest.split_at_mut(length(&piece));
        piece.copy_to(place);
        rest = after;
    }
    // What is text already is not copied: an answer may have a megabyte.
    Ok(String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

fn length(piece: &Uint8Array) -> usize {
    usize::try_from(piece.length()).unwrap_or(usize::MAX)
}

async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, JsValue> {
    let result = JsFuture::from(reader.read()).await?;
    if Reflect::get(&result, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    Ok(Reflect::get(&result, &"value".into())?.dyn_into().ok())
}
