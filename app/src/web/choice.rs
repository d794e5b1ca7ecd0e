//! Values to choose from in a form.

/// Some values of a select; values that belong to no group stand in one without a name.
#[derive(Clone, Debug)]
pub struct Group {
    pub name: String,
    pub choices: Vec<Choice>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub text: String,
}

impl Choice {
    /// Returns a value and what a person reads for it.
    pub fn new(value: &str, text: String) -> Choice {
        Choice { value: value.to_owned(), text }
    }
}

/// Returns values that belong to no group.
pub fn plain(choices: Vec<Choice>) -> Vec<Group> {
    vec![Group { name: String::new(), choices }]
}
