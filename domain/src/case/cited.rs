//! The rows that something rests on, in a form that a journal can keep.

use crate::record::Source;
use crate::sign::Facts;
use serde::{Deserialize, Serialize};

/// Records of a client, the most telling first: at most `Facts::KEPT` are kept, all are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    pub rows: Vec<CitedRow>,
    pub total: u32,
}

/// One record: its table, its id, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedRow {
    /// The table.
    pub kind: String,
    pub id: String,
    pub source: Source,
}

impl From<Facts> for Cited {
    fn from(facts: Facts) -> Cited {
        let row = |fact: crate::sign::Fact| CitedRow {
            kind: fact.kind.to_owned(),
            id: fact.id.to_owned(),
            source: fact.source,
        };
        Cited { rows: facts.iter().map(row).collect(), total: facts.total() }
    }
}

#[cfg(test)]
impl Cited {
    /// Returns the ids, in their order.
    pub fn ids(&self) -> Vec<&str> {
        self.rows.iter().map(|row| row.id.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Text;

    #[test]
    fn keeps_fifty_rows_and_counts_all() {
        let ids: Vec<Text> = (0..60).map(|i| Text::from(format!("T{i}"))).collect();
        let cited = Cited::from(Facts::of("time", ids.iter().map(|id| (id, Source { id: 1, line: 2 }))));
        assert_eq!((cited.rows.len(), cited.total), (50, 60));
        assert_eq!(
            cited.rows[49],
            CitedRow { kind: "time".into(), id: "T49".into(), source: Source { id: 1, line: 2 } }
        );
    }
}
