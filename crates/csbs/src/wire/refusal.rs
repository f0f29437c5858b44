//! The bodies of refusals, in every shape they come in.

use crate::json::{Json, Object};
use crate::text;

/// The shape of the body of a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyShape {
    /// `{"error_code", "error_msg"}`: the service, as documented.
    Service,
    /// The same with a code `APIGW.…`: the gateway in front of all services.
    Gateway,
    /// One key around `{"code", "message"}`: the service or another one of OpenStack.
    Wrapped {
        /// The key, such as `badRequest` or `overLimit`.
        key: String,
    },
    /// `{"error": {"code", "message", "title"}}`: the service for signing in.
    Iam,
    /// JSON of any other shape.
    OtherJson,
    /// A page of a proxy or gateway.
    Html,
    /// Any other text.
    Text,
    /// Nothing.
    Empty,
}

/// What a body says about a refusal.
pub(crate) struct RefusalBody {
    pub(crate) shape: BodyShape,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) retry_after_seconds: Option<u64>,
}

impl RefusalBody {
    /// Reads a body; never fails, as any text has a shape.
    pub(crate) fn read(body: &str) -> Self {
        let Some(object) = Json::parse(body).ok().and_then(Json::object) else {
            return Self::of(shape_of_no_object(body), None);
        };
        let (shape, inner) = if let Some(shape) = documented_shape(&object) {
            (shape, None)
        } else if let Some(error) = object.object("error") {
            (BodyShape::Iam, Some(error))
        } else if let Some((key, error)) = wrapped(&object) {
            (BodyShape::Wrapped { key }, Some(error))
        } else {
            (BodyShape::OtherJson, None)
        };
        let mut read = Self::of(shape, Some(inner.as_ref().unwrap_or(&object)));
        read.request_id = read.request_id.or_else(|| object.text("request_id"));
        read
    }

    fn of(shape: BodyShape, object: Option<&Object<'_>>) -> Self {
        let text = |key| object.and_then(|object| object.text(key));
        let retry_after = object.and_then(|object| object.get("retryAfter"));
        Self {
            shape,
            code: text("error_code").or_else(|| text("code")),
            message: text("error_msg").or_else(|| text("message")).or_else(|| text("title")),
            request_id: text("request_id"),
            retry_after_seconds: retry_after.and_then(Json::whole_number),
        }
    }
}

/// The shape that the service and the gateway before it share, told apart by the code.
fn documented_shape(object: &Object<'_>) -> Option<BodyShape> {
    let code = object.text("error_code");
    match &code {
        Some(code) if code.starts_with("APIGW.") => Some(BodyShape::Gateway),
        Some(_) => Some(BodyShape::Service),
        None => object.get("error_msg").map(|_| BodyShape::Service),
    }
}

/// The first entry that is an object with a message or a code, as OpenStack services wrap it.
fn wrapped<'a>(object: &Object<'a>) -> Option<(String, Object<'a>)> {
    object.entries().find_map(|(key, value)| {
        let inner = value.object()?;
        inner.get("message").or(inner.get("code"))?;
        Some((key, inner))
    })
}

/// Whether a body that is no JSON is a page for people to read.
pub(super) fn is_web_page(body: &str) -> bool {
    text::trim_start(body).starts_with('<')
}

fn shape_of_no_object(body: &str) -> BodyShape {
    let body = text::trim(body);
    if body.is_empty() {
        BodyShape::Empty
    } else if Json::parse(body).is_ok() {
        BodyShape::OtherJson
    } else if is_web_page(body) {
        BodyShape::Html
    } else {
        BodyShape::Text
    }
}
