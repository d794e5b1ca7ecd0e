//! A filled form as the facts of a letter; what cannot be read is noted at its field.

use super::fields;
use super::known::Known;
use super::lines::{both, dated, lines, money, wordings};
use crate::flow::destruction::Certificate;
use crate::lang::{Lang, Language as Own};
use crate::web::form::{self, Filled};
use domain::case::Class;
use domain::case::decision::Ground;
use domain::days::Day;
use domain::money::Currency;
use domain::separation::agreement::Point;
use domain::separation::letter::*;
use domain::separation::notice::Method;
use domain::separation::tone::Language;

/// What the form does not say: the firm, and what the case was decided on.
pub struct Given<'a> {
    pub firm: Party,
    pub class: Class,
    pub ground: Option<Ground>,
    /// What the case and the records have for its lists.
    pub known: Known,
    /// The services after the end that the case offers.
    pub bridges: Vec<Bridge>,
    /// What a certificate of deletion rests on, where it is not written by hand.
    pub certificate: Option<&'a Certificate>,
    pub lang: &'a Lang,
}

/// Reads the form, and notes at its fields what is wrong and what the kind still lacks.
pub fn read(filled: &mut Filled, kind: Kind, setting: Setting, given: &Given) -> Facts {
    let mut form = Form { filled, lang: given.lang };
    let mut facts = Facts { firm: given.firm.clone(), bridges: given.bridges.clone(), ..form.parties() };
    form.end(&mut facts);
    form.work(&mut facts, &given.known);
    form.account(&mut facts);
    form.people(&mut facts);
    form.special(&mut facts);
    given.certificate.iter().for_each(|certificate| certificate.fill(&mut facts));
    if fields::tells_reason(kind) {
        let told = form.dated("reason_facts");
        let disclosure = Disclosure::of(form.value("disclosure")).unwrap_or(usual_disclosure(setting.profile));
        facts.reason = reason(disclosure, given.class, given.ground, told);
    }
    let asks_deadlines = fields::needed(kind, setting, given.certificate).contains(&Fact::Deadlines);
    if !asks_deadlines && facts.deadlines.as_ref().is_some_and(Vec::is_empty) {
        // Nobody was asked, so nothing is said.
        facts.deadlines = None;
    }
    for lack in missing(kind, &facts, setting) {
        let why = match lack {
            Fact::SettledAccount => "letter-not-settled",
            Fact::Deliverables if !given.known.deliverables.is_empty() => "letter-still-known",
            Fact::ClientActions if !given.known.actions.is_empty() => "letter-still-known",
            Fact::Deadlines if !given.known.deadlines.is_empty() => "letter-still-known",
            _ => "field-required",
        };
        filled.refuse(fields::first_of(lack), given.lang.text(why));
    }
    facts
}

/// A form that is read.
pub struct Form<'a> {
    pub filled: &'a mut Filled,
    pub lang: &'a Lang,
}

impl Form<'_> {
    /// Returns a field without the space round it.
    pub fn value(&self, name: &str) -> &str {
        self.filled.value(name)
    }

    /// Returns a wording, if one was given.
    pub fn said(&self, name: &str) -> Option<Both> {
        let written = self.value(name);
        (!written.is_empty()).then(|| both(written))
    }

    /// Returns a text, if one was given.
    pub fn plain(&self, name: &str) -> Option<String> {
        Some(self.value(name).to_owned()).filter(|written| !written.is_empty())
    }

    /// Notes a line that cannot be read.
    pub fn wrong(&mut self, name: &str, line: &str) {
        let said = self.lang.say("letter-line-wrong", [("line", line.to_owned().into())]);
        self.filled.refuse(name, said);
    }

    /// Reads a day.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        let written = self.value(name).to_owned();
        let read = form::day(&written);
        if read.is_none() && !written.is_empty() {
            self.filled.refuse(name, self.lang.text("case-day-missing"));
        }
        read
    }

    fn dated(&mut self, name: &str) -> Vec<Dated> {
        let written = self.value(name).to_owned();
        match dated(&written) {
            Ok(read) => read,
            Err(line) => {
                self.wrong(name, &line);
                vec![]
            }
        }
    }

    fn list(&self, name: &str) -> Vec<Both> {
        wordings(self.value(name))
    }

    /// Returns the currency of sums that name none.
    pub fn currency(&self) -> Currency {
        Currency::of(self.value("currency")).unwrap_or(Currency::UNKNOWN)
    }

    fn parties(&mut self) -> Facts {
        let client = Party {
            legal_name: both(self.value("client_name")),
            address: self.list("client_address"),
            attention: self.said("attention"),
        };
        let signed_on = self.day("signed_on");
        let contract = self.plain("reference").map(|reference| Contract { reference, signed_on });
        Facts { client, contract, noticed_on: self.day("noticed_on"), ..Facts::default() }
    }

    fn end(&mut self, facts: &mut Facts) {
        facts.basis = match (self.value("basis"), self.value("basis_text")) {
            ("clause", clause) if !clause.is_empty() => Some(Basis::Clause(clause.to_owned())),
            ("law", law) if !law.is_empty() => Some(Basis::Law(both(law))),
            ("agreement", _) => Some(Basis::Agreement),
            ("expiry", _) => Some(Basis::Expiry),
            _ => self.plain("clause").map(Basis::Clause),
        };
        if matches!(self.value("basis"), "clause" | "law") && facts.basis.is_none() {
            self.filled.refuse("basis_text", self.lang.text("field-required"));
        }
        let minute = form::minute_of_day(self.value("end_time"));
        let place = both(self.value("end_place"));
        facts.effective = self.day("end_on").map(|on| Moment { on, minute, place });
        facts.prevailing = match self.value("prevailing") {
            "ar" => Some(Language::Arabic),
            "en" => Some(Language::English),
            _ => None,
        };
        facts.governing_law = self.said("law");
        for (point, field) in fields::AGREED {
            let words = self.list(field);
            if !words.is_empty() {
                facts.agreed.insert(point, words);
            }
        }
    }

    /// Tells whether a list was filled in, or left empty where nothing is known: a letter says "none" in no other case.
    fn is_stated(&self, name: &str, known: &[String]) -> bool {
        self.filled.has(name) && (known.is_empty() || !self.value(name).is_empty())
    }

    fn work(&mut self, facts: &mut Facts, known: &Known) {
        facts.continues = self.list("continues");
        facts.stops = self.list("stops");
        facts.stops_on = self.dated("stops_on");
        facts.goes_on = self.list("goes_on");
        facts.remains = self.dated("remains");
        // What an agreement says of them in words stands there.
        let is_agreed = facts.agreed.contains_key(&Point::Deliverables);
        let is_stated = is_agreed || self.is_stated("deliverables", &known.deliverables);
        facts.deliverables = is_stated.then(|| self.dated("deliverables"));
        facts.deadlines = self.is_stated("deadlines", &known.deadlines).then(|| self.dated("deadlines"));
        if self.is_stated("actions", &known.actions) {
            let written = self.value("actions").to_owned();
            let mut actions = vec![];
            for parts in lines(&written) {
                let by = parts.get(1).and_then(|by| form::day(by));
                match (by, parts.len()) {
                    (Some(by), 2 | 3) => actions.push(ClientAction {
                        what: both(parts[0]),
                        by,
                        else_missed: parts.get(2).map(|missed| both(missed)),
                    }),
                    _ => self.wrong("actions", &parts.join(" | ")),
                }
            }
            facts.client_actions = Some(actions);
        }
    }

    /// Reads the next step of an answer and its day; the one is not said without the other.
    fn reply_next(&mut self) -> Option<Dated> {
        let (what, on) = (self.said("reply_next"), self.day("reply_next_on"));
        self.together(("reply_next", what), ("reply_next_on", on)).map(|(what, on)| Dated { what, on })
    }

    /// Returns two things of which the one is not said without the other; which of them lacks is noted at its field.
    pub fn together<A, B>(
        &mut self,
        (one, a): (&'static str, Option<A>),
        (other, b): (&'static str, Option<B>),
    ) -> Option<(A, B)> {
        match (&a, &b) {
            (Some(_), None) => self.filled.refuse(other, self.lang.text("field-required")),
            (None, Some(_)) => self.filled.refuse(one, self.lang.text("field-required")),
            _ => {}
        }
        a.zip(b)
    }

    fn people(&mut self, facts: &mut Facts) {
        facts.contact = self.said("contact_name").map(|name| Contact {
            name,
            email: self.plain("contact_email"),
            phone: self.plain("contact_phone"),
            hours: both(self.value("contact_hours")),
        });
        facts.survives = self.filled.all("duties").into_iter().filter_map(Duty::of).collect();
        let by: Vec<Method> = self.filled.all("service").into_iter().filter_map(Method::of).collect();
        facts.service = (!by.is_empty()).then(|| Service { by, address: both(self.value("service_address")) });
        let signer =
            |name: &str, title: &str| self.said(name).map(|name| Signer { name, title: both(self.value(title)) });
        facts.signer = signer("signer_name", "signer_title");
        facts.client_signer = signer("client_signer_name", "client_signer_title");
        let record = self.value("appreciation_record").split_once(' ');
        let record = record.map(|(table, id)| (table.trim().to_owned(), id.trim().to_owned()));
        if record.is_none() && !self.value("appreciation").is_empty() {
            self.filled.refuse("appreciation_record", self.lang.text("letter-no-record"));
        }
        facts.appreciation = self.said("appreciation").zip(record).map(|(text, record)| Appreciation { text, record });
    }

    /// What only some kinds rest on.
    fn special(&mut self, facts: &mut Facts) {
        let until = self.day("data_until");
        let written = self.value("kept").to_owned();
        let kept = lines(&written).next().and_then(|parts| match parts[..] {
            [what, why, until] => form::day(until).map(|until| Kept { what: both(what), why: both(why), until }),
            _ => None,
        });
        if kept.is_none() && !written.is_empty() {
            self.wrong("kept", &written);
        }
        facts.data = DataChoice::of(self.value("data")).zip(until).map(|(choice, until)| Data { choice, until, kept });
        facts.rung = Rung::of(self.value("rung"));
        facts.boundaries = self.list("boundaries");
        facts.occurrences = self.dated("occurrences");
        facts.next_step = self.said("next_step");
        facts.cure_by = self.day("cure_by");
        let restored_by = both(self.value("restored_by"));
        let services = self.list("suspended");
        facts.suspended = self.day("suspended_from").map(|from| Suspended { services, from, restored_by });
        let (about, says) = (both(self.value("about")), self.list("says"));
        let next = self.reply_next();
        facts.reply = self.day("asked_on").map(|asked_on| Reply { asked_on, about, says, next });
        facts.contents = self.list("contents");
        facts.backups_until = self.day("backups_until");
        facts.obligations_closed = form::number(self.value("obligations")).map(|count| count.max(0.0) as u32);
        self.referrals(facts);
        self.deletions(facts);
        self.rights(facts);
    }

    fn referrals(&mut self, facts: &mut Facts) {
        let (written, currency) = (self.value("referrals").to_owned(), Currency::of(self.value("currency")));
        for parts in lines(&written) {
            let fee = parts.get(3).map(|fee| currency.and_then(|currency| money(fee, currency)));
            if !(2..=4).contains(&parts.len()) || fee == Some(None) {
                self.wrong("referrals", &parts.join(" | "));
                continue;
            }
            let reach = parts.get(2).map(|reach| both(reach)).unwrap_or_default();
            facts.referrals.push(Referral { name: both(parts[0]), fits: both(parts[1]), reach, fee: fee.flatten() });
        }
    }

    fn deletions(&mut self, facts: &mut Facts) {
        let written = self.value("deletions").to_owned();
        for parts in lines(&written) {
            let read = match parts[..] {
                [what, treatment, on, by, verified_by] => {
                    Treatment::of(treatment).zip(form::day(on)).map(|(treatment, on)| Deletion {
                        what: both(what),
                        treatment,
                        on,
                        by: both(by),
                        verified_by: both(verified_by),
                    })
                }
                _ => None,
            };
            match read {
                Some(deletion) => facts.deletions.push(deletion),
                None => self.wrong("deletions", &parts.join(" | ")),
            }
        }
    }

    /// What becomes of the rights in each work, and on which terms (DOMAIN 2.11).
    fn rights(&mut self, facts: &mut Facts) {
        let written = self.value("rights").to_owned();
        for parts in lines(&written) {
            let (state, terms) = match parts[..] {
                [_, state] => (state, None),
                [_, state, terms] => (state, Some(terms)),
                _ => ("", None),
            };
            if fields::RIGHTS.contains(&state) {
                facts.rights.push(Right { work: both(parts[0]), state: state_of(state, terms) });
            } else {
                self.wrong("rights", &parts.join(" | "));
            }
        }
    }
}

/// Says what becomes of a work, in both languages.
fn state_of(state: &str, terms: Option<&str>) -> Both {
    let terms = terms.map(both);
    let said = |language: Own, terms: Option<&String>| {
        let state = Lang::plain(language).text(&format!("letter-right-{state}"));
        terms.map_or_else(|| state.clone(), |terms| format!("{state} ({terms})"))
    };
    let arabic = said(Own::Arabic, terms.as_ref().map(|terms| &terms.ar));
    let english = said(Own::English, terms.as_ref().map(|terms| &terms.en));
    Both::of(&arabic, &english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_summary_says_of_each_work_whose_it_is() {
        let written = "هوية المتجر = shop identity | yours | عند السداد = once paid\ntemplates | ours\nfonts | lent";
        let lang = Lang::plain(Own::English);
        let given = Given {
            firm: Party::default(),
            class: Class::Normal,
            ground: None,
            known: Known::default(),
            bridges: vec![],
            certificate: None,
            lang: &lang,
        };
        let setting = Setting { written: Language::Bilingual, profile: None, is_critical: false };
        let mut filled = Filled::with([("rights", written.to_owned())]);
        let facts = read(&mut filled, Kind::ClosingSummary, setting, &given);
        let said: Vec<[&str; 3]> = facts
            .rights
            .iter()
            .map(|right| [right.work.en.as_str(), right.state.ar.as_str(), right.state.en.as_str()])
            .collect();
        let paid = ["shop identity", "يؤول إليكم (عند السداد)", "passes to you (once paid)"];
        assert_eq!(said, [paid, ["templates", "يبقى لنا", "stays ours"]]);
        assert!(filled.error("rights").is_some_and(|error| error.contains("fonts | lent")));
    }
}
