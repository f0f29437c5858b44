//! Memos for what comes and goes, such as a tag row.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

/// A memo that lets go of what it reads when its owner is cleaned up.
///
/// A plain [`Memo`] stays in the list of subscribers of every signal it has read, until that
/// signal changes. In a row that reads a signal of the whole page, which may never change, each
/// row that was ever there would stay in memory.
#[must_use]
pub fn passing<T>(read: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let memo = ArcMemo::new(read);
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}
