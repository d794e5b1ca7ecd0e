//! Those for whom an archive is sealed, as a form names them.

use super::form::Filled;
use crate::flow::archive::PASSPHRASE_MIN;
use crate::lang::Lang;
use crate::secret::identity::Identity;

/// Who may open an archive: names with public keys, and what lies beside it for whoever knows the passphrase.
pub struct Readers {
    pub names: Vec<String>,
    pub keys: Vec<String>,
    pub phrase: Option<String>,
}

impl Readers {
    /// Reads who may open it; what is missing or wrong is said at its field.
    pub fn read(filled: &mut Filled, lang: Lang) -> Option<Readers> {
        let (mut names, mut keys) = (vec![], vec![]);
        let written = filled.value("readers").to_owned();
        for (line, nth) in written.lines().map(str::trim).zip(1..).filter(|(line, _)| !line.is_empty()) {
            let (name, key) = line.rsplit_once(char::is_whitespace).unwrap_or(("", line));
            if name.trim().is_empty() || !Identity::is_public(key) {
                filled.refuse("readers", lang.say("archives-reader-wrong", [("line", lang.digits(nth).into())]));
            }
            names.push(name.trim().to_owned());
            keys.push(key.to_owned());
        }
        let [phrase, again] = ["phrase", "again"].map(|field| filled.raw(field).to_owned());
        let holder = filled.value("holder").to_owned();
        if keys.is_empty() && phrase.is_empty() {
            filled.refuse("readers", lang.text("archives-nobody"));
        }
        if !phrase.is_empty() {
            if phrase.chars().count() < PASSPHRASE_MIN {
                filled.refuse("phrase", lang.text("archives-phrase-short"));
            }
            if phrase != again {
                filled.refuse("again", lang.text("archives-phrase-differs"));
            }
            if holder.is_empty() {
                filled.refuse("holder", lang.text("archives-holder-missing"));
            }
            names.push(holder);
        }
        let phrase = (!phrase.is_empty()).then_some(phrase);
        filled.is_good().then_some(Readers { names, keys, phrase })
    }
}
