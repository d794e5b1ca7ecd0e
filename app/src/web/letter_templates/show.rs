//! One template: its text to change, the letter that it makes of an example beside it, what it may name, and its versions.

use super::terms::{Term, terms};
use super::{about, href};
use crate::lang::Language;
use crate::letter::{Change, FirmTexts, NAMES, Proof, changes, proof, standard, text};
use crate::store::letter_templates::{self, New, Version};
use crate::store::viewer::Role;
use crate::web::app::Shared;
use crate::web::form::Filled;
use crate::web::letters::paper::{Sheet, sheets};
use crate::web::letters::tones::{Tone, lacks, tones};
use crate::web::letters::{fault, firm_texts, template_name};
use crate::web::markup::{Markup, Pen};
use crate::web::{Crumb, Frame, PageError, Verb, Visitor, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::separation::letter::Kind;
use domain::separation::tone::{self, Context};
use fluent_bundle::FluentValue;

/// The longest template, in bytes.
const TEXT_MAX: usize = 64 * 1024;
/// The longest word on what changed, in characters.
const REASON_MAX: usize = 2000;

/// How things are written in a template.
const WRITING: [(&str, &[&str]); 4] = [
    ("value", &["{{ client.name }}"]),
    ("if", &["{% if account.pay_by %}…{% else %}…{% endif %}"]),
    ("for", &["{% for one in deliverables %}", "- {{ one.what }}: {{ one.on }}", "{% endfor %}"]),
    ("include", &["{% include \"close\" %}"]),
];

#[derive(Template)]
#[template(path = "letter_templates/show.html")]
struct Show {
    frame: Frame,
    name: Markup,
    language: Language,
    state: Markup,
    lede: Markup,
    here: String,
    filled: Filled,
    text: String,
    /// The number of the version that it follows.
    version: u32,
    is_own: bool,
    preview: Preview,
    used: Vec<Term>,
    more: Vec<Term>,
    writing: &'static [(&'static str, &'static [&'static str])],
    past: Vec<Past>,
}

/// The letter that the text makes, or what is wrong with it.
struct Preview {
    fault: Option<Markup>,
    /// In which letter a part is shown.
    within: Option<Markup>,
    verdict: Markup,
    sheets: Vec<Sheet>,
    tones: Vec<Tone>,
    lacks: Vec<Markup>,
}

/// One version: what it says of itself, and the lines that it changed.
struct Past {
    about: Markup,
    reason: String,
    lines: Vec<Change>,
}

type Place = Path<(String, String)>;

pub async fn show(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((language, name)): Place,
) -> Result<Response, PageError> {
    let place = Asked::of(&app, &visitor, &language, &name).await?;
    let text = place.text();
    drawn(&visitor, &place, text, Filled::default(), StatusCode::OK)
}

/// Shows what a changed text makes, keeps it as the next version, or goes back to the standard one.
pub async fn change(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((language, name)): Place,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let place = Asked::of(&app, &visitor, &language, &name).await?;
    visitor.at(&href(place.language, place.name));
    let text = filled.raw("text").replace("\r\n", "\n").trim().to_owned() + "\n";
    let goes_back = filled.value("do") == "standard";
    if filled.value("do") == "preview" {
        return drawn(&visitor, &place, text, filled, StatusCode::OK);
    }
    if !goes_back && text.len() > TEXT_MAX {
        filled.refuse("text", visitor.lang.text("template-too-long"));
    } else if !goes_back && let Err(flaw) = place.proof(&text) {
        filled.refuse("text", fault(&visitor.lang, &flaw));
    }
    let reason: String = filled.value("reason").chars().take(REASON_MAX).collect();
    if reason.is_empty() {
        filled.refuse("reason", visitor.lang.text("template-reason-missing"));
    }
    let after = filled.value("version").parse().unwrap_or(0);
    let is_standard = goes_back || text.trim() == place.standard().trim();
    let new = New {
        language: place.language.tag(),
        name: place.name,
        after,
        text: (!is_standard).then_some(text.as_str()),
        member: &visitor.member,
        reason: &reason,
        at: &app.now(),
    };
    if filled.is_good() && !letter_templates::save(&app.db, &new).await? {
        filled.refuse("template", visitor.lang.text("template-overtaken"));
    }
    if filled.is_good() {
        Ok(Redirect::to(&href(place.language, place.name)).into_response())
    } else {
        drawn(&visitor, &place, text, filled, StatusCode::UNPROCESSABLE_ENTITY)
    }
}

/// The template that an address names.
struct Asked {
    language: Language,
    name: &'static str,
    own: FirmTexts,
    versions: Vec<Version>,
}

impl Asked {
    async fn of(app: &Shared, visitor: &Visitor, language: &str, name: &str) -> Result<Asked, PageError> {
        visitor.require(Role::Owner)?;
        let language = Language::of(language).ok_or(PageError::NotFound)?;
        let name = NAMES.iter().find(|known| **known == name).ok_or(PageError::NotFound)?;
        let versions = letter_templates::all(&app.db, language.tag(), name).await?;
        Ok(Asked { language, name, own: firm_texts(app).await?, versions })
    }

    fn text(&self) -> String {
        text(self.name, self.language, &self.own).to_owned()
    }

    fn standard(&self) -> &'static str {
        standard(self.language, self.name).unwrap_or_default()
    }

    fn proof(&self, text: &str) -> Result<Proof, crate::letter::Fault> {
        proof(self.name, self.language, &self.own.clone().with(self.language, self.name, text))
    }
}

fn drawn(
    visitor: &Visitor,
    place: &Asked,
    text: String,
    filled: Filled,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = Pen::of(visitor);
    let standing = place.versions.first();
    let is_own = standing.is_some_and(|version| version.text.is_some());
    let named = template_name(&visitor.lang, place.name);
    let proof = place.proof(&text);
    let kind = proof.as_ref().map_or_else(|_| Kind::of(place.name), |proof| Some(proof.kind));
    let (used, more) = terms(&pen, place.language, kind.unwrap_or(Kind::Notice), &text);
    let crumb = Crumb { text: pen.lang.text("template-title"), href: Some("/letter-templates".to_owned()) };
    let crumbs = vec![crumb, Crumb { text: named.clone(), href: None }];
    let language = pen.lang.text(&format!("letter-language-{}", place.language.tag()));
    let show = Show {
        frame: visitor.frame(format!("{named} · {language}"), Some(Verb::Part), crumbs),
        name: Markup::text(&named),
        language: place.language,
        state: Markup::text(&language),
        lede: match standing.filter(|_| is_own) {
            Some(version) => about(visitor, version),
            None => pen.t("template-is-standard"),
        },
        here: href(place.language, place.name),
        version: standing.map_or(0, |version| version.version),
        is_own,
        preview: preview(&pen, place, proof),
        used,
        more,
        writing: &WRITING,
        past: past(visitor, place),
        filled,
        text,
    };
    Ok((status, page(&show)?).into_response())
}

fn preview(pen: &Pen, place: &Asked, proof: Result<Proof, crate::letter::Fault>) -> Preview {
    let Proof { kind, text } = match proof {
        Ok(proof) => proof,
        Err(flaw) => {
            let fault = Some(Markup::even(&fault(&pen.lang, &flaw)));
            let none = Markup::default();
            return Preview { fault, within: None, verdict: none, sheets: vec![], tones: vec![], lacks: vec![] };
        }
    };
    let checked = tone::check(&text, kind.tone(), Some(place.language.into()), &Context::default());
    let within = pen.lang.text(&format!("letter-kind-{}", kind.word()));
    Preview {
        fault: None,
        within: (kind.word() != place.name).then(|| pen.say("template-within", [("kind", FluentValue::from(within))])),
        verdict: pen.t(&format!("tone-verdict-{}", checked.verdict.word())),
        sheets: sheets(&text, &[(place.language, text.clone())], &checked.findings),
        tones: tones(pen, &checked),
        lacks: lacks(pen, &checked),
    }
}

/// Returns the versions, the newest first, each with the lines by which it differs from the one before.
fn past(visitor: &Visitor, place: &Asked) -> Vec<Past> {
    let text = |version: Option<&Version>| {
        version.and_then(|version| version.text.as_deref()).unwrap_or(place.standard()).to_owned()
    };
    let one = |(at, version): (usize, &Version)| Past {
        about: about(visitor, version),
        reason: version.reason.clone(),
        lines: changes(&text(place.versions.get(at + 1)), &text(Some(version))),
    };
    place.versions.iter().enumerate().map(one).collect()
}
