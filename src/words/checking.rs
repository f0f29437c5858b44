//! What the service says about many servers, in numbers.

use super::{Words, say};
use crate::state::check::Tally;

impl Words {
    /// How many servers can be backed up, how many cannot, and how many there is no answer about;
    /// how far asking has come, while it is under way.
    #[must_use]
    pub fn checked(self, tally: Tally) -> String {
        let total = tally.total();
        if tally.waiting > 0 {
            let known = total - tally.waiting;
            return say!(self, servers.check_many_asking, known = known, total = total);
        }
        let Tally { yes, no, open, .. } = tally;
        let said = match (yes, no) {
            (0, 0) => String::new(),
            _ if yes == total => say!(self, servers.check_all_can, count = yes),
            _ if no == total => say!(self, servers.check_none_can, count = no),
            (_, 0) => say!(self, servers.check_can, count = yes),
            (0, _) => say!(self, servers.check_cannot, count = no),
            (_, _) => say!(self, servers.check_both, count = yes, cannot = no),
        };
        let unknown = match open {
            0 => return said,
            _ => say!(self, servers.check_open, count = open),
        };
        if said.is_empty() { unknown } else { format!("{said} {unknown}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_is_in_the_sentence_and_none_for_nothing() {
        let table = [
            ([150, 40, 10, 0], "Asked about 50 of 200 servers…"),
            ([0, 200, 0, 0], "All 200 servers can be backed up."),
            ([0, 0, 200, 0], "None of the 200 servers can be backed up."),
            ([0, 187, 13, 0], "187 servers can be backed up, 13 cannot."),
            ([0, 1, 1, 0], "1 server can be backed up, 1 cannot."),
            ([0, 1, 0, 1], "1 server can be backed up. There is no answer about 1 server."),
            ([0, 2, 0, 3], "2 servers can be backed up. There is no answer about 3 servers."),
            ([0, 0, 1, 50], "1 server cannot be backed up. There is no answer about 50 servers."),
            ([0, 0, 9, 50], "9 servers cannot be backed up. There is no answer about 50 servers."),
            ([0, 0, 0, 50], "There is no answer about 50 servers."),
            (
                [0, 2, 3, 1],
                "2 servers can be backed up, 3 cannot. There is no answer about 1 server.",
            ),
        ];
        for ([waiting, yes, no, open], sentence) in table {
            let tally = Tally { waiting, yes, no, open };
            assert_eq!(Words::default().checked(tally), sentence, "{tally:?}");
        }
    }
}
