//! Points in time as the service writes them.
//!
//! The service writes no zone; its times are read as UTC. This module knows no clock and no zone
//! of the person.

/// A point in time: the text that came, and what it says when it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    raw: String,
    utc: Option<Utc>,
}

/// A date and a time of day in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utc {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u16,
    /// The day of the month, from 1.
    pub day: u16,
    /// The hour, 0 to 23.
    pub hour: u16,
    /// The minute, 0 to 59.
    pub minute: u16,
    /// The second, 0 to 59.
    pub second: u16,
    /// The thousandth of the second, 0 to 999; finer digits are dropped.
    pub millisecond: u16,
}

impl Time {
    /// Reads a time like `2017-04-18T01:21:52.701973`: digits may be missing (`2017-4-8T1:21:52`),
    /// a space may stand for the `T`, and a `Z` may follow. Never fails; what is anything else is
    /// kept as text only.
    ///
    /// ```
    /// let time = csbs::Time::parse("2017-04-18T01:21:52.701973");
    /// assert_eq!(time.unix_millis(), Some(1_492_478_512_701));
    /// ```
    pub fn parse(raw: &str) -> Self {
        Self { raw: raw.to_owned(), utc: Utc::parse(raw.trim()) }
    }

    /// Reads a date of an HTTP header, such as `Wed, 21 Oct 2015 07:28:00 GMT`; `None` when the
    /// text is none. The two older forms that HTTP once had are not read.
    pub fn parse_http_date(raw: &str) -> Option<Self> {
        Some(Self { raw: raw.to_owned(), utc: Some(Utc::parse_http_date(raw)?) })
    }

    /// The text as it came.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// What the text says, as UTC; `None` when it cannot be read.
    pub fn utc(&self) -> Option<Utc> {
        self.utc
    }

    /// The milliseconds since the start of 1970 in UTC; `None` when the text cannot be read.
    pub fn unix_millis(&self) -> Option<i64> {
        self.utc.map(Utc::unix_millis)
    }
}

impl Utc {
    /// The point in time so many milliseconds after the start of 1970; `None` outside of the years
    /// 1 to 9999.
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        let (days, of_day) = (millis.div_euclid(MILLIS_A_DAY), millis.rem_euclid(MILLIS_A_DAY));
        let mut days = u32::try_from(days.checked_add(DAYS_BEFORE_1970)?).ok()?;
        let mut year = 1;
        while days >= days_in_year(year) {
            days -= days_in_year(year);
            year += 1;
            if year > 9999 {
                return None;
            }
        }
        let mut month = 1;
        while days >= u32::from(days_in(year, month)) {
            days -= u32::from(days_in(year, month));
            month += 1;
        }
        let part = |unit: i64, count: i64| u16::try_from(of_day / unit % count).ok();
        Some(Self {
            year,
            month,
            day: u16::try_from(days).ok()? + 1,
            hour: part(3_600_000, 24)?,
            minute: part(60_000, 60)?,
            second: part(1000, 60)?,
            millisecond: part(1, 1000)?,
        })
    }

    /// The time as the service writes it: `2017-04-18T01:21:52.701000`.
    pub fn written(self) -> String {
        let Self { year, month, day, hour, minute, second, millisecond } = self;
        format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millisecond:03}000"
        )
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('Z').unwrap_or(text);
        let (date, time) = text.split_once(['T', ' '])?;
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [year, month, day] = three_numbers(date, '-')?;
        let [hour, minute, second] = three_numbers(time, ':')?;
        let millisecond = thousandths(fraction)?;
        let is_date =
            year > 0 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        let is_time = hour < 24 && minute < 60 && second < 60;
        let utc = Self { year, month, day, hour, minute, second, millisecond };
        (is_date && is_time).then_some(utc)
    }

    fn parse_http_date(text: &str) -> Option<Self> {
        let (_, rest) = text.split_once(", ")?;
        let (date, time) = rest.strip_suffix(" GMT")?.split_once(':')?;
        let (date, hour) = date.rsplit_once(' ')?;
        let [day, month, year]: [&str; 3] = date.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let month = MONTHS.iter().position(|name| *name == month)? + 1;
        Self::parse(&format!("{year}-{month}-{day}T{hour}:{time}"))
    }

    fn unix_millis(self) -> i64 {
        let minutes = i64::from(self.hour) * 60 + i64::from(self.minute);
        let seconds = self.days_since_1970() * 86_400 + minutes * 60 + i64::from(self.second);
        seconds * 1000 + i64::from(self.millisecond)
    }

    /// Days in the proleptic Gregorian calendar: whole years before, then whole months, then days.
    fn days_since_1970(self) -> i64 {
        let before = i64::from(self.year) - 1;
        let years = before * 365 + before / 4 - before / 100 + before / 400;
        let months: u16 = (1..self.month).map(|month| days_in(self.year, month)).sum();
        years + i64::from(months + self.day) - 1 - DAYS_BEFORE_1970
    }
}

/// The months as HTTP abbreviates them.
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The days from the first day of year 1 to the first day of 1970.
const DAYS_BEFORE_1970: i64 = 719_162;

fn three_numbers(text: &str, separator: char) -> Option<[u16; 3]> {
    let mut parts = text.split(separator);
    let mut next = || number(parts.next()?);
    let numbers = [next()?, next()?, next()?];
    parts.next().is_none().then_some(numbers)
}

/// A number of one to four digits and nothing else.
fn number(digits: &str) -> Option<u16> {
    if digits.len() > 4 || !are_digits(digits) {
        return None;
    }
    digits.parse().ok()
}

/// The first three digits of a fraction, as thousandths.
fn thousandths(fraction: &str) -> Option<u16> {
    if !are_digits(fraction) {
        return None;
    }
    let digits = fraction.bytes().map(|byte| u16::from(byte - b'0')).chain([0, 0]);
    Some(digits.take(3).fold(0, |sum, digit| sum * 10 + digit))
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

const MILLIS_A_DAY: i64 = 86_400_000;

fn days_in_year(year: u16) -> u32 {
    (1..=12).map(|month| u32::from(days_in(year, month))).sum()
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
