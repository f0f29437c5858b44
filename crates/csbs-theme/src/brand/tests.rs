use csbs::json::Json;

use super::{Brand, BrandProblem, Part};
use crate::TooAlike;

fn read(text: &str) -> Result<Brand, BrandProblem> {
    Brand::read(&Json::parse(text).unwrap().object().unwrap())
}

#[test]
fn a_brand_becomes_properties_and_nothing_else() {
    let brand = read(
        r##"{"name": " Bank & Söhne <b> ", "logo": "brand/logo.svg", "border_radius": 12,
             "font_family": ["Segoe UI", "serif"],
             "colors": {"accent": {"light": "#7A1FA2", "dark": "#e1bee7"}, "page": null}}"##,
    )
    .unwrap();
    assert_eq!(brand.name.as_deref(), Some("Bank & Söhne <b>"));
    assert_eq!(brand.logo.as_ref().unwrap().as_str(), "brand/logo.svg");
    let properties = brand.properties();
    let properties: Vec<(&str, &str)> =
        properties.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(
        properties,
        [
            ("accent", "light-dark(#7a1fa2, #e1bee7)"),
            ("accent-strong", "light-dark(#7a1fa2, #e1bee7)"),
            ("focus", "light-dark(#7a1fa2, #e1bee7)"),
            ("radius", "12px"),
            ("font", "\"Segoe UI\", serif, system-ui, sans-serif"),
        ]
    );
    assert!(properties.iter().all(|(name, _)| Brand::all_properties().any(|known| known == *name)));
    assert_eq!(read("{}").unwrap(), Brand::default());
}

#[test]
fn what_is_wrong_is_named() {
    use Part::{BorderRadius, Color, Colors, FontFamily, Logo, Name};
    let long = format!("\"{}\"", "x".repeat(61));
    let table = [
        ("name", Name, "7"),
        ("name", Name, r#""""#),
        ("name", Name, r#""  ""#),
        ("name", Name, r#""a\u0007""#),
        ("name", Name, r#""a\u202eb""#),
        ("name", Name, &long),
        ("logo", Logo, r#""https://evil.example/logo.svg""#),
        ("border_radius", BorderRadius, "25"),
        ("border_radius", BorderRadius, "-1"),
        ("border_radius", BorderRadius, "1.5"),
        ("border_radius", BorderRadius, r#""4px""#),
        ("font_family", FontFamily, r#""Inter""#),
        ("font_family", FontFamily, "[]"),
        ("font_family", FontFamily, r#"["a","b","c","d","e","f"]"#),
        ("font_family", FontFamily, r#"["a\";} body{background:url(//evil)"]"#),
        ("font_family", FontFamily, r#"["url(x)"]"#),
        ("font_family", FontFamily, "[7]"),
        ("colors", Colors, r##""#112233""##),
        ("colors.accent", Color, r#""red""#),
        ("colors.accent", Color, r#""red; background:url(//evil)""#),
        ("colors.accent", Color, r##""#fff""##),
        ("colors.accent", Color, r##""#1456b8;""##),
        ("colors.accent", Color, r#""var(--csbs-page)""#),
        ("colors.accent", Color, r##"{"light": "#1456b8"}"##),
        ("colors.accent", Color, r##"{"light": "#1456b8", "dark": "#8ab4f8", "dim": "#000000"}"##),
        ("colors.accent", Color, "1"),
    ];
    for (key, part, value) in table {
        let text = match key.split_once('.') {
            Some((outer, inner)) => format!(r#"{{"{outer}": {{"{inner}": {value}}}}}"#),
            None => format!(r#"{{"{key}": {value}}}"#),
        };
        let expected = BrandProblem::Wrong { key: key.into(), part, value: value.into() };
        assert_eq!(read(&text), Err(expected), "{text}");
    }
    for (text, key) in [
        (r#"{"colour": {}}"#, "colour"),
        (r##"{"colors": {"error": "#000000"}}"##, "colors.error"),
        (r##"{"colors": {"on-accent": "#000000"}}"##, "colors.on-accent"),
        (r##"{"colors": {"x;--csbs-error": "#000000"}}"##, "colors.x;--csbs-error"),
    ] {
        assert_eq!(read(text), Err(BrandProblem::UnknownKey { key: key.into() }), "{text}");
    }
    assert_eq!(read(r#"{"logo": "logo.svg"}"#), Err(BrandProblem::Nameless));
}

#[test]
fn colours_that_cannot_be_told_apart_are_refused_with_the_pair_and_the_scheme() {
    let table = [
        // The console's own text on the portal's page.
        (r##"{"page": "#101010"}"##, ("text", "page", "light"), 450),
        // A dark blue for both is not seen in the dark.
        (r##"{"accent": "#003366"}"##, ("accent", "page", "dark"), 450),
        (
            r##"{"accent": {"light": "#1456b8", "dark": "#8ab4f8"}, "on_accent": "#ffffff"}"##,
            ("on-accent", "accent", "dark"),
            450,
        ),
        (
            r##"{"control_line": {"light": "#d8dde5", "dark": "#7d899c"}}"##,
            ("control-line", "page", "light"),
            300,
        ),
        (r##"{"focus": {"light": "#1456b8", "dark": "#202020"}}"##, ("focus", "page", "dark"), 300),
    ];
    for (colours, expected, minimum) in table {
        let problem = read(&format!(r#"{{"colors": {colours}}}"#)).unwrap_err();
        let BrandProblem::TooAlike(TooAlike { foreground, background, scheme, .. }) = problem
        else {
            panic!("{colours}: {problem:?}");
        };
        assert_eq!((foreground, background, scheme.as_str()), expected, "{colours}");
        let BrandProblem::TooAlike(pair) = problem else { continue };
        assert_eq!(pair.minimum, minimum, "{colours}");
        assert_eq!(pair.contrast, pair.colours[0].contrast(pair.colours[1]), "{colours}");
        assert!(pair.contrast < minimum, "{colours}");
    }
}
