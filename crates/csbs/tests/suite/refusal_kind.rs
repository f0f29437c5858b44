//! What a refusal is about.

use csbs::RefusalKind::{
    self, Busy, ClosedToNewProjects, Gateway, Internal, NoPermission, NotFound, Other, Quota,
    RateLimited, Request, Server, ServiceDown, SignInAgain,
};
use csbs::{HttpResponse, Refusal};

fn kind(status: u16, body: &str) -> RefusalKind {
    Refusal::read(HttpResponse { status, headers: vec![], body: body.to_owned() }).kind()
}

#[test]
fn a_code_that_says_more_than_the_status_decides() {
    for (status, code, expected) in [
        (401, "APIGW.0301", SignInAgain),
        (400, "APIGW.0307", SignInAgain),
        (400, "BackupService.4008", ClosedToNewProjects),
        (400, "CSBS.9006", Quota),
        (400, "CSBS.6000", NotFound),
        (400, "CSBS.6001", Server),
        (400, "CSBS.6007", Server),
        (400, "CSBS.6061", Server),
        (500, "CSBS.1001", Busy),
        (500, "CSBS.6030", Busy),
        (400, "CSBS.2003", Busy),
        (400, "CSBS.7000", Request),
        (400, "CSBS.9001", Request),
        (403, "CSBS.9009", NoPermission),
        (500, "CSBS.9999", Internal),
        (500, "CSBS.9998", Internal),
        (503, "CSBS.0000", ServiceDown),
    ] {
        let body = format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#);
        assert_eq!(kind(status, &body), expected, "{status} {code}");
    }
}

#[test]
fn otherwise_the_status_and_who_answers_decide() {
    let service = r#"{"serviceUnavailable":{"code":503,"message":"m"}}"#;
    let gateway = r#"{"error_code":"APIGW.0201","error_msg":"Backend timeout."}"#;
    for (status, body, expected) in [
        (400, "", Request),
        (401, "<html>", SignInAgain),
        (403, "", NoPermission),
        (403, "<html>", Gateway),
        (404, "{}", NotFound),
        (404, "<html>404 nginx</html>", Gateway),
        (405, "", Request),
        (409, "{}", Request),
        (413, "<html>Request Entity Too Large</html>", Gateway),
        (413, r#"{"overLimit":{"message":"m","retryAfter":"0"}}"#, Quota),
        (413, r#"{"overLimit":{"message":"m"}}"#, Quota),
        (413, r#"{"overLimit":{"message":"m","retryAfter":"5"}}"#, RateLimited),
        (429, "<html>", RateLimited),
        (500, "", Internal),
        (500, "<html>", Gateway),
        (501, service, Internal),
        (502, "<html>", Gateway),
        (502, "", Gateway),
        (503, service, ServiceDown),
        (503, gateway, Gateway),
        (503, "no healthy upstream", Gateway),
        (504, "", Gateway),
        (302, "", Other),
        (304, "<html>", Other),
        (0, "", Other),
        (999, "{}", Other),
    ] {
        assert_eq!(kind(status, body), expected, "{status} {body}");
    }
}
