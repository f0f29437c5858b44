//! When the next question is asked, which one that is, and what its answer leads to.

use csbs::{Backup, Failure, NotSent, RefusalKind};

use super::question::{Question, one};
use super::round::{Read, Round};
use super::{Around, BETWEEN, Entry, FIRST, Follow, LONGEST, Reaction, SLOWEST, SMALLEST_PAGE};

/// How far the clock of the service may be behind this one to be reckoned with: a day.
const MOST_SKEW: i64 = 86_400_000;

/// Where the asking is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Poll {
    /// The next question is due then, if there is one to ask and nothing holds it up.
    Due(i64),
    /// This question is under way, with the token of this number.
    Asking(u32, u32, Question),
    /// The token is no longer accepted: only a new one goes on.
    SignedOut,
}

impl Follow {
    /// The next round is due then, if it is not earlier. While nothing is open, the time of the
    /// next round is one that has long passed, and says nothing.
    pub(super) fn hurry(&mut self, at: i64, was_open: bool) {
        if self.round_at > at || !was_open {
            self.round_at = at;
        }
        self.urge(at);
        if let Poll::Due(due) = &mut self.poll
            && !was_open
        {
            *due = at;
        }
    }

    /// The next question is due then, if it is not earlier.
    pub(super) fn urge(&mut self, at: i64) {
        if let Poll::Due(due) = &mut self.poll {
            *due = at.min(*due);
        }
    }

    /// Goes on after a while in which nothing could be asked.
    pub(super) fn resume(&mut self, back: bool, now: i64) {
        if back && let Poll::Due(due) = &mut self.poll {
            *due = now;
            (self.failures, self.rounds, self.round_at) = (0, 0, now);
        }
    }

    /// The token is another one, or gone: what the one before was refused may be permitted now.
    pub(super) fn token(&mut self, token: bool, now: i64, reaction: &mut Reaction) {
        self.around.token = token;
        self.tokens += 1;
        let barred = self.entries.all().filter(|entry| entry.barred);
        reaction.touched = barred.map(|entry| entry.recent.id.clone()).collect();
        self.change(&reaction.touched, |entry| entry.barred = false);
        self.round = None;
        self.round_at = now + FIRST;
        // A token may be typed key by key: what is not complete yet is not tried.
        if !matches!(self.poll, Poll::Asking(..)) {
            self.poll = Poll::Due(self.round_at);
        }
    }

    /// The question that is to be asked now, if there is one.
    pub(super) fn next(&mut self, now: i64) -> Option<(u32, Question)> {
        let Around { visible, online, token } = self.around;
        let Poll::Due(due) = self.poll else {
            return None;
        };
        if now < due || !(visible && online && token) {
            return None;
        }
        let question = self.urgent().or_else(|| {
            if self.round.is_none() && now >= self.round_at && self.is_open() {
                self.round = Some(Round::begin(&mut self.entries, self.lists));
            }
            self.round.as_mut()?.question(&self.entries, &mut self.turn)
        });
        let Some(question) = question else {
            self.go_on(now, 0);
            return None;
        };
        self.asked = self.asked.wrapping_add(1);
        self.poll = Poll::Asking(self.asked, self.tokens, question.clone());
        Some((self.asked, question))
    }

    /// Takes the answer to the question of this number.
    pub(super) fn answered(
        &mut self,
        number: u32,
        answer: Result<Vec<Backup>, Failure>,
        now: i64,
        reaction: &mut Reaction,
    ) {
        let Poll::Asking(waited_for, token, question) = &self.poll else {
            return;
        };
        if *waited_for != number {
            return;
        }
        let (token, question) = (*token, question.clone());
        if let Question::Record(id, ..) | Question::Item(id, ..) = &question {
            self.urgent.retain(|urgent| urgent != id);
        }
        match answer {
            Ok(backups) => {
                self.failures = 0;
                self.trouble = None;
                let mut none = Round::default();
                let round = self.round.as_mut().unwrap_or(&mut none);
                let read = round.read(&mut self.entries, &question, &backups, now);
                self.take(read, reaction);
                self.go_on(now, 0);
            }
            Err(failure) => self.fail(&question, failure, token, now, reaction),
        }
    }

    fn take(&mut self, read: Read, reaction: &mut Reaction) {
        let Read { touched, changed, skew } = read;
        for entry in changed.iter().filter_map(|id| self.entries.get(id)) {
            self.batch.update(entry);
        }
        (reaction.touched, reaction.changed) = (touched, changed);
        if let Some(skew) = skew.filter(|skew| *skew > -MOST_SKEW) {
            self.lists.skew = self.lists.skew.min(skew);
        }
    }

    /// Says when the next question is due: `at_least` so many milliseconds from now.
    fn go_on(&mut self, now: i64, at_least: i64) {
        let is_urgent = self.urgent().is_some();
        if let Some(round) = &mut self.round
            && round.question(&self.entries, &mut self.turn).is_none()
        {
            self.round = None;
            self.rounds = self.rounds.saturating_add(1);
            self.round_at = now + pause(self.rounds);
        }
        let has_more = is_urgent || self.round.is_some();
        let due = if has_more { now + BETWEEN } else { self.round_at.max(now + BETWEEN) };
        self.poll = Poll::Due(due.max(now + at_least));
    }

    /// The question about what the person wants to see now.
    fn urgent(&mut self) -> Option<Question> {
        let entries = &self.entries;
        let is_asked = |id: &String| entries.get(id).is_some_and(|entry| entry.is_asked());
        self.urgent.retain(is_asked);
        self.urgent.first().and_then(|id| entries.get(id)).map(|entry| one(entry))
    }

    fn fail(
        &mut self,
        question: &Question,
        failure: Failure,
        token: u32,
        now: i64,
        reaction: &mut Reaction,
    ) {
        let kind = match &failure {
            Failure::Refused(refusal) => Some(refusal.kind()),
            _ => None,
        };
        match kind {
            Some(RefusalKind::SignInAgain) if token == self.tokens => {
                self.poll = Poll::SignedOut;
                return;
            }
            Some(RefusalKind::SignInAgain) => {
                self.poll = Poll::Due(now + FIRST);
                return;
            }
            // Another project than that of the token: nothing is to be had with this one.
            Some(RefusalKind::NoPermission | RefusalKind::NotFound) => {
                reaction.touched = self.concerned(question);
                self.change(&reaction.touched, |entry| entry.barred = true);
            }
            _ if matches!(failure, Failure::TooLarge { .. }) => {
                if matches!(question, Question::Since(_)) && self.lists.limit > SMALLEST_PAGE {
                    self.lists.limit /= 2;
                } else {
                    let concerned = self.concerned(question);
                    self.change(&concerned, |entry| entry.solo = true);
                }
            }
            _ => {}
        }
        if let Some(round) = &mut self.round {
            round.fail(question);
        }
        self.failures = self.failures.saturating_add(1);
        let asked_for = match &failure {
            Failure::Refused(refusal) => refusal.retry_after_seconds,
            _ => None,
        };
        let own = pause(self.failures).saturating_mul(2);
        let wait = asked_for
            .and_then(|seconds| i64::try_from(seconds).ok()?.checked_mul(1000))
            .map_or(own, |asked_for| asked_for.max(own));
        self.go_on(now, wait.min(LONGEST));
        // Without a token or a network that is what is said, and not how the question fared.
        self.trouble = Some(failure).filter(|failure| {
            !matches!(failure, Failure::NotSent(NotSent::TokenMissing | NotSent::Offline))
        });
    }

    fn concerned(&self, question: &Question) -> Vec<String> {
        let concerned = self.entries.all().filter(|entry| question.concerns(entry));
        concerned.map(|entry| entry.recent.id.clone()).collect()
    }

    fn change(&mut self, ids: &[String], change: impl Fn(&mut Entry)) {
        for id in ids {
            if let Some(entry) = self.entries.get_mut(id) {
                change(entry);
            }
        }
    }
}

/// The time after so many rounds, in milliseconds.
pub fn pause(rounds: u32) -> i64 {
    (0..rounds.min(10)).fold(FIRST, |pause, _| (pause * 3 / 2).min(SLOWEST))
}
