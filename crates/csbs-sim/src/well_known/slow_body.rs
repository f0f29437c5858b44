//! Answers whose body does not come in one piece: cut, slow, or far too long.

use std::{io, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

/// Pause between the pieces of a slow answer, and before a cut: what was written before it has
/// left by then.
const PAUSE: Duration = Duration::from_millis(100);

/// Bytes in a piece of a slow answer: a checkpoint takes about three seconds.
const DRIP_SIZE: usize = 20;

/// Bytes of a flood, over all, and in one piece.
pub(super) const FLOOD_SIZE: usize = 10_000_000;
const FLOOD_PIECE: usize = 50_000;

/// The first half of a text of ASCII characters.
pub(super) fn first_half(mut text: String) -> String {
    text.truncate(text.len() / 2);
    text
}

/// Half of the text under the length of the whole, then a broken connection.
pub(super) fn cut(text: String) -> Response {
    let length = text.len();
    let half = Bytes::from(first_half(text));
    let broken = stream::once(async {
        tokio::time::sleep(PAUSE).await;
        Err(io::Error::from(io::ErrorKind::ConnectionAborted))
    });
    let body = Body::from_stream(stream::iter([Ok(half)]).chain(broken));
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
    ];
    (headers, body).into_response()
}

/// The whole text in small pieces with pauses between.
pub(super) fn drip(text: String) -> Response {
    let text = Bytes::from(text);
    let pieces = (0..text.len()).step_by(DRIP_SIZE).map(move |start| {
        let end = text.len().min(start + DRIP_SIZE);
        text.slice(start..end)
    });
    let pieces = stream::iter(pieces).then(|piece| async {
        tokio::time::sleep(PAUSE).await;
        Ok::<_, io::Error>(piece)
    });
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(pieces)).into_response()
}

/// The text, which must be a JSON object, with spaces before its last brace until it is
/// [`FLOOD_SIZE`] long. No length is announced, so that a client has to count.
pub(super) fn flood(text: &str) -> Response {
    let start = text.strip_suffix('}').unwrap_or(text).to_owned();
    let padding = Bytes::from(vec![b' '; FLOOD_PIECE]);
    let pieces = FLOOD_SIZE / FLOOD_PIECE;
    let body = stream::once(async { Ok::<_, io::Error>(Bytes::from(start)) })
        .chain(stream::iter(std::iter::repeat_n(padding, pieces).map(Ok)))
        .chain(stream::once(async { Ok(Bytes::from_static(b"}")) }));
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(body)).into_response()
}
