//! Memos for what is drawn, and comes and goes with it.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{Subscriber, ToAnySubscriber};

type Read<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

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
    // Of one type, so that only what it computes is code of its own.
    let read: Read<T> = Box::new(read);
    let memo = ArcMemo::new(read);
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}
