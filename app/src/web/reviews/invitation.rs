//! How members come to their questions: a link for every telephone, a picture of it, and a reminder to copy into a chat.

use super::Room;
use crate::flow::reach::Reach;
use crate::lang::{Lang, Language};
use crate::web::markup::Markup;
use crate::web::{Frame, PageError, link, page};
use askama::Template;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use domain::case::review::round;
use fluent_bundle::FluentValue;

#[derive(Template)]
#[template(path = "reviews/invitation.html")]
struct Invitation {
    frame: Frame,
    base: String,
    address: String,
    qr: String,
    /// The reminder in both languages, the visitor's own first.
    texts: Vec<(Language, String)>,
    reach: Reach,
    awaited: Markup,
    agenda: Vec<(Language, String)>,
}

pub async fn show(room: Room, headers: HeaderMap) -> Result<Response, PageError> {
    let host = link::host(&headers);
    let address = format!("{}{}/answer", link::base(&room.app, host), room.base());
    let text = |language: Language| {
        let lang = Lang::plain(language);
        let args = [
            ("firm", FluentValue::from(room.visitor.firm.name.clone().unwrap_or_default())),
            ("client", FluentValue::from(room.case().opening.client_name.clone())),
            ("address", FluentValue::from(address.clone())),
        ];
        (language, lang.say("invitation-chat", args))
    };
    let own = room.visitor.language();
    let awaited = room.case().rounds.awaited(round(room.case()));
    let invitation = Invitation {
        frame: room.frame("invitation-title"),
        base: room.base(),
        qr: link::qr(&address, &room.visitor.lang.text("invitation-qr")),
        texts: vec![text(own), text(own.other())],
        reach: Reach::of(room.app.public_url.as_deref(), Some(host)),
        awaited: room.names(awaited),
        agenda: [own, own.other()].map(|language| (language, Lang::plain(language).text("review-agenda"))).into(),
        address,
    };
    Ok(page(&invitation)?.into_response())
}
