//! The entry of the index, as the erasure list keeps it with its line.

use crate::keep::erasures::Erasure;
use crate::store::destructions::Destruction;
use domain::erasure::Basis;

/// Returns the entry of the index that a line of the list keeps, counted from 0; nothing where it keeps none.
pub fn indexed(list: &[Erasure], at: usize) -> Option<Destruction> {
    let erasure = list.get(at)?;
    let (id, kept) = (erasure.id.clone()?, erasure.indexed.clone()?);
    let (basis, reference) = erasure.basis.split_once(": ")?;
    Some(Destruction {
        line: at as u64 + 1,
        client: kept.client,
        scope: serde_json::to_string(&erasure.scope).expect("made of texts"),
        basis: Basis::of(basis)?,
        reference: reference.to_owned(),
        gone: serde_json::to_string(&kept.gone).expect("made of names and numbers"),
        files: kept.files,
        // What goes along stands in lines of its own, under the same id.
        keys: list.iter().filter(|one| one.id.as_ref() == Some(&id)).map(|one| one.keys).sum(),
        copies: serde_json::to_string(&kept.copies).expect("made of words and days"),
        proposed: (kept.proposed_by, kept.proposed_on),
        confirmed: (kept.confirmed_by, erasure.on),
        id,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::erasures::Scope;
    use crate::keep::indexed::Indexed;
    use domain::days::Day;

    #[test]
    fn a_line_without_an_entry_has_none_and_one_with_it_counts_the_keys_of_all_its_lines() {
        let on = Day::from_iso("2026-11-29").expect("a day");
        let kept = Indexed {
            client: "NAKHLA".to_owned(),
            proposed_by: "reem".to_owned(),
            proposed_on: on.plus(-1),
            confirmed_by: "zaid".to_owned(),
            gone: [("messages".to_owned(), 2)].into(),
            files: 3,
            copies: vec![],
        };
        let first = Erasure {
            on,
            basis: "request: PDPL: art. 18".to_owned(),
            id: Some("p1".to_owned()),
            keys: 1,
            names_sha256: vec![],
            bags_sha256: vec![],
            indexed: Some(kept),
            scope: Scope::Client { client: "NAKHLA".to_owned(), tables: vec![] },
        };
        let scope = Scope::Case { client: "NAKHLEH".to_owned(), case: "k1".to_owned(), keeps_papers: false };
        let further = Erasure { keys: 2, indexed: None, scope, ..first.clone() };
        let by_hand = Erasure { id: None, keys: 9, ..further.clone() };
        let list = [by_hand, first, further];
        assert!(indexed(&list, 0).is_none() && indexed(&list, 2).is_none() && indexed(&list, 3).is_none());
        let entry = indexed(&list, 1).expect("an entry");
        assert_eq!((entry.line, entry.keys, entry.files), (2, 3, 3));
        assert_eq!((entry.basis, entry.reference.as_str()), (Basis::Request, "PDPL: art. 18"));
        assert_eq!((entry.proposed, entry.confirmed), (("reem".to_owned(), on.plus(-1)), ("zaid".to_owned(), on)));
        assert_eq!(entry.gone, r#"{"messages":2}"#);
    }
}
