//! Journals that lie within a seal: what people say stands beside its entry, for all of it is sealed as one.

use domain::journal::{self, Break, Draft, Entry, Fault};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// An entry with what was said in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub entry: Entry,
    pub said: Option<String>,
}

/// Writes events at the end of a journal, which begins after `origin`.
pub fn write<E: Serialize>(lines: &mut Vec<Line>, origin: &str, actor: &str, at: &str, events: &[E]) {
    for event in events {
        let laid = journal::lay_out(event);
        let draft = Draft {
            at: at.to_owned(),
            actor: Some(actor.to_owned()),
            name: laid.name,
            plain: laid.plain,
            sealed: laid.said.as_deref().map(|said| journal::digest(said.as_bytes())),
        };
        let (seq, previous) = lines.last().map_or((0, origin), |last| (last.entry.seq, last.entry.hash.as_str()));
        let entry = Entry::after(seq, previous, draft);
        lines.push(Line { entry, said: laid.said });
    }
}

/// Checks a journal from its origin to its end, what is said in it included.
pub fn check(lines: &[Line], origin: &str) -> Result<(), Break> {
    let entries: Vec<Entry> = lines.iter().map(|line| line.entry.clone()).collect();
    let head = entries.last().map_or((0, origin), |last| (last.seq, last.hash.as_str()));
    journal::verify(origin, &entries, head)?;
    let altered = |line: &&Line| line.said.as_deref().map(|said| journal::digest(said.as_bytes())) != line.entry.sealed;
    match lines.iter().find(altered) {
        Some(line) => Err(Break { seq: line.entry.seq, fault: Fault::Altered }),
        None => Ok(()),
    }
}

/// Reads a journal's events; nothing if one is none that this version knows.
pub fn read<E: DeserializeOwned>(lines: &[Line]) -> Option<Vec<(&Entry, E)>> {
    let event = |line: &Line| journal::read(&line.entry.name, &line.entry.plain, line.said.as_deref());
    lines.iter().map(|line| Some((&line.entry, event(line)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Sample {
        Told {
            on: u8,
            #[serde(default)]
            said: Option<String>,
        },
    }

    #[test]
    fn what_is_said_is_bound_like_the_rest() {
        let told = |on, said: Option<&str>| Sample::Told { on, said: said.map(str::to_owned) };
        let mut lines = vec![];
        write(&mut lines, "o", "huda", "2026-01-01T09:00:00Z", &[told(1, Some("سرّ")), told(2, None)]);
        write(&mut lines, "o", "omar", "2026-01-02T09:00:00Z", &[told(3, Some("x"))]);
        assert_eq!(check(&lines, "o"), Ok(()));
        let events: Vec<Sample> = read(&lines).expect("known").into_iter().map(|(_, event)| event).collect();
        assert_eq!(events, [told(1, Some("سرّ")), told(2, None), told(3, Some("x"))]);
        let altered = Err(Break { seq: 1, fault: Fault::Altered });
        let mut changed = lines.clone();
        changed[0].said = Some("\"سر\"".to_owned());
        assert_eq!(check(&changed, "o"), altered);
        changed[0].said = None;
        assert_eq!(check(&changed, "o"), altered);
        lines.remove(1);
        assert_eq!(check(&lines, "o"), Err(Break { seq: 2, fault: Fault::Missing }));
        assert_eq!(check(&lines, "p").map_err(|found| found.seq), Err(1));
    }
}
