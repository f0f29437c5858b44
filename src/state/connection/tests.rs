//! Each thing that can be wrong, as a browser shows it, and what is concluded.

use super::*;

const HERE: Asked = Asked { is_elsewhere: false, takes_bodies: true };
const ELSEWHERE: Asked = Asked { is_elsewhere: true, takes_bodies: true };

/// What a browser shows to each kind of question.
type World = fn(Probe) -> Heard;

fn answer(status: u16) -> Heard {
    Heard::Answer { status, is_json: true, has_date: true }
}

fn page(status: u16) -> Heard {
    Heard::Answer { status, is_json: false, has_date: true }
}

/// Asks until it is clear; the questions asked, and what came of them.
fn run(asked: Asked, world: World) -> (Vec<Probe>, Verdict) {
    let (mut questions, mut last) = (Vec::new(), None);
    loop {
        match next(asked, last) {
            Next::Done(verdict) => return (questions, verdict),
            Next::Ask(probe) => {
                assert!(!questions.contains(&probe), "nothing is asked twice: {probe:?}");
                questions.push(probe);
                last = Some((probe, world(probe)));
            }
        }
    }
}

#[test]
fn what_is_wrong_is_told_from_what_a_browser_shows() {
    let table: [(&str, Asked, World, Verdict); 19] = [
        ("all is well", HERE, |_| answer(401), Verdict::Well),
        ("the proxy signs", HERE, |_| answer(200), Verdict::Well),
        ("all is well elsewhere", ELSEWHERE, |_| answer(401), Verdict::Well),
        ("no network", HERE, |_| Heard::Offline, Verdict::Offline),
        ("nothing listens", HERE, |_| Heard::Nothing, Verdict::Down),
        ("nothing listens elsewhere", ELSEWHERE, |_| Heard::Nothing, Verdict::Down),
        ("the page forbids it", ELSEWHERE, |_| Heard::Blocked, Verdict::Blocked),
        ("nothing comes", ELSEWHERE, |_| Heard::Silence, Verdict::Silent),
        ("bad gateway", HERE, |_| page(502), Verdict::ServiceDown(502)),
        ("an error of the service", HERE, |_| answer(500), Verdict::ServiceDown(500)),
        ("a login page", HERE, |_| page(200), Verdict::NotTheService(200)),
        ("an unknown path", ELSEWHERE, |_| page(404), Verdict::NotTheService(404)),
        ("a redirect", HERE, |_| Heard::Redirect, Verdict::Redirected),
        (
            "the origin is not allowed",
            ELSEWHERE,
            |probe| if probe == Probe::Blind { Heard::Opaque } else { Heard::Nothing },
            Verdict::OriginRefused,
        ),
        (
            "the header is not allowed",
            ELSEWHERE,
            |probe| if probe == Probe::Plain { answer(401) } else { Heard::Nothing },
            Verdict::TokenRefused,
        ),
        (
            "a body is not allowed",
            ELSEWHERE,
            |probe| if probe == Probe::Body { Heard::Nothing } else { answer(401) },
            Verdict::BodyRefused,
        ),
        (
            "the service is down, and so is what answers preflights",
            ELSEWHERE,
            |probe| if probe == Probe::Plain { page(502) } else { Heard::Nothing },
            Verdict::ServiceDown(502),
        ),
        (
            "no header can be read",
            ELSEWHERE,
            |_| Heard::Answer { status: 401, is_json: true, has_date: false },
            Verdict::NotExposed,
        ),
        ("the person cancels", ELSEWHERE, |_| Heard::Cancelled, Verdict::Cancelled),
    ];
    for (about, asked, world, verdict) in table {
        assert_eq!(run(asked, world).1, verdict, "{about}");
    }
}

#[test]
fn nothing_is_asked_that_is_not_needed() {
    let reads_only = Asked { takes_bodies: false, ..ELSEWHERE };
    assert_eq!(run(reads_only, |_| answer(401)), (vec![Probe::Signed], Verdict::Well));
    let (questions, _) = run(HERE, |_| Heard::Nothing);
    assert_eq!(questions, [Probe::Signed], "nothing can be refused on the page's own origin");
    let (questions, _) = run(ELSEWHERE, |_| Heard::Nothing);
    assert_eq!(questions, [Probe::Signed, Probe::Plain, Probe::Blind]);
}
