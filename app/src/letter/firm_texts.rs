//! Templates that a firm wrote in place of the standard ones.

use crate::lang::Language;
use std::collections::BTreeMap;

/// The firm's own templates by language and name; what is not here is the standard one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirmTexts(BTreeMap<(&'static str, String), String>);

impl FirmTexts {
    /// Puts a template in place of the standard one.
    pub fn with(mut self, language: Language, name: &str, text: &str) -> FirmTexts {
        self.0.insert((language.tag(), name.to_owned()), text.to_owned());
        self
    }

    /// Returns the firm's own template, if it has one.
    pub fn get(&self, language: Language, name: &str) -> Option<&str> {
        self.0.get(&(language.tag(), name.to_owned())).map(String::as_str)
    }
}
