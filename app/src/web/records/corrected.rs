//! What a person corrected in the file's row that a record was read from, beside what the file has.

use super::field::Reader;
use crate::intake::correction::Correction;
use crate::intake::target::Target;
use crate::store::records::Record;
use crate::store::{StoreError, corrections};
use crate::web::Shared;
use crate::web::markup::Markup;
use domain::record::Type;
use fluent_bundle::FluentValue;

/// Returns a sentence for each corrected cell that this visitor may see.
pub async fn corrected(app: &Shared, reader: &Reader<'_>, record: &Record) -> Result<Vec<Markup>, StoreError> {
    if record.source.line == 0 {
        return Ok(Vec::new());
    }
    let found = corrections::of_record(&app.db, record.source.id, record.source.line).await?;
    let seen = found.into_iter().filter(|(own, _)| sees(reader, own));
    Ok(seen.map(|(own, by)| sentence(reader, &own, by.as_deref())).collect())
}

/// Tells whether a visitor sees what a column stands for.
fn sees(reader: &Reader, correction: &Correction) -> bool {
    let Some(target) = Target::named(&correction.spot.target) else { return reader.pen.sees_money };
    let is_own = target.kind.position(target.column).is_some();
    let shown = !is_own || reader.columns(target.kind).any(|(_, column)| column.name == target.column);
    shown && (reader.pen.sees_money || target.r#type() != Type::Amount)
}

fn sentence(reader: &Reader, correction: &Correction, by: Option<&str>) -> Markup {
    let empty = reader.pen.lang.text("imports-empty");
    let or_empty = |text: &str| FluentValue::from(if text.is_empty() { empty.clone() } else { text.to_owned() });
    let day = crate::web::when::When::of(&correction.at, reader.pen.zone, reader.pen.lang.digits).day;
    let args = [
        ("column", FluentValue::from(correction.spot.header.clone())),
        ("original", or_empty(&correction.spot.original)),
        ("corrected", or_empty(&correction.corrected)),
        ("by", FluentValue::from(by.unwrap_or_default().to_owned())),
        ("day", FluentValue::from(reader.pen.lang.day(day))),
    ];
    let key = if by.is_some() { "record-corrected-by" } else { "record-corrected" };
    Markup::text(&reader.pen.lang.say(key, args))
}
