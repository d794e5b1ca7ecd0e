//! The client's page on paper, for a firm whose page the client cannot reach: all that the page shows, each letter annexed,
//! and how to answer with a signature.

use super::clearance::standing;
use super::offers::{OfferView, alternatives, bridges};
use super::{Told, kept, owed, services, works};
use crate::lang::{Lang, Language};
use crate::letter::{account_text, parts, table_row};
use crate::web::closing_pack::outcomes;
use domain::case::parting::{Instruction, ProofFile};
use domain::separation::portal::{ClientPage, Owed, ServedLetter};
use fluent_bundle::FluentValue;

/// The texts of the paper: the page itself, and the letters annexed to it, each in its own languages.
pub struct PagePaper {
    pub text: (Language, String),
    pub annexes: Vec<Vec<(Language, String)>>,
}

/// How the client answers what they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// With a signature on the paper.
    ByHand,
    /// On the page itself, of which this is the text.
    OnPage,
}

/// Writes the page of a client in a language.
pub fn paper(page: &ClientPage, told: &Told, reply: Reply) -> PagePaper {
    let lang = Lang { hijri: true, isolates: false, ..told.lang };
    let say = Say { lang, page, told, reply };
    let answer = if reply == Reply::ByHand { "page-paper-answer" } else { "page-asked" };
    let sections = [
        ("portal-letters", say.letters()),
        ("portal-services", say.services()),
        ("portal-owed", say.owed()),
        ("portal-works", say.works()),
        ("portal-outcomes", say.list(outcomes(told, page, lang))),
        ("offer-alternatives", say.offers("offer-alternatives-note", alternatives(lang, &page.alternatives))),
        ("offer-bridges", say.offers("offer-bridges-note", bridges(lang, &page.bridges))),
        ("portal-kept", say.kept()),
        ("portal-questions", say.questions()),
        (answer, say.answers()),
        ("account-statement", say.account()),
    ];
    let mut text = format!("# {}\n\n{}\n{}\n\n", say.title(), line(told.client), lang.weekday(told.today));
    text += &told.lede(page, lang).replace('*', "");
    text += "\n";
    for (key, section) in sections.into_iter().filter(|(_, section)| !section.trim().is_empty()) {
        text += &format!("\n## {}\n\n{}\n", lang.text(key), section.trim_end());
    }
    // What is signed, or to be signed, is annexed after the letters.
    let standing = standing(page, told, lang);
    let annexes = page.letters.iter().chain(&standing).enumerate().map(|(at, letter)| annex(at + 1, letter));
    PagePaper { text: (lang.language, text), annexes: annexes.collect() }
}

/// Returns a letter as an annex, headed by its number and its digest.
fn annex(number: usize, letter: &ServedLetter) -> Vec<(Language, String)> {
    let headed = |(language, text): (Language, String)| {
        let lang = Lang::plain(language);
        let text = if letter.text.is_some() { text } else { lang.text("words-erased") };
        let kind = lang.text(&format!("letter-kind-{}", letter.kind.word()));
        let args = [("n", FluentValue::from(number as f64)), ("kind", kind.into())];
        let head = lang.say("page-paper-annex", args);
        let digest = format!("{}: {}", lang.text("portal-digest"), letter.digest);
        (language, format!("## {head}\n\n{digest}\n\n{text}"))
    };
    parts(letter.text.as_deref().unwrap_or_default(), letter.language).into_iter().map(headed).collect()
}

/// Returns a person's words as one line that begins nothing.
fn line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_start_matches(['#', '-', '_', '|', ' ']).to_owned()
}

struct Say<'a> {
    lang: Lang,
    page: &'a ClientPage,
    told: &'a Told<'a>,
    reply: Reply,
}

impl Say<'_> {
    fn title(&self) -> String {
        self.lang.say("portal-title", [("firm", self.told.firm.into())])
    }

    fn list(&self, items: Vec<String>) -> String {
        items.iter().map(|item| format!("- {}\n", line(item))).collect()
    }

    fn letters(&self) -> String {
        let one = |(at, letter): (usize, &ServedLetter)| {
            let kind = self.lang.text(&format!("letter-kind-{}", letter.kind.word()));
            let number = self.lang.say("page-paper-number", [("n", FluentValue::from((at + 1) as f64))]);
            let received = letter.acknowledged.as_ref().map(|signed| {
                let says = line(&self.told.acknowledged(self.lang, signed));
                let digest = signed.digest.as_ref().map(|digest| format!(", SHA-256 {digest}")).unwrap_or_default();
                format!(" ({}{digest})", says.trim_end_matches('.'))
            });
            let received = received.unwrap_or_default();
            format!("- {kind}{received}: {number}\n")
        };
        let file = |file: &ProofFile| {
            let name = file.name.clone().unwrap_or_else(|| self.lang.text("words-erased"));
            format!("- {} (SHA-256 {})\n", line(&name), file.sha256)
        };
        self.page.letters.iter().enumerate().map(one).chain(self.page.files.iter().map(file)).collect()
    }

    fn services(&self) -> String {
        let all = services::services(self.lang, &self.page.services);
        let pause = services::pause(self.lang, self.page).map(|pause| format!("{pause}\n\n"));
        format!("{}{}", pause.unwrap_or_default(), self.list(all.iter().map(OfferView::line).collect()))
    }

    fn works(&self) -> String {
        self.list(works::works(self.lang, &self.page.works).iter().map(OfferView::line).collect())
    }

    fn kept(&self) -> String {
        self.offers("portal-kept-note", kept::kept(self.lang, self.page, self.told.facts))
    }

    fn owed(&self) -> String {
        if self.page.owed.is_empty() {
            return String::new();
        }
        let heads = owed::HEADS.map(|key| self.lang.text(key));
        let rule = ["---"; 4].map(str::to_owned);
        let row = |one: &Owed| owed::row(self.told, self.lang, one);
        let rows = [heads, rule].into_iter().chain(self.page.owed.iter().map(row));
        rows.map(|row| table_row(&row)).collect()
    }

    fn account(&self) -> String {
        self.page.account.as_ref().map(|account| account_text(account, self.lang)).unwrap_or_default()
    }

    fn offers(&self, note: &str, offers: Vec<OfferView>) -> String {
        if offers.is_empty() {
            return String::new();
        }
        let one = |offer: &OfferView| format!("{}\n\n{}", line(&offer.title), self.list(offer.lines.clone()));
        format!("{}\n\n{}", self.lang.text(note), offers.iter().map(one).collect::<Vec<_>>().join("\n"))
    }

    fn questions(&self) -> String {
        let one = |one: &domain::separation::portal::Question| {
            let waits = || self.told.waits(self.lang, one.asked_on);
            format!("{}\n{}\n\n", line(&one.question), one.answer.as_deref().map_or_else(waits, line))
        };
        self.page.questions.iter().map(one).collect()
    }

    /// Says what may be confirmed, chosen and signed; on paper how, with room for a hand under each.
    fn answers(&self) -> String {
        let (lang, page) = (self.lang, self.page);
        let by_hand = |text: String| if self.reply == Reply::ByHand { text } else { String::new() };
        let sign = by_hand(format!("_ {}\n_ {}\n", lang.text("page-paper-name"), lang.text("page-paper-day")));
        let mut text = String::new();
        if !page.may_ask() {
            return text;
        }
        text += &by_hand(format!("{}\n\n", lang.text("page-paper-answer-note")));
        if page.asks_receipt().is_some() {
            text += &format!("{}\n\n{}\n\n{sign}\n", lang.text("page-paper-receipt"), lang.text("portal-receipt-note"));
        }
        if page.may_instruct() {
            let one = |one: &Instruction| {
                let mark = if page.instruction == Some(*one) { "☒" } else { "☐" };
                format!("{mark} {}\n", lang.text(&format!("portal-data-{}", one.word())))
            };
            let choices: String = Instruction::ALL.iter().map(one).collect();
            let (asks, note) = (lang.text("portal-data"), lang.text("portal-data-note"));
            text += &format!("{asks}\n\n{choices}\n{note}\n\n{sign}\n");
        }
        if page.may_sign {
            let number = lang.say("page-paper-number", [("n", FluentValue::from((page.letters.len() + 1) as f64))]);
            text += &format!("{}: {number}\n\n{sign}\n", lang.text("page-paper-clearance").trim_end_matches('.'));
        }
        text + &by_hand(lang.text("page-paper-ask"))
    }
}
