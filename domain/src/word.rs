//! Enums whose variants have a word in forms, addresses, catalogues and the journal.

/// Declares an enum of words, in the order in which people are offered them.
#[macro_export]
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// Their words, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// Returns the word.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }

            /// Returns what a word stands for.
            pub fn of(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}
pub use words;
