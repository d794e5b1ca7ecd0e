//! Which columns of which kinds the current file says.

use domain::record::Kind;

/// Which columns of each kind the current file says.
#[derive(Default)]
pub struct Said(Vec<(&'static str, Vec<bool>)>);

/// Which columns of one kind are said; all, where nobody spoke of the kind.
#[derive(Clone, Copy)]
pub struct SaidColumns<'a>(Option<&'a [bool]>);

impl Said {
    pub fn set(&mut self, kind: &'static Kind, said: Vec<bool>) {
        self.0.retain(|(table, _)| *table != kind.table);
        self.0.push((kind.table, said));
    }

    pub fn of(&self, kind: &Kind) -> SaidColumns<'_> {
        SaidColumns(self.0.iter().find(|(table, _)| *table == kind.table).map(|(_, said)| said.as_slice()))
    }
}

impl SaidColumns<'_> {
    pub fn says(&self, position: usize) -> bool {
        self.0.is_none_or(|said| said.get(position).copied().unwrap_or(true))
    }
}
