//! A new letter: its kind and language first, then its facts, filled in from the case.

use super::facts::{Given, read};
use super::known::Known;
use super::lines::both;
use super::{certificate, fault, fields, firm_texts, prefill, thanks};
use crate::flow::account;
use crate::flow::contracts::confirmed;
use crate::flow::destruction::Certificate;
use crate::letter;
use crate::store::{client_names, history};
use crate::web::app::Shared;
use crate::web::cases::ask::{Fields, Question, words};
use crate::web::cases::refusal::Refused;
use crate::web::cases::scene::Scene;
use crate::web::cases::{Attempt, attempt, seen};
use crate::web::form::Filled;
use crate::web::markup::Markup;
use crate::web::{PageError, Visitor, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::case::parting::further::Act::DraftFurther;
use domain::case::parting::offers::BridgeTerms;
use domain::case::parting::{Act as Part, written_in};
use domain::case::{Act, Action, Class};
use domain::money::Money;
use domain::record::History;
use domain::separation::letter::{Bridge, Kind, Party, Rung, Setting, sums};
use domain::separation::portal;
use domain::separation::settlement::statement;
use domain::separation::tone::{Context, Language};

/// The words of the languages a letter may be written in.
const LANGUAGES: [&str; 3] = ["ar", "en", "bilingual"];

pub async fn ask(
    State(app): State<Shared>,
    visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let mut filled = Filled::with(asked.iter().map(|(name, value)| (name.as_str(), value.clone())));
    let Some((kind, written)) = chosen(&filled) else {
        if let Some(basis) = scene.case().parting.basis().filter(|_| !scene.case().parting.is_served()) {
            filled.offer("kind", basis.letter().word());
        }
        filled.offer("language", visitor.lang.language.tag());
        return which(&scene, &filled, StatusCode::OK);
    };
    let client = &scene.opened.key.client;
    let known = history::of_client(&app.db, client).await?;
    let confirmed = confirmed(&app.db, &visitor.viewer, client).await?;
    let lists = Known::of(&scene, known.as_ref(), kind, written);
    let beside = prefill::Beside { history: known.as_ref(), confirmed: &confirmed, lists: &lists };
    prefill::prefill(&mut filled, &scene, &beside, kind, written);
    let certificate = certificate::asked(&app, &scene, kind, &filled).await?;
    let refused = scene.not_yours(Action::Work);
    let what = Asked { kind, written, certificate: certificate.as_ref(), records: known.as_ref() };
    drawn(&scene, &filled, what, refused, StatusCode::OK)
}

pub async fn write(
    State(app): State<Shared>,
    mut visitor: Visitor,
    Path((client, case)): Path<(String, String)>,
    mut filled: Filled,
) -> Result<Response, PageError> {
    let own = format!("{}/part/letters/new", crate::web::href::case(crate::web::href::decoded(&client), &case));
    visitor.at(&own);
    let scene = Scene::of_letters(&app, &visitor, &client, &case).await?;
    let Some((kind, written)) = chosen(&filled) else {
        filled.refuse("kind", visitor.lang.text("case-choose-one"));
        return which(&scene, &filled, StatusCode::UNPROCESSABLE_ENTITY);
    };
    if filled.value("form") == "which" {
        let to = format!("{own}?kind={}&language={}", kind.word(), filled.value("language"));
        return Ok(Redirect::to(&to).into_response());
    }
    let certificate = certificate::asked(&app, &scene, kind, &filled).await?;
    let records = history::of_client(&app.db, &scene.opened.key.client).await?;
    let what = Asked { kind, written, certificate: certificate.as_ref(), records: records.as_ref() };
    let known = Known::of(&scene, records.as_ref(), kind, written);
    let facts = read(&mut filled, kind, setting(&scene, written), &given(&scene, known, certificate.as_ref()));
    if let Some(one) = &facts.appreciation
        && !thanks::is_known(&app, &scene, &one.record).await?
    {
        filled.refuse("appreciation_record", visitor.lang.text("letter-no-record"));
    }
    if !filled.is_good() {
        return drawn(&scene, &filled, what, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let own = firm_texts(&app).await?;
    let text = match letter::write(kind, &facts, written, visitor.lang.hijri, &own) {
        Ok(text) => text,
        Err(flaw) => {
            filled.refuse("client_name", fault(&visitor.lang, &flaw));
            return drawn(&scene, &filled, what, None, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    if certificate.as_ref().is_some_and(|one| !text.contains(&one.entry.mark())) {
        filled.refuse("client_name", visitor.lang.text("certificate-unsaid"));
        return drawn(&scene, &filled, what, None, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let context = context(&app, &scene).await?;
    let act = match filled.value("contract") {
        "" => Part::DraftLetter {
            letter: None,
            kind,
            rung: Rung::of(filled.value("rung")),
            language: written,
            text,
            context,
        },
        contract => {
            let contract = contract.to_owned();
            Part::Further(DraftFurther { contract, language: written, text, context })
        }
    };
    let act = Act::Parting(act);
    match attempt(&app, &visitor, &scene.opened, seen(&filled), act).await? {
        Attempt::Done(opened) => {
            let id = opened.case.parting.letters.iter().map(|letter| letter.id).max().unwrap_or_default();
            Ok(Redirect::to(&scene.href(&format!("part/letters/{id}"))).into_response())
        }
        Attempt::Refused(refused) => drawn(&scene, &filled, what, Some(*refused), StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn chosen(filled: &Filled) -> Option<(Kind, Language)> {
    Some((Kind::of(filled.value("kind"))?, language(filled.value("language"))?))
}

fn language(word: &str) -> Option<Language> {
    match word {
        "ar" => Some(Language::Arabic),
        "en" => Some(Language::English),
        "bilingual" => Some(Language::Bilingual),
        _ => None,
    }
}

/// So many other clients are looked for by name in a letter.
const NAMES_MAX: i64 = 2000;

/// What is known of a case beside its letters, for their check: among it the names of other clients, which have no place
/// in them.
pub async fn context(app: &Shared, scene: &Scene<'_>) -> Result<Context, PageError> {
    let own = &scene.opened.key.client;
    let named = client_names::find(&app.db, &scene.visitor.viewer, "", NAMES_MAX).await?;
    let other_clients = named.into_iter().filter(|named| named.client != *own && named.name != scene.name());
    Ok(Context {
        client: vec![scene.name().to_owned()],
        other_clients: other_clients.map(|named| named.name).collect(),
        is_critical: scene.case().opening.class != Class::Normal,
        sums: sums_of(app, scene).await?,
        ..Context::default()
    })
}

/// Returns the sums of the client's papers, whoever writes: what is said of one that differs depends on who may see it.
async fn sums_of(app: &Shared, scene: &Scene<'_>) -> Result<Vec<Money>, PageError> {
    let visitor = scene.visitor;
    let subject = account::of_client(&app.db, &scene.opened.key.client, visitor.today).await?;
    let known = subject.map(|subject| {
        let records = subject.scene(&visitor.firm);
        let parting = &scene.case().parting;
        let drawn = match &parting.account {
            Some(frozen) => (*frozen.account).clone(),
            None => subject.account(&records, parting.all_end_on(), None),
        };
        sums(Some(&drawn), &statement(&records, None), scene.case().snapshot.as_ref())
    });
    Ok(known.unwrap_or_default())
}

fn setting(scene: &Scene, written: Language) -> Setting {
    let case = scene.case();
    let profile = case.parting.duties.plan().map(|plan| plan.profile);
    Setting { written, profile, is_critical: case.opening.class != Class::Normal }
}

fn given<'a>(scene: &'a Scene, known: Known, certificate: Option<&'a Certificate>) -> Given<'a> {
    let case = scene.case();
    let grounds = case.signed.as_ref().map(|signed| signed.decision.grounds.as_slice()).unwrap_or_default();
    let name = scene.visitor.firm.name.clone().unwrap_or_default();
    Given {
        firm: Party { legal_name: both(&name), ..Party::default() },
        class: case.opening.class,
        ground: grounds.first().map(|one| one.ground),
        known,
        bridges: portal::bridges(&case.parting).into_iter().map(offered).collect(),
        certificate,
        lang: &scene.visitor.lang,
    }
}

fn offered(portal::Bridge { scope, terms, .. }: portal::Bridge) -> Bridge {
    let BridgeTerms { until, hours_max, price, liability_max, prepaid } = terms;
    Bridge { scope: both(&scope), hours_max: u32::from(hours_max), price, prepaid, liability_max, until }
}

/// Asks for the kind and the language.
fn which(scene: &Scene, filled: &Filled, status: StatusCode) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let languages = words(pen, "letter-language-{}", LANGUAGES);
    // Before an end is decided only what reminds or sets limits is written.
    let stage = scene.case().stage;
    let is_written = |kind: &Kind| if scene.may_warn() { kind.warns() } else { written_in(*kind).contains(&stage) };
    let kinds = Kind::ALL.iter().filter(|kind| is_written(kind)).map(|kind| kind.word());
    let fields = Fields::of(pen, filled).one("kind", "letter-field-kind", words(pen, "letter-kind-{}", kinds)).one(
        "language",
        "letter-field-language",
        languages,
    );
    question(scene, fields.all(), "letter-which", (vec![("form", "which".to_owned())], vec![]), None, status)
}

/// What is asked for, and what it can rest on.
#[derive(Clone, Copy)]
struct Asked<'a> {
    kind: Kind,
    written: Language,
    certificate: Option<&'a Certificate>,
    records: Option<&'a History>,
}

fn drawn(
    scene: &Scene,
    filled: &Filled,
    Asked { kind, written, certificate, records }: Asked,
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let thanks = thanks::choices(scene, records);
    let fields = fields::fields(&scene.pen, filled, (kind, certificate, &thanks), setting(scene, written));
    let word = LANGUAGES.into_iter().find(|word| language(word) == Some(written)).unwrap_or_default();
    let mut hidden = vec![
        ("form", "facts".to_owned()),
        ("kind", kind.word().to_owned()),
        ("language", word.to_owned()),
        ("seen", scene.case().seq.to_string()),
    ];
    // Of which further contract it is the notice.
    let contract = filled.value("contract").to_owned();
    hidden.extend((!contract.is_empty()).then_some(("contract", contract)));
    hidden.extend(certificate.map(|one| ("erasure", one.id.clone())));
    let known = certificate.map(|one| certificate::known(&scene.pen, one)).unwrap_or_default();
    question(scene, fields, "letter-facts", (hidden, known), refused, status)
}

fn question(
    scene: &Scene,
    fields: Vec<crate::web::cases::ask::Field>,
    key: &str,
    (hidden, known): (Vec<(&'static str, String)>, Vec<Markup>),
    refused: Option<Refused>,
    status: StatusCode,
) -> Result<Response, PageError> {
    let pen = &scene.pen;
    let title = pen.lang.text("letter-new");
    let question = Question {
        frame: scene.frame(title),
        name: pen.name(scene.name()),
        step: scene.stage(),
        asks: pen.t(key),
        note: pen.t(&format!("{key}-note")),
        refused,
        known,
        hidden: hidden.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        fields,
        action: scene.href("part/letters/new"),
        button: scene.may(Action::Work).then(|| pen.t(&format!("{key}-do"))),
        back: (scene.home_of_letters(), pen.t("case-back")),
    };
    Ok((status, page(&question)?).into_response())
}
