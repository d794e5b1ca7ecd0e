//! Facts in the words of a letter: days, sums and choices as its language writes them.

use crate::lang::Lang;
use domain::days::Day;
use domain::lesson::conduct;
use domain::money::Money;
use domain::separation::agreement::Point;
use domain::separation::letter::*;
use domain::separation::tone;
use fluent_bundle::FluentValue;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Returns the values that a template can name; what is unknown is null, and an empty list says that there is none.
pub fn context(facts: &Facts, lang: Lang, both: bool) -> Value {
    let say = Say { lang };
    let mut values = json!({
        "firm": say.party(&facts.firm),
        "client": say.party(&facts.client),
        "contract": facts.contract.as_ref().map(|one| json!({
            "ref": one.reference, "signed": one.signed_on.map(|on| say.day(on)),
        })),
        "basis": facts.basis.as_ref().map(|basis| say.basis(basis)),
        "date": facts.noticed_on.map(|on| say.whole_day(on)),
        "ended": facts.noticed_on.zip(facts.effective.as_ref()).is_some_and(|(on, end)| on > end.on),
        "end": facts.effective.as_ref().map(|end| say.moment(end)),
        "continues": say.list(&facts.continues),
        "stops": say.list(&facts.stops),
        "stops_on": say.dated(&facts.stops_on),
        "goes_on": say.list(&facts.goes_on),
        "deliverables": facts.deliverables.as_deref().map(|them| say.dated(them)),
        "deadlines": facts.deadlines.as_deref().map(|them| say.dated(them)),
        "remains": say.dated(&facts.remains),
        "actions": facts.client_actions.as_deref().map(|them| say.actions(them)),
        "account": facts.account.as_ref().map(|account| say.account(account)),
        "data": facts.data.as_ref().map(|data| say.data(data)),
        "contact": facts.contact.as_ref().map(|contact| say.contact(contact)),
        "duties": facts.survives.iter().map(|duty| say.key("letter-duty-{}", duty.word())).collect::<Vec<_>>(),
        "service": facts.service.as_ref().map(|service| say.service(service)),
        "signer": facts.signer.as_ref().map(|signer| say.signer(signer)),
        "client_signer": facts.client_signer.as_ref().map(|signer| say.signer(signer)),
        "appreciation": facts.appreciation.as_ref().map(|one| say.text(&one.text)),
        "prevails": facts.prevailing.filter(|_| both).map(|language| match language {
            tone::Language::English => "en",
            _ => "ar",
        }),
        "reason": say.reason(&facts.reason),
    });
    if let (Value::Object(values), Value::Object(rest)) = (&mut values, say.rest(facts)) {
        values.extend(rest);
    }
    values
}

struct Say {
    lang: Lang,
}

impl Say {
    /// The values that only some kinds of letters name.
    fn rest(&self, facts: &Facts) -> Value {
        json!({
            "rung": facts.rung.map(Rung::word),
            "boundaries": self.list(&facts.boundaries),
            "standard": self.lang.digits(i64::from(conduct::VERSION)),
            "occurrences": self.dated(&facts.occurrences),
            "next_step": facts.next_step.as_ref().map(|step| self.text(step)),
            "cure_by": facts.cure_by.map(|on| self.day(on)),
            "suspended": facts.suspended.as_ref().map(|one| json!({
                "services": self.list(&one.services),
                "from": self.day(one.from),
                "restored_by": self.text(&one.restored_by),
            })),
            "reply": facts.reply.as_ref().map(|one| json!({
                "asked_on": self.day(one.asked_on),
                "about": self.text(&one.about),
                "says": self.list(&one.says),
                "next": one.next.as_ref().map(|next| self.one_dated(next)),
            })),
            "referrals": facts.referrals.iter().map(|one| self.referral(one)).collect::<Vec<_>>(),
            "bridges": facts.bridges.iter().map(|one| json!({
                "scope": self.text(&one.scope),
                "hours": self.hours(one.hours_max),
                "price": self.money(one.price),
                "is_prepaid": one.prepaid,
                "liability": one.liability_max.map(|sum| self.money(sum)),
                "until": self.day(one.until),
            })).collect::<Vec<_>>(),
            "contents": self.list(&facts.contents),
            "rights": facts.rights.iter().map(|one| json!({
                "work": self.text(&one.work), "state": self.text(&one.state),
            })).collect::<Vec<_>>(),
            "deletions": facts.deletions.iter().map(|one| self.deletion(one)).collect::<Vec<_>>(),
            "entry": facts.entry.as_ref().map(|one| json!({
                "number": self.lang.digits(one.number as i64),
                "mark": one.mark(),
                "until": one.copies_until.map(|on| self.day(on)),
                "is_open": one.is_open,
            })),
            "backups_until": facts.backups_until.map(|on| self.day(on)),
            "obligations": facts.obligations_closed.map(|count| self.lang.number(f64::from(count), 0)),
            "agreed": Point::ALL.iter().map(|point| {
                (point.word(), self.list(facts.agreed.get(point).map(Vec::as_slice).unwrap_or_default()))
            }).collect::<BTreeMap<_, _>>(),
            "law": facts.governing_law.as_ref().map(|law| self.text(law)),
        })
    }

    fn text(&self, both: &Both) -> String {
        both.wording(self.lang.language.into()).trim().to_owned()
    }

    fn key(&self, family: &str, word: &str) -> String {
        self.lang.text(&family.replace("{}", word))
    }

    fn list(&self, them: &[Both]) -> Vec<String> {
        them.iter().map(|one| self.text(one)).collect()
    }

    fn day(&self, on: Day) -> String {
        self.lang.day(on)
    }

    /// Returns a day with its weekday, in both calendars where the firm wants it.
    fn whole_day(&self, on: Day) -> String {
        let gregorian = self.lang.weekday(on);
        // Letters of a keyboard only: «ʻ» in a month's name is read by few, and by no search.
        let hijri = || self.lang.hijri_day(on).replace('\u{2bb}', "");
        if self.lang.hijri { format!("{gregorian} ({})", hijri()) } else { gregorian }
    }

    fn money(&self, money: Money) -> String {
        self.lang.money(money)
    }

    fn hours(&self, hours: u32) -> String {
        self.lang.say("letter-hours", [("n", FluentValue::from(f64::from(hours)))])
    }

    fn moment(&self, end: &Moment) -> Value {
        let day = self.whole_day(end.on);
        let said = match end.minute {
            None => day.clone(),
            Some(minute) => {
                let time = self.lang.written(&format!("{:02}:{:02}", minute / 60, minute % 60));
                let place = self.text(&end.place);
                let args = [("day", day.clone().into()), ("time", time.into()), ("place", place.into())];
                self.lang.say("letter-moment", args)
            }
        };
        json!({"day": day, "said": said})
    }

    fn party(&self, party: &Party) -> Value {
        json!({
            "name": self.text(&party.legal_name),
            "address": self.list(&party.address),
            "attention": party.attention.as_ref().map(|one| self.text(one)),
        })
    }

    fn basis(&self, basis: &Basis) -> Value {
        match basis {
            Basis::Clause(clause) => json!({"kind": "clause", "text": clause}),
            Basis::Agreement => json!({"kind": "agreement", "text": ""}),
            Basis::Expiry => json!({"kind": "expiry", "text": ""}),
            Basis::Law(law) => json!({"kind": "law", "text": self.text(law)}),
        }
    }

    fn one_dated(&self, one: &Dated) -> Value {
        json!({"what": self.text(&one.what), "on": self.day(one.on)})
    }

    fn dated(&self, them: &[Dated]) -> Vec<Value> {
        them.iter().map(|one| self.one_dated(one)).collect()
    }

    fn actions(&self, them: &[ClientAction]) -> Vec<Value> {
        let one = |one: &ClientAction| {
            let missed = one.else_missed.as_ref().map(|missed| self.text(missed));
            json!({"what": self.text(&one.what), "by": self.day(one.by), "missed": missed})
        };
        them.iter().map(one).collect()
    }

    fn account(&self, account: &Account) -> Value {
        let of = |is_meant: fn(i64) -> bool| {
            let sums = account.balances().filter(|sum| is_meant(sum.minor));
            let sums: Vec<String> =
                sums.map(|sum| self.money(Money { minor: sum.minor.saturating_abs(), ..sum })).collect();
            sums.join(&self.lang.text("letter-and"))
        };
        let (theirs, ours) = (of(|minor| minor > 0), of(|minor| minor < 0));
        let (owes, balance, credit) = match (theirs.is_empty(), ours.is_empty()) {
            (false, true) => ("client", theirs, None),
            (false, false) => ("client", theirs, Some(ours)),
            (true, false) => ("us", ours, None),
            (true, true) => ("level", self.money(account.balance), None),
        };
        let open = |one: &OpenInvoice| json!({"number": one.number, "amount": self.money(one.amount), "due": self.day(one.due_on)});
        json!({
            "owes": owes,
            "balance": balance,
            "credit": credit,
            "open": account.open.iter().map(open).collect::<Vec<_>>(),
            "pay_by": account.pay_by.map(|on| self.day(on)),
            "reference": account.payment_reference,
            "pay_to": account.pay_to.as_ref().map(|to| self.text(to)),
            "final_invoice": account.final_invoice_on.map(|on| self.day(on)),
            "refund": account.refund.map(|(sum, on)| json!({"amount": self.money(sum), "on": self.day(on)})),
        })
    }

    fn data(&self, data: &Data) -> Value {
        json!({
            "choice": data.choice.word(),
            "until": self.day(data.until),
            "kept": data.kept.as_ref().map(|kept| json!({
                "what": self.text(&kept.what), "why": self.text(&kept.why), "until": self.day(kept.until),
            })),
        })
    }

    fn contact(&self, contact: &Contact) -> Value {
        json!({
            "name": self.text(&contact.name),
            "email": contact.email,
            "phone": contact.phone,
            "hours": self.text(&contact.hours),
        })
    }

    fn service(&self, service: &Service) -> Value {
        let ways: Vec<String> = service.by.iter().map(|way| self.key("letter-way-{}", way.word())).collect();
        json!({"ways": ways.join(&self.lang.text("letter-and")), "address": self.text(&service.address)})
    }

    fn signer(&self, signer: &Signer) -> Value {
        json!({"name": self.text(&signer.name), "title": self.text(&signer.title)})
    }

    fn reason(&self, reason: &Reason) -> Value {
        match reason {
            Reason::Unsaid => Value::Null,
            Reason::Neutral(ground) => json!({"text": self.key("letter-reason-{}", ground.word()), "facts": []}),
            Reason::Factual(facts) => json!({"text": null, "facts": self.dated(facts)}),
        }
    }

    fn referral(&self, one: &Referral) -> Value {
        json!({
            "name": self.text(&one.name),
            "fits": self.text(&one.fits),
            "reach": self.text(&one.reach),
            "fee": one.fee.map(|fee| self.money(fee)),
        })
    }

    fn deletion(&self, one: &Deletion) -> Value {
        json!({
            "what": self.text(&one.what),
            "treatment": self.key("letter-treatment-{}", one.treatment.word()),
            "on": self.day(one.on),
            "by": self.text(&one.by),
            "verified": self.text(&one.verified_by),
        })
    }
}
