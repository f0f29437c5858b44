//! The schemes that the page can be seen in.

/// A scheme of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light, as clearly as can be.
    ContrastLight,
    /// Light on dark, as clearly as can be.
    ContrastDark,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// Its name in the attribute `data-csbs-scheme` of the document.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::ContrastLight => "contrast-light",
            Self::ContrastDark => "contrast-dark",
        }
    }

    /// The scheme of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.as_str() == name)
    }

    /// Whether it is one of high contrast.
    #[must_use]
    pub const fn is_high_contrast(self) -> bool {
        matches!(self, Self::ContrastLight | Self::ContrastDark)
    }
}
