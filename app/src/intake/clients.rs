//! Spellings of clients to their keys: one look-up a row, and a new client only where no known one is meant.

use super::gone::Gone;
use super::hash::{Already, hash};
use domain::days::Day;
use domain::money::Currency;
use domain::text::fold;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// One client as far as an import must know it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub key: String,
    pub name: String,
    pub currency: Option<Currency>,
    pub terms_days: Option<i64>,
    /// The client that a person has merged this one into.
    pub merged_into: Option<String>,
}

/// A client that a row named and nobody knew.
#[derive(Clone, Debug, PartialEq)]
pub struct Created {
    pub client: Known,
    /// The line of the first row that named it.
    pub line: u32,
}

/// The clients that the store knows, and those that an import has met.
#[derive(Clone, Debug, Default)]
pub struct Clients {
    known: Vec<Known>,
    /// By the hash of the key. A look-up a row is what an import waits for: it touches one place in memory.
    by_key: HashMap<u64, Bucket, Already>,
    /// Keys whose hash another key has taken.
    by_whole_key: HashMap<String, usize>,
    /// By folded key and name; `None` where two clients share one. Filled when a spelling is no key, which is rare.
    by_fold: HashMap<String, Option<usize>>,
    /// How many of `known` are in `by_fold`.
    folded: usize,
    /// The places of new clients, and the lines that named them.
    created: Vec<(usize, u32)>,
    gone: Gone,
    /// Keys that rows gave to a client that was erased: rows that say the key alone are of it, too.
    returned: HashSet<String>,
}

/// A client's place, with its key if that is short.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    place: u32,
    length: u8,
    key: [u8; 19],
}

impl Bucket {
    fn new(place: usize, key: &str) -> Bucket {
        let mut bucket = Bucket { place: place as u32, length: u8::MAX, key: [0; 19] };
        if let Some(room) = bucket.key.get_mut(..key.len()) {
            room.copy_from_slice(key.as_bytes());
            bucket.length = key.len() as u8;
        }
        bucket
    }
}

/// How a spelling came to its client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The very key.
    Key(usize),
    /// Another spelling of a known key or name.
    Matched(usize),
    None,
}

impl Clients {
    /// Collects the store's clients; an unknown currency is none.
    pub fn new(known: impl IntoIterator<Item = Known>) -> Clients {
        let mut clients = Clients::default();
        known.into_iter().for_each(|client| {
            let currency = client.currency.filter(Currency::is_known);
            clients.add(Known { currency, ..client });
        });
        clients
    }

    /// Returns the clients with those that were erased, whom rows do not bring back.
    pub fn without(self, gone: Gone) -> Clients {
        Clients { gone, ..self }
    }

    /// Tells whether a spelling that nobody knows would bring an erased client back, and remembers it.
    pub fn returns(&mut self, spelling: &str, name: &str) -> bool {
        let returns = self.returned.contains(spelling) || self.gone.returns(spelling, name);
        if returns && !self.returned.contains(spelling) {
            self.returned.insert(spelling.to_owned());
        }
        returns
    }

    /// Tells whether a client list's row is the entry of a client that was erased.
    pub fn is_gone(&self, key: &str, began_on: Option<Day>) -> bool {
        self.gone.has_entry(key, began_on)
    }

    /// Takes back what a file taught, but for what it told of clients that were erased.
    pub fn undo(&mut self, before: Clients) {
        let returned = std::mem::take(&mut self.returned);
        *self = Clients { returned, ..before };
    }

    /// Returns the client at a place.
    pub fn get(&self, place: usize) -> &Known {
        &self.known[place]
    }

    /// Returns the key of a spelling; a spelling that no known client has becomes a new client's key and name.
    pub fn resolve(&mut self, spelling: &str) -> &str {
        let place = match self.find(spelling, "") {
            Found::Key(place) | Found::Matched(place) => place,
            Found::None => self.create(spelling, spelling, 0),
        };
        &self.known[place].key
    }

    /// Finds the client of a spelling: its key; else, if only one client fits, another spelling of a key or a name; else
    /// by `name`, which stands beside a number that nobody knows, a client that has no number of its own.
    pub fn find(&mut self, spelling: &str, name: &str) -> Found {
        if let Some(place) = self.find_key(spelling) {
            return Found::Key(place);
        }
        self.fold_all();
        let by_spelling = self.by_fold.get(&fold(spelling)).copied().flatten();
        let by_name = || {
            let place = self.by_fold.get(&fold(name)).copied().flatten()?;
            (!name.is_empty() && self.known[place].key == self.known[place].name).then_some(place)
        };
        by_spelling.or_else(by_name).map_or(Found::None, |place| Found::Matched(self.survivor(place)))
    }

    /// Finds a client by its very key, as the rows of a client list name it.
    pub fn find_key(&self, key: &str) -> Option<usize> {
        let bucket = self.by_key.get(&hash(key))?;
        let place = bucket.place as usize;
        let is_it = match bucket.key.get(..usize::from(bucket.length)) {
            Some(short) => short == key.as_bytes(),
            None => self.known[place].key == key,
        };
        if is_it { Some(place) } else { self.by_whole_key.get(key).copied() }
    }

    /// Adds a client that a line names and nobody knew.
    pub fn create(&mut self, key: &str, name: &str, line: u32) -> usize {
        let known =
            Known { key: key.to_owned(), name: name.to_owned(), currency: None, terms_days: None, merged_into: None };
        let place = self.add(known);
        self.created.push((place, line));
        place
    }

    /// Takes what a client list says of a client, so that files read after it know it.
    pub fn learn(&mut self, key: &str, name: &str, currency: Option<Currency>, terms_days: Option<i64>) -> usize {
        let place = match self.find_key(key) {
            Some(place) => place,
            None => self.add(Known {
                key: key.to_owned(),
                name: name.to_owned(),
                currency: None,
                terms_days: None,
                merged_into: None,
            }),
        };
        let client = &mut self.known[place];
        client.currency = currency.or(client.currency);
        client.terms_days = terms_days.or(client.terms_days);
        if client.name != name {
            client.name = name.to_owned();
            if place < self.folded {
                self.fold_in(name, place);
            }
        }
        place
    }

    /// Returns the clients that rows have created since the last call, in that order.
    pub fn take_created(&mut self) -> Vec<Created> {
        let created = std::mem::take(&mut self.created).into_iter();
        created.map(|(place, line)| Created { client: self.known[place].clone(), line }).collect()
    }

    /// Forgets clients that came to nothing: the next row that names one creates it anew.
    pub fn forget(&mut self, keys: &HashSet<String>) {
        let Clients { known, gone, returned, .. } = std::mem::take(self);
        *self = Clients { gone, returned, ..Clients::default() };
        known.into_iter().filter(|client| !keys.contains(&client.key)).for_each(|client| {
            self.add(client);
        });
    }

    /// Returns a client's currency: its own, else that of the client it was merged into.
    pub fn currency(&self, place: usize) -> Option<Currency> {
        self.known[place].currency.or_else(|| self.known[self.survivor(place)].currency)
    }

    /// Returns a client's payment terms: its own, else those of the client it was merged into.
    pub fn terms_days(&self, place: usize) -> Option<i64> {
        self.known[place].terms_days.or_else(|| self.known[self.survivor(place)].terms_days)
    }

    fn add(&mut self, client: Known) -> usize {
        let place = self.known.len();
        match self.by_key.entry(hash(&client.key)) {
            Entry::Vacant(free) => {
                free.insert(Bucket::new(place, &client.key));
            }
            Entry::Occupied(_) => {
                self.by_whole_key.insert(client.key.clone(), place);
            }
        }
        self.known.push(client);
        place
    }

    fn fold_all(&mut self) {
        for place in std::mem::replace(&mut self.folded, self.known.len())..self.known.len() {
            let (key, name) = (self.known[place].key.clone(), self.known[place].name.clone());
            self.fold_in(&key, place);
            if name != key {
                self.fold_in(&name, place);
            }
        }
    }

    fn fold_in(&mut self, text: &str, place: usize) {
        let folded = fold(text);
        if !folded.is_empty() {
            let entry = self.by_fold.entry(folded).or_insert(Some(place));
            let merged =
                entry.is_some_and(|other| self.known[other].merged_into.as_deref() == Some(&self.known[place].key));
            let same = *entry == Some(place) || self.known[place].merged_into.is_some();
            *entry = if merged { Some(place) } else { entry.filter(|_| same) };
        }
    }

    /// Follows merges to the client that stays; a chain that runs in a circle ends where it began.
    fn survivor(&self, place: usize) -> usize {
        let mut current = place;
        for _ in 0..8 {
            let into = self.known[current].merged_into.as_deref().and_then(|key| self.find_key(key));
            match into {
                Some(next) => current = next,
                None => return current,
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(key: &str, name: &str, merged_into: Option<&str>) -> Known {
        Known {
            key: key.into(),
            name: name.into(),
            currency: None,
            terms_days: None,
            merged_into: merged_into.map(str::to_owned),
        }
    }

    #[test]
    fn a_spelling_finds_its_client() {
        let mut clients = Clients::new([
            client("C1", "شركة الأفق", None),
            client("C2", "Noor Media", None),
            client("C3", "Atlas", None),
            client("C4", "Atlas", None),
            client("C5", "Nour Media", Some("C2")),
        ]);
        for (spelling, key) in [
            ("C1", "C1"),
            ("شركه الافق", "C1"),
            ("noor media", "C2"),
            ("c2", "C2"),
            ("C5", "C5"),
            ("nour media", "C2"),
            ("Atlas", "Atlas"),
            ("Zed", "Zed"),
        ] {
            assert_eq!(clients.resolve(spelling), key, "{spelling}");
        }
        let created: Vec<String> = clients.take_created().into_iter().map(|c| c.client.key).collect();
        assert_eq!(created, ["Atlas", "Zed"]);
        assert!(clients.take_created().is_empty());
        clients.forget(&HashSet::from(["Zed".to_owned()]));
        assert_eq!((clients.find("Zed", ""), clients.find("zed", "")), (Found::None, Found::None));
        assert_eq!(clients.resolve("Atlas"), "Atlas");
        assert_eq!(clients.resolve("nour media"), "C2");
        assert!(clients.take_created().is_empty());
    }

    #[test]
    fn a_name_beside_an_unknown_number_finds_only_a_client_without_one() {
        let mut clients = Clients::new([client("Big Company", "Big Company", None), client("C2", "Noor", None)]);
        assert_eq!(clients.find("771", "big company"), Found::Matched(0));
        assert_eq!(clients.find("771", "Noor"), Found::None);
        assert_eq!(clients.find("771", ""), Found::None);
    }

    #[test]
    fn a_client_list_teaches() {
        let mut clients = Clients::default();
        let place = clients.learn("C1", "Noor", Currency::of("SAR"), Some(30));
        assert_eq!(clients.find("noor", ""), Found::Matched(place));
        assert_eq!((clients.currency(place), clients.terms_days(place)), (Currency::of("SAR"), Some(30)));
        assert!(clients.take_created().is_empty());
    }
}
