//! Reader's rule 6: times without a zone, read as UTC; anything else is shown as it came.

use csbs::{Time, Utc};

#[test]
fn rule_6_times_are_read_as_utc_with_digits_missing_or_not() {
    for (raw, unix_millis) in [
        ("1970-01-01T00:00:00", 0),
        ("1970-01-01T00:00:00.0009", 0),
        ("2017-04-18T01:21:52.701973", 1_492_478_512_701),
        ("2017-04-18T01:21:52.7", 1_492_478_512_700),
        ("2017-04-18T01:21:52", 1_492_478_512_000),
        ("2017-4-18T1:21:52.70", 1_492_478_512_700),
        (" 2017-04-18 01:21:52.701Z ", 1_492_478_512_701),
        ("2000-02-29T23:59:59.999", 951_868_799_999),
        ("2024-12-31T23:59:59", 1_735_689_599_000),
        ("1969-12-31T23:59:59.999", -1),
        ("0001-01-01T00:00:00", -62_135_596_800_000),
        ("9999-12-31T23:59:59.999", 253_402_300_799_999),
    ] {
        let time = Time::parse(raw);
        assert_eq!(time.unix_millis(), Some(unix_millis), "{raw}");
        assert_eq!(time.raw(), raw);
    }
}

#[test]
fn the_parts_of_a_time_can_be_read() {
    let utc = Time::parse("2017-4-8T01:21:52.701973").utc();
    let expected =
        Utc { year: 2017, month: 4, day: 8, hour: 1, minute: 21, second: 52, millisecond: 701 };
    assert_eq!(utc, Some(expected));
}

#[test]
fn rule_6_what_is_no_time_is_kept_as_text() {
    for raw in [
        "",
        "yesterday",
        "2017-04-18",
        "01:21:52",
        "2017-13-01T00:00:00",
        "2017-02-29T00:00:00",
        "1900-02-29T00:00:00",
        "2200-02-29T00:00:00",
        "2017-04-31T00:00:00",
        "2017-04-00T00:00:00",
        "2017-04-18T24:00:00",
        "2017-04-18T01:60:00",
        "2017-04-18T01:21",
        "2017-04-18T01:21:52.",
        "2017-04-18T01:21:52.7x",
        "2017-04-18T01:21:52+02:00",
        "2017-04-18T01:21:52:00",
        "2017-04-18-01T01:21:52",
        "+2017-04-18T01:21:52",
        "20170-04-18T01:21:52",
        "0000-01-01T00:00:00",
        "-2017-04-18T01:21:52",
        "２０１７-04-18T01:21:52",
        "1492478512",
    ] {
        let time = Time::parse(raw);
        assert_eq!((time.utc(), time.unix_millis(), time.raw()), (None, None, raw));
    }
}

#[test]
fn each_day_of_a_long_time_is_a_day_later_than_the_one_before() {
    let mut expected = Time::parse("1895-12-31T00:00:00").unix_millis().unwrap();
    let mut days = 0;
    for year in 1896..2006 {
        for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
            let time = Time::parse(&format!("{year}-{month}-{day}T00:00:00"));
            if let Some(millis) = time.unix_millis() {
                expected += 86_400_000;
                days += 1;
                assert_eq!(millis, expected, "{}", time.raw());
            }
        }
    }
    assert_eq!(days, 110 * 365 + 27);
}

#[test]
fn a_date_of_http_is_read() {
    for (raw, expected) in [
        ("Thu, 01 Jan 1970 00:00:01 GMT", Some(1_000)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", Some(784_111_777_000)),
        ("Sunday, 06-Nov-94 08:49:37 GMT", None),
        ("Sun Nov  6 08:49:37 1994", None),
        ("Sun, 06 Nov 1994 08:49:37 CET", None),
        ("Sun, 06 nov 1994 08:49:37 GMT", None),
        ("1994-11-06T08:49:37", None),
        ("", None),
    ] {
        let time = Time::parse_http_date(raw);
        assert_eq!(time.as_ref().and_then(Time::unix_millis), expected, "{raw:?}");
        assert_eq!(time.is_some(), expected.is_some(), "{raw:?}");
    }
}

#[test]
fn a_point_in_time_is_written_as_the_service_writes_it() {
    for (millis, written) in [
        (0, Some("1970-01-01T00:00:00.000000")),
        (1_492_478_512_701, Some("2017-04-18T01:21:52.701000")),
        (1_709_164_800_000, Some("2024-02-29T00:00:00.000000")),
        (-1, Some("1969-12-31T23:59:59.999000")),
        (-62_135_596_800_000, Some("0001-01-01T00:00:00.000000")),
        (-62_135_596_800_001, None),
        (253_402_300_799_999, Some("9999-12-31T23:59:59.999000")),
        (253_402_300_800_000, None),
        (i64::MIN, None),
        (i64::MAX, None),
    ] {
        let utc = Utc::from_unix_millis(millis);
        assert_eq!(utc.map(Utc::written).as_deref(), written, "{millis}");
        let again = utc.and_then(|utc| Time::parse(&utc.written()).unix_millis());
        assert_eq!(again, utc.map(|_| millis), "{millis}");
    }
}
