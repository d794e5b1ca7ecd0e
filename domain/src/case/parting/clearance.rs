//! The clearance of an account: what it is for, and what of it was signed on the client's page.

use super::Parting;
use super::settling::{Closure, Frozen, Settlement};
use crate::case::event::Text;
use crate::case::state::text;
use crate::separation::tone::Language;

/// A clearance as someone of the client signed it on their page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    pub language: Language,
    /// The text that stood before whoever signed; nothing where it was erased since.
    pub text: Option<String>,
    /// SHA-256 of the text, in hexadecimal.
    pub digest: String,
    /// The instant of the signature.
    pub at: String,
}

impl Clearance {
    /// Returns what was signed; of what was signed on paper, or not at all, the case has no text.
    pub(super) fn of(closure: &Closure, language: Option<Language>, said: &Option<Text>, at: &str) -> Option<Self> {
        let digest = closure.document.clone()?;
        Some(Self { language: language?, text: text(said), digest, at: at.to_owned() })
    }
}

impl Parting {
    /// Returns the account that a clearance is for: frozen, and settled; what moved to a file of claims stays open.
    pub fn account_to_clear(&self) -> Option<&Frozen> {
        let is_settled = self.settlement.is_some_and(|(how, _)| how != Settlement::ClaimFile);
        self.account.as_ref().filter(|_| is_settled)
    }

    /// Tells whether nothing is left to sign: the closing is written down, or what is owed moved to a file of claims.
    pub fn is_cleared_or_claimed(&self) -> bool {
        self.closure.is_some() || self.settlement.is_some_and(|(how, _)| how == Settlement::ClaimFile)
    }
}
