//! Which rows of a long list are drawn, and where the keyboard leads, as arithmetic.
//!
//! All rows are equally high. Lengths are in CSS pixels; rows count from 0.

/// How many rows are drawn above and below those in sight, so that turning the wheel shows no gap.
const SPARE: usize = 4;

/// A step of the keyboard in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// As many rows up as are in sight.
    PageUp,
    /// As many rows down as are in sight.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// Where a step leads from this row, in a list of so many rows, with so many in sight; `None` in
/// an empty list. Without a row to start from, it leads to the first row, or the last.
#[must_use]
pub fn step(from: Option<usize>, step: Step, count: usize, in_sight: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let page = in_sight.max(1);
    let row = match (from, step) {
        (_, Step::Last) => last,
        (_, Step::First) | (None, _) => 0,
        (Some(row), Step::Up) => row.saturating_sub(1),
        (Some(row), Step::Down) => row.saturating_add(1),
        (Some(row), Step::PageUp) => row.saturating_sub(page),
        (Some(row), Step::PageDown) => row.saturating_add(page),
    };
    Some(row.min(last))
}

/// The rows to draw: the first, and the one after the last. `offset` is how far the list is
/// scrolled, `height` how much of it is in sight.
#[must_use]
pub fn visible(offset: i32, height: i32, row: f64, count: usize) -> (usize, usize) {
    let first = rows(f64::from(offset.max(0)), row).saturating_sub(SPARE);
    let fitting = rows(f64::from(height.max(0)), row) + 1;
    let end = first.saturating_add(fitting + 2 * SPARE).min(count);
    (first.min(end.saturating_sub(1)), end)
}

/// How many whole rows are in sight at once; at least one.
#[must_use]
pub fn in_sight(height: i32, row: f64) -> usize {
    rows(f64::from(height.max(0)), row).max(1)
}

/// How far to scroll so that a row is wholly in sight; `None` when it is already.
#[must_use]
pub fn offset_to_show(index: usize, offset: i32, height: i32, row: f64) -> Option<i32> {
    #[expect(clippy::cast_precision_loss, reason = "a list has far fewer than 2^52 rows")]
    let top = index as f64 * row;
    let bottom = top + row;
    let (offset, height) = (f64::from(offset), f64::from(height));
    if top < offset {
        Some(whole(top.floor()))
    } else if bottom > offset + height {
        Some(whole((bottom - height).ceil()))
    } else {
        None
    }
}

fn rows(length: f64, row: f64) -> usize {
    // Before anything is drawn, a row has no height.
    if row <= 0.0 { 0 } else { usize::try_from(whole((length / row).floor())).unwrap_or_default() }
}

fn whole(length: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a cast to an integer saturates")]
    let whole = length as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_in_the_list() {
        let table = [
            (None, Step::Down, 5000, Some(0)),
            (None, Step::Last, 5000, Some(4999)),
            (Some(0), Step::Up, 5000, Some(0)),
            (Some(7), Step::Up, 5000, Some(6)),
            (Some(7), Step::PageDown, 5000, Some(13)),
            (Some(4999), Step::Down, 5000, Some(4999)),
            (Some(4998), Step::PageDown, 5000, Some(4999)),
            (Some(3), Step::PageUp, 5000, Some(0)),
            (Some(3), Step::First, 5000, Some(0)),
            (Some(3), Step::Down, 0, None),
            (Some(9), Step::Down, 2, Some(1)),
        ];
        for (from, taken, count, to) in table {
            assert_eq!(step(from, taken, count, 6), to, "{from:?} {taken:?} of {count}");
        }
    }

    #[test]
    fn only_what_is_in_sight_is_drawn_and_a_little_more() {
        let table = [
            (0, 400, 80.0, 5000, (0, 14)),
            (8000, 400, 80.0, 5000, (96, 110)),
            (399_600, 400, 80.0, 5000, (4991, 5000)),
            (0, 400, 80.0, 3, (0, 3)),
            (9999, 400, 80.0, 3, (2, 3)),
            (0, 400, 80.0, 0, (0, 0)),
            (0, 0, 0.0, 5000, (0, 9)),
            (-20, 400, 80.0, 5000, (0, 14)),
        ];
        for (offset, height, row, count, drawn) in table {
            assert_eq!(visible(offset, height, row, count), drawn, "{offset} {height} {row}");
        }
    }

    #[test]
    fn the_list_scrolls_just_as_far_as_it_has_to() {
        let table = [
            (0, 0, None),
            (4, 0, None),
            (5, 0, Some(80)),
            (4999, 0, Some(399_600)),
            (2, 200, Some(160)),
            (2, 160, None),
        ];
        for (index, offset, to) in table {
            assert_eq!(offset_to_show(index, offset, 400, 80.0), to, "row {index} at {offset}");
        }
    }
}
