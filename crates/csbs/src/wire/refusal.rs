//! The bodies of refusals, in every shape they come in.

use crate::json::{self, Object};

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
        let Some(object) = Object::read(body) else {
            return Self::of(shape_of_no_object(body), None);
        };
        let (shape, inner) = if object
            .get("error_code")
            .or(object.get("error_msg"))
            .is_some()
        {
            let code = object.text("error_code").unwrap_or_default();
            let from_gateway = code.starts_with("APIGW.");
            (
                if from_gateway {
                    BodyShape::Gateway
                } else {
                    BodyShape::Service
                },
                None,
            )
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
            message: text("error_msg")
                .or_else(|| text("message"))
                .or_else(|| text("title")),
            request_id: text("request_id"),
            retry_after_seconds: retry_after.and_then(json::whole_number),
        }
    }
}

/// The first entry that is an object with a message or a code, as OpenStack services wrap it.
fn wrapped<'a>(object: &Object<'a>) -> Option<(String, Object<'a>)> {
    object.entries().find_map(|(key, value)| {
        let inner = Object::read(value)?;
        inner.get("message").or(inner.get("code"))?;
        Some((key.to_owned(), inner))
    })
}

fn shape_of_no_object(body: &str) -> BodyShape {
    let body = body.trim();
    if body.is_empty() {
        BodyShape::Empty
    } else if json::is_json(body) {
        BodyShape::OtherJson
    } else if body.starts_with('<') {
        BodyShape::Html
    } else {
        BodyShape::Text
    }
}
