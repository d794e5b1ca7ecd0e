//! How a contract's notices are served, as people confirmed it, and when they then count as received (DOMAIN 2.3, 2.4).

use super::contract::{Confirmed, TermName};
use super::notice::{Deemed, Method};

/// The way by which a notice is served, with the rule by which it counts as received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    pub method: Method,
    /// `None` where only the clause can say it, and nobody confirmed what it says.
    pub deemed: Option<Deemed>,
    /// No clause says so; it is what goes without saying for this way.
    pub deemed_by_default: bool,
}

impl Default for Service {
    /// By e-mail, where nobody confirmed how notices are given.
    fn default() -> Service {
        Service::usual(Method::Email)
    }
}

impl Service {
    /// Returns how notices of a contract are served: by the rule that people confirmed, else by a confirmed way whose
    /// rule goes without saying.
    pub fn of(terms: &Confirmed) -> Service {
        let Some(term) = terms.value(TermName::NoticeMethod) else { return Service::default() };
        let Some(first) = term.methods.first().copied() else { return Service::default() };
        let plain = Method::ALL.iter().copied().find(|way| term.methods.contains(way) && way.usual().is_some());
        match term.deemed() {
            Some(deemed) => Service { method: first, deemed: Some(deemed), deemed_by_default: false },
            None => Service::usual(plain.unwrap_or(first)),
        }
    }

    fn usual(method: Method) -> Service {
        Service { method, deemed: method.usual(), deemed_by_default: true }
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract::{Standing, Statement, TermValue};
    use super::super::notice::Rule;
    use super::*;

    fn check(value: Option<TermValue>, method: Method, deemed: Option<Deemed>) {
        let said = |value| Statement { standing: Standing::Confirmed, value, quote: String::new(), version: 1 };
        let terms = Confirmed(value.clone().map(|value| (TermName::NoticeMethod, said(value))).into_iter().collect());
        let service = Service::of(&terms);
        assert_eq!((service.method, service.deemed), (method, deemed), "{value:?}");
    }

    #[test]
    fn the_confirmed_way_counts_and_its_rule_is_not_made_up() {
        let ways = |methods: &[Method]| TermValue { methods: methods.to_vec(), ..TermValue::default() };
        let post = ways(&[Method::RegisteredPost]);
        check(None, Method::Email, Some(Deemed::NextBusinessDay));
        check(Some(post.clone()), Method::RegisteredPost, None);
        check(Some(ways(&[Method::Courier, Method::Fax])), Method::Courier, None);
        let either = ways(&[Method::RegisteredPost, Method::Hand]);
        check(Some(either), Method::Hand, Some(Deemed::SameDay { cutoff: None }));
        let ruled = TermValue { deemed: Some(Rule::NthBusinessDay), deemed_n: Some(4), ..post.clone() };
        check(Some(ruled), Method::RegisteredPost, Some(Deemed::NthBusinessDay(4)));
        // A rule that counts days and does not say how many is none.
        check(Some(TermValue { deemed: Some(Rule::NthDay), ..post }), Method::RegisteredPost, None);
    }
}
