//! Files of an end: what proves something, and the archives that were made of the case.

use super::further::Further;
use super::{Dispatch, Parting, Receipt};
use crate::case::role::{Action, Class};
use crate::case::stage::Stage;
use crate::case::state::Case;
use crate::days::Day;
use crate::retention;
use crate::separation::notice::Method;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// A file that proves something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofFile {
    pub sha256: String,
    /// The name that the file had; nothing where it was erased since.
    pub name: Option<String>,
    /// Whether it stands on the client's page, and whether on the page of whoever follows us.
    pub is_given: bool,
    pub for_successor: bool,
}

impl ProofFile {
    /// Returns the ending of the file's name with its point, where it is a plain one.
    pub fn ending(&self) -> &str {
        ending(self.name.as_deref().unwrap_or_default())
    }
}

/// Returns the ending of a file's name with its point, where it is a plain one.
pub fn ending(name: &str) -> &str {
    let ending = name.rfind('.').map(|at| &name[at..]).unwrap_or_default();
    let is_plain = ending.len() <= 6 && ending.bytes().skip(1).all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { ending } else { "" }
}

/// That someone of the client agreed to something, and on which day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Consent {
    pub by: String,
    pub on: Day,
}

impl Parting {
    /// Tells whether a file is kept under a digest.
    pub fn keeps(&self, sha256: &str) -> bool {
        self.proofs.iter().any(|file| file.sha256 == sha256)
    }

    /// Tells whether something proves that the notice went out: a kept file where its way leaves a paper, else a number.
    pub fn is_proven(&self) -> bool {
        self.dispatched().is_some_and(|dispatch| self.proves(dispatch, self.receipt.as_ref()))
    }

    /// Tells the same of the notice of a further contract.
    pub fn is_proven_of(&self, own: &Further) -> bool {
        own.dispatch.as_ref().is_some_and(|dispatch| self.proves(dispatch, own.receipt.as_ref()))
    }

    /// Tells whether the firm's archive is sealed, and not found damaged since.
    pub fn is_archived(&self) -> bool {
        let mut ours = self.archives.iter().filter(|(archive, _)| archive.scope == Scope::Ours);
        ours.any(|(archive, _)| !self.damaged.contains(&archive.sha256))
    }

    fn proves(&self, dispatch: &Dispatch, receipt: Option<&Receipt>) -> bool {
        let received = receipt.and_then(|receipt| receipt.proof.as_deref());
        let mut proofs = [dispatch.proof.as_deref(), received].into_iter().flatten();
        match dispatch.method {
            Method::Portal => true,
            method if method.leaves_paper() => proofs.any(|proof| self.keeps(proof)),
            _ => dispatch.tracking.is_some() || proofs.next().is_some(),
        }
    }
}

words! {
    /// What an archive of a case holds.
    Scope {
        /// What the firm keeps.
        Ours = "ours",
        /// What the client takes along.
        Theirs = "theirs",
        /// What counsel said.
        Privileged = "privileged",
    }
}

impl Scope {
    /// Returns what making it counts as in the permission matrix.
    pub fn action(self) -> Action {
        match self {
            Scope::Ours => Action::ExportDossier,
            Scope::Theirs => Action::DisposeOfData,
            Scope::Privileged => Action::Counsel,
        }
    }

    /// Returns the papers whose time of keeping it has.
    pub fn papers(self) -> retention::Class {
        match self {
            Scope::Theirs => retention::Class::ClientData,
            Scope::Ours | Scope::Privileged => retention::Class::ContractFile,
        }
    }

    /// Returns the stages in which it can be made of a case: of an ordinary one the client's part from the transition on,
    /// the firm's before it is closed, once the closing pack is there to go into it. A restricted case may end in any: it can be
    /// made once its report is closed, and the client takes nothing of it along.
    pub fn stages_of(self, case: &Case) -> &'static [Stage] {
        use Stage::{Closed, Learned, Settlement, Transition};
        match (case.opening.class, self) {
            (Class::Normal, Scope::Theirs) => &[Transition, Settlement, Closed, Learned],
            (Class::Normal, _) if case.parting.sealed.is_some() => &[Settlement, Closed, Learned],
            (Class::Normal, _) => &[Closed, Learned],
            (_, Scope::Ours | Scope::Privileged) if case.protection.is_closed() => Stage::ALL,
            _ => &[],
        }
    }

    /// Tells whether it can be made of a case now.
    pub fn has_come(self, case: &Case) -> bool {
        self.stages_of(case).contains(&case.stage)
    }
}

/// An archive that was made of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Archive {
    pub scope: Scope,
    /// Its name in the firm's folder.
    pub name: String,
    /// The digest that binds it whole.
    pub sha256: String,
    pub files: u32,
    /// The digest of the archive in whose place it was sealed, without what was erased meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// Whether it lies where whoever made it by the command line put it, and not in the firm's folder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
}

/// Whoever works at the machine itself, by the command line: they can read all that is not sealed from them, and take part in no
/// case.
pub const OPERATOR: &str = "operator";
