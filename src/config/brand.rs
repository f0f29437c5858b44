//! The brand of a deployment, which the thorough reader knows only.

use csbs::json::Json;

use super::{ConfigProblem, wrong};
use csbs_theme::Brand;

/// Reads the key `brand` of a text that has been read already.
pub(super) fn of(text: &str) -> Result<Option<Brand>, ConfigProblem> {
    let object = Json::parse(text).ok().and_then(Json::object);
    let Some(value) = object.and_then(|object| object.get("brand")) else {
        return Ok(None);
    };
    let brand = value.object().ok_or_else(|| wrong("brand", value))?;
    Brand::read(&brand).map(Some).map_err(ConfigProblem::Brand)
}
