//! A drawing of lines, circles and boxes as one path.

use std::fmt;

use roxmltree::{Document, Node};

/// Why a drawing has no outline here.
#[derive(Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no SVG document.
    NoDocument(String),
    /// It has an element of this name.
    Shape(String),
    /// An element lacks this attribute, or it is no number.
    Attribute(String),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDocument(why) => write!(f, "a drawing is no SVG document: {why}"),
            Self::Shape(name) => write!(f, "a drawing has a <{name}>, which has no outline here"),
            Self::Attribute(name) => write!(f, "a shape has no number as its attribute {name}"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// All shapes of an SVG document as the data of one path.
///
/// # Errors
///
/// When the text is no document, or has a shape that is not known here.
pub fn outline(svg: &str) -> Result<String, Unreadable> {
    let document =
        Document::parse(svg).map_err(|error| Unreadable::NoDocument(error.to_string()))?;
    let shapes = document.root_element().children().filter(Node::is_element);
    shapes.map(shape).collect()
}

/// A shape, whose first point counts from the corner of the drawing wherever the one before ended.
fn shape(element: Node<'_, '_>) -> Result<String, Unreadable> {
    let name = element.tag_name().name();
    let path = match name {
        "path" => element.attribute("d").ok_or_else(|| lacking("d"))?.to_owned(),
        "circle" => circle(element)?,
        "line" => line(element)?,
        "rect" => rounded_box(element)?,
        _ => return Err(Unreadable::Shape(name.to_owned())),
    };
    Ok(format!("M0 0{path}"))
}

fn circle(element: Node<'_, '_>) -> Result<String, Unreadable> {
    let number = |name| number(element, name);
    let (x, y, radius) = (number("cx")?, number("cy")?, number("r")?);
    let (left, across) = (x - radius, 2.0 * radius);
    Ok(format!("M{left} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0"))
}

fn line(element: Node<'_, '_>) -> Result<String, Unreadable> {
    let number = |name| number(element, name);
    let (x1, y1, x2, y2) = (number("x1")?, number("y1")?, number("x2")?, number("y2")?);
    Ok(format!("M{x1} {y1}L{x2} {y2}"))
}

/// A box, whose corners are as round downwards as across.
fn rounded_box(element: Node<'_, '_>) -> Result<String, Unreadable> {
    let number = |name| number(element, name);
    let (x, y, width, height) = (number("x")?, number("y")?, number("width")?, number("height")?);
    let round = if element.has_attribute("rx") { number("rx")? } else { 0.0 };
    let (across, down) = (width - 2.0 * round, height - 2.0 * round);
    let corner = |x: &str, y: &str| format!("a{round} {round} 0 0 1 {x}{round} {y}{round}");
    Ok(format!(
        "M{} {y}h{across}{}v{down}{}h-{across}{}v-{down}{}z",
        x + round,
        corner("", ""),
        corner("-", ""),
        corner("-", "-"),
        corner("", "-"),
    ))
}

fn number(element: Node<'_, '_>, name: &str) -> Result<f64, Unreadable> {
    let text = element.attribute(name).ok_or_else(|| lacking(name))?;
    text.parse().map_err(|_| lacking(name))
}

fn lacking(name: &str) -> Unreadable {
    Unreadable::Attribute(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, outline};

    fn of(shapes: &str) -> Result<String, Unreadable> {
        outline(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\"> {shapes} </svg>"))
    }

    #[test]
    fn each_shape_has_its_path() {
        for (shapes, path) in [
            ("<path d=\"m15 9-6 6\" />", "M0 0m15 9-6 6"),
            ("<path d=\"M1 2\" /> <path d=\"m3 4\" />", "M0 0M1 2M0 0m3 4"),
            (
                "<circle cx=\"12\" cy=\"12\" r=\"10\" />",
                "M0 0M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0",
            ),
            ("<line x1=\"6\" x2=\"6.01\" y1=\"18\" y2=\"18\" />", "M0 0M6 18L6.01 18"),
            (
                "<rect width=\"20\" height=\"8\" x=\"2\" y=\"14\" rx=\"2\" ry=\"2\" />",
                "M0 0M4 14h16a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-16a2 2 0 0 1 -2 -2v-4a2 2 0 0 1 2 -2z",
            ),
        ] {
            assert_eq!(of(shapes).as_deref(), Ok(path), "{shapes}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_left_out() {
        let shape = |name: &str| Err(Unreadable::Shape(name.to_owned()));
        assert_eq!(of("<ellipse cx=\"1\" cy=\"1\" rx=\"1\" ry=\"1\" />"), shape("ellipse"));
        let attribute = |name: &str| Err(Unreadable::Attribute(name.to_owned()));
        assert_eq!(of("<path />"), attribute("d"));
        assert_eq!(of("<circle cx=\"1\" cy=\"one\" r=\"1\" />"), attribute("cy"));
        assert!(matches!(outline("no drawing"), Err(Unreadable::NoDocument(_))));
    }
}
