//! Who asks: the signed-in member, how they read, and what they may see.

use super::app::{App, Shared};
use super::{Crumb, Frame, PageError, Verb, cookie};
use crate::clock::stamp;
use crate::flow::reports::Sight;
use crate::lang::{Digits, Lang, Language};
use crate::secret::token;
use crate::store::resets::Reset;
use crate::store::viewer::{Role, Viewer};
use crate::store::{members, sessions};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use domain::days::Day;
use domain::days::working::Working;
use domain::firm::Firm;
use domain::record::Report;
use jiff::{SignedDuration, Timestamp};
use std::convert::Infallible;
use std::sync::Arc;

/// A signed-in member's request. Handlers that take it are closed to everyone else.
pub struct Visitor {
    pub viewer: Viewer,
    pub lang: Lang,
    /// The day on which the firm looks at its records.
    pub today: Day,
    /// The member's id and name.
    pub member: String,
    pub name: String,
    pub role: Role,
    /// Whether charts run in the reading direction.
    pub time_follows: bool,
    /// The firm's facts as they stand.
    pub firm: Arc<Firm>,
    /// The client whose people see the screen: key and name.
    pub sharing: Option<(String, String)>,
    /// The digest under which the session and its key are kept.
    pub(super) session: String,
    /// New keys of others of which this person is to be told.
    pub resets: Arc<Vec<Reset>>,
    adviser: bool,
    sealed_mark: i64,
    /// The revision of the lists.
    pub(super) lists: i64,
    /// Whether the worst-first list is older than what it is made from; a renewal is under way then.
    pub(super) is_list_old: bool,
    /// Whether they take part in a case, and whether they keep papers under a legal hold.
    pub(super) has_cases: bool,
    pub(super) has_holds: bool,
    path: String,
    demo: bool,
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Visitor, PageError> {
        let Person(visitor) = Person::from_request_parts(parts, app).await?;
        if visitor.adviser { Err(PageError::Elsewhere("/reports".to_owned())) } else { Ok(visitor) }
    }
}

/// Anyone who is signed in: members, and advisers from outside, who see no record of the firm.
pub struct Person(pub Visitor);

impl FromRequestParts<Shared> for Person {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Person, PageError> {
        match load(app, &parts.headers, &parts.uri).await? {
            Some(visitor) => Ok(Person(visitor)),
            None if !app.has_owner().await? => Err(PageError::Elsewhere("/first-start".to_owned())),
            None if parts.method == Method::GET && parts.uri.path() != "/" => {
                let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
                Err(PageError::Elsewhere(format!("/sign-in?to={}", super::form::encode(path))))
            }
            None => Err(PageError::Elsewhere("/sign-in".to_owned())),
        }
    }
}

/// Whoever asks, signed in or not.
pub enum Anyone {
    Known(Box<Visitor>),
    Guest { lang: Lang, path: String, demo: bool },
}

impl FromRequestParts<Shared> for Anyone {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Anyone, Infallible> {
        Ok(Anyone::of(app, &parts.headers, &parts.uri).await)
    }
}

impl Anyone {
    /// Returns whoever asks; where the store fails, a guest, for an error page must not fail in turn.
    pub async fn of(app: &App, headers: &HeaderMap, uri: &Uri) -> Anyone {
        match load(app, headers, uri).await {
            Ok(Some(visitor)) => Anyone::Known(Box::new(visitor)),
            Ok(None) | Err(_) => {
                Anyone::Guest { lang: Lang::page(cookie::language(headers)), path: path_of(uri), demo: app.demo }
            }
        }
    }

    /// Returns how they read.
    pub fn lang(&self) -> Lang {
        match self {
            Anyone::Known(visitor) => visitor.lang,
            Anyone::Guest { lang, .. } => *lang,
        }
    }

    /// Returns the frame of a page for them.
    pub fn frame(&self, title: String) -> Frame {
        match self {
            Anyone::Known(visitor) => visitor.frame(title, None, vec![]),
            Anyone::Guest { lang, path, demo } => Frame {
                lang: *lang,
                title,
                class: "",
                verb: None,
                crumbs: vec![],
                host: None,
                member: None,
                adviser: false,
                imports: false,
                sharing: None,
                new_keys: None,
                path: path.clone(),
                demo: *demo,
                foot: lang.text("guest-foot"),
            },
        }
    }
}

/// Loads the session behind a request by one point read; a session that ran out lets its key go.
async fn load(app: &App, headers: &HeaderMap, uri: &Uri) -> Result<Option<Visitor>, PageError> {
    let Some(secret) = cookie::session(app, headers) else {
        return Ok(None);
    };
    let session = token::hash(secret);
    let now = app.clock.now();
    let Some(seat) = sessions::load(&app.db, &session, &stamp(now)).await? else {
        app.keyring.drop_session(&session);
        return Ok(None);
    };
    extend_if_due(app, &session, &seat, now).await?;
    let firm = app.firm(seat.firm_version).await?;
    let language = Language::of(&seat.language).unwrap_or_default();
    let lang = Lang { digits: Digits::of(&seat.digits), hijri: seat.hijri, ..Lang::page(language) };
    let today = app.clock.today(firm.zone.as_deref());
    Ok(Some(Visitor {
        viewer: seat.viewer(),
        lang,
        today,
        member: seat.member,
        name: seat.name,
        role: seat.role,
        time_follows: seat.time_follows,
        firm,
        sharing: seat.sharing,
        resets: app.keyring.resets(&session),
        session,
        adviser: seat.adviser,
        sealed_mark: seat.sealed_mark,
        lists: seat.lists,
        is_list_old: seat.listed_on != Some(today),
        has_cases: seat.has_cases,
        has_holds: seat.has_holds,
        path: path_of(uri),
        demo: app.demo,
    }))
}

fn path_of(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned())
}

/// A visit lets the session last longer, written down at most once a day.
async fn extend_if_due(app: &App, session: &str, seat: &sessions::Seat, now: Timestamp) -> Result<(), PageError> {
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    let longest = seat.began_at.parse::<Timestamp>().map_or(now, |began| began + days(cookie::LONGEST_DAYS));
    let until = stamp((now + days(cookie::IDLE_DAYS)).min(longest));
    let due = seat.expires_at < stamp(now + days(cookie::IDLE_DAYS - 1)) && seat.expires_at < until;
    if due {
        sessions::extend(&app.db, session, &until).await?;
        app.keyring.extend(session, &until);
    }
    Ok(())
}

impl Visitor {
    /// Returns the frame of a page of this visitor.
    pub fn frame(&self, title: String, verb: Option<Verb>, crumbs: Vec<Crumb>) -> Frame {
        Frame {
            lang: self.lang,
            title,
            class: "",
            verb,
            crumbs,
            host: None,
            member: Some(self.name.clone()),
            adviser: self.adviser,
            imports: !self.adviser && self.role >= Role::Finance && self.sharing.is_none(),
            sharing: self.sharing.as_ref().map(|(_, name)| name.clone()),
            new_keys: self.new_keys(),
            path: self.path.clone(),
            demo: self.demo,
            foot: if self.adviser { String::new() } else { self.firm.name.clone().unwrap_or_default() },
        }
    }

    fn new_keys(&self) -> Option<String> {
        let is_told = !self.resets.is_empty() && self.sharing.is_none();
        is_told.then(|| self.lang.say("keys-note", [("n", (self.resets.len() as f64).into())]))
    }

    /// Goes on only for those whose role includes `least`; a page says who may do this.
    pub fn require(&self, least: Role) -> Result<(), PageError> {
        if self.role >= least { Ok(()) } else { Err(PageError::OnlyFor(least)) }
    }

    /// Tells whether this is an adviser from outside.
    pub fn is_adviser(&self) -> bool {
        self.adviser
    }

    /// Tells whether this session's key is open; after a restart it opens at the next sign-in.
    pub fn key_is_open(&self, app: &App) -> bool {
        app.keyring.identity(&self.session).is_some()
    }

    /// Returns the reports of the critical road that this person may read. While a screen is shared, there are none.
    pub async fn reports(&self, app: &Shared) -> Result<Vec<Report>, PageError> {
        let sight = self.sight(app);
        let critical = sight.reports.iter().filter(|opened| opened.is_critical() && opened.is_for(&self.member));
        Ok(critical.map(|opened| opened.report()).collect())
    }

    /// Returns the days on which this person works: of their own place, else the firm's.
    pub async fn working(&self, app: &App) -> Result<Option<Working>, PageError> {
        let me = members::one(&app.db, &self.member).await?;
        Ok(self.firm.working_at(me.and_then(|me| me.place).as_deref()))
    }

    /// Returns everything that this person's key opens. Nothing is opened here, so that no page takes longer because
    /// something was sealed to others; where another process sealed something, it is looked at beside.
    pub fn sight(&self, app: &Shared) -> Arc<Sight> {
        if self.sharing.is_some() {
            return Arc::default();
        }
        let held = app.keyring.opened(&self.session);
        if held.as_ref().is_some_and(|(mark, _)| *mark != self.sealed_mark) {
            let app = app.clone();
            tokio::spawn(async move { app.open_sealed().await });
        }
        held.map(|(_, opened)| opened).unwrap_or_default()
    }

    /// Returns an instant of the store as this person reads it: the firm's day, and the time of day.
    pub fn when(&self, stamped: &str) -> super::when::When {
        super::when::When::of(stamped, self.firm.zone.as_deref(), self.lang.digits)
    }

    /// Changes where a change of language comes back to: for pages that answer a form.
    pub fn at(&mut self, path: &str) {
        self.path = path.to_owned();
    }

    /// Returns the language that the page is in.
    pub fn language(&self) -> Language {
        self.lang.language
    }
}
