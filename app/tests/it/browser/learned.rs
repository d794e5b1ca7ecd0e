//! From a closed file to what was learned from it, to a criterion that the lesson became, to a prospect whom it refuses and
//! the owner takes all the same: as the owner walks it, by links and buttons.

use super::parting::{either, on_to};
use super::{Role, Session, demonstration, in_both};
use fluent_bundle::FluentValue;

/// The client of the demonstration whose file was just closed.
const CLOSED: &str = "Qafila Logistics";

/// Who sees to what the lesson changes.
const NASSER: &str = "ناصر الحربي";

/// The demonstration has twelve clients; the cases of two (NAKHLA, ZAHWA) are open, so ten can be compared.
const COMPARED: f64 = 10.0;

#[tokio::test(flavor = "multi_thread")]
async fn an_end_teaches_whom_to_take_next_and_the_owner_decides_all_the_same() {
    in_both(async |language| {
        let (_copy, owner) = demonstration(language).await;
        owner.follow(&owner.word("verb-learn")).await;
        owner.follow(CLOSED).await;
        looks_back(&owner).await;
        let lesson = learns(&owner).await;
        closes(&owner, lesson).await;
        words_a_criterion(&owner).await;
        activates(&owner).await;
        meets(&owner).await;
        is_refused(&owner).await;
        overrides(&owner).await;
        owner.end().await;
    })
    .await;
}

/// Sends an answer, which is taken.
async fn answered(owner: &Session, topic: &str) {
    let button = owner.word(&format!("ask-{topic}-do"));
    owner.press(&button).await;
    assert!(owner.look(Role::Button, &button).await.is_none(), "{topic} was not taken:\n{}", owner.text().await);
}

/// Answers one question of each set with what it rests on, and says when all of them talked about it.
async fn looks_back(owner: &Session) {
    owner.says(&owner.word("retrospective-closed").replace('*', "")).await;
    let letter =
        format!("{} {}", owner.word("evidence-letter"), owner.word("letter-kind-mutual_termination_agreement"));
    for (set, question, rests, said) in [
        (
            "management",
            "first_sign",
            owner.word("evidence-nothing"),
            either(owner, "لم نسأل عن خطتهم لفريق من عندهم.", "We did not ask whether they would hire a team."),
        ),
        (
            "expectations",
            "promised",
            letter,
            either(
                owner,
                "وعدنا بمرحلة رابعة لم يطلبها أحد.",
                "We planned for a fourth phase that nobody had ordered.",
            ),
        ),
        (
            "obstacles",
            "clause",
            owner.word("evidence-nothing"),
            either(owner, "لا بند للإنهاء قبل المدة.", "There was no clause for an early end."),
        ),
    ] {
        owner.follow(&owner.word(&format!("go-questions-{set}"))).await;
        owner.fill(&owner.word(&format!("question-{question}")), said).await;
        // The first of several fields of this name belongs to the first question.
        owner.choose(&owner.word("question-rests"), &rests).await;
        answered(owner, &format!("questions-{set}")).await;
        owner.says(said).await.says(&rests).await;
    }
    owner.follow(&owner.word("go-retrospective-held")).await;
    owner.date(&owner.word("held-on"), "2026-11-22").await;
    let came =
        either(owner, "أردنا المرحلة الرابعة أكثر مما أرادوها.", "We wanted the fourth phase more than they did.");
    owner.fill(&owner.word("held-text"), came).await;
    answered(owner, "retrospective-held").await;
    owner.says(came).await;
}

/// Accepts a lesson that names nobody, and files what it changes; returns its words.
async fn learns(owner: &Session) -> &'static str {
    owner.follow(&owner.word("go-lesson")).await;
    let named = either(owner, "نسأل Qafila قبل العرض.", "Ask Qafila before the offer.");
    owner.fill(&owner.word("lesson-text"), named).await;
    owner.choose(&owner.word("lesson-cause"), &owner.word("root-cause-expectations")).await;
    owner.tick(&owner.word("lesson-form-criterion")).await;
    owner.choose(&owner.word("lesson-owner"), NASSER).await;
    owner.press(&owner.word("ask-lesson-do")).await;
    owner.says(&owner.word("identifies-name")).await;
    let lesson = either(
        owner,
        "من لا يدفع إلا بعد شهر يؤجل القرار كما يؤجل الدفع.",
        "Whoever pays only after a month puts off deciding as they put off paying.",
    );
    owner.fill(&owner.word("lesson-text"), lesson).await;
    answered(owner, "lesson").await;
    owner.says(lesson).await.says(&owner.word("lesson-form-criterion")).await;
    owner.follow(&owner.word("go-lesson-change")).await;
    let change =
        either(owner, "نسأل عن مهلة السداد في أول لقاء.", "We ask for the terms of payment when we first meet.");
    owner.fill(&owner.word("change-text"), change).await;
    owner.date(&owner.word("change-on"), "2026-12-01").await;
    answered(owner, "lesson-change").await;
    owner.says(change).await;
    lesson
}

/// Closes what was learned: nothing is missing any more, the case is sealed, and everybody finds the lesson.
async fn closes(owner: &Session, lesson: &str) {
    owner.follow(&owner.word("case-back")).await;
    let case = owner.path().await;
    owner.press(&on_to(owner, "learned")).await;
    owner.hides(&owner.word("refused-missing")).await;
    owner.follow(&owner.word("verb-learn")).await;
    owner.says(&owner.lang.say("learn-lede", [("n", 0.into())]).replace('*', "")).await;
    owner.follow(&owner.word("signpost-lessons")).await;
    owner.says(lesson).await.hides(CLOSED).await;
    owner.open(&case).await;
    owner.follow(&owner.word("go-retrospective")).await;
    owner.says(&owner.word("retrospective-learned").replace('*', "")).await.says(lesson).await;
}

fn title(owner: &Session) -> &'static str {
    either(owner, "سداد بعد شهر", "Pays after a month")
}

/// The rule as pages say it.
fn rule(owner: &Session) -> String {
    let value = owner.lang.say("fact-days", [("n", FluentValue::from(30.0))]);
    let args = [("fact", FluentValue::from(owner.word("fact-payment_days"))), ("value", FluentValue::from(value))];
    owner.lang.say("relation-says-at_least", args)
}

/// Makes a criterion of the lesson, which comes with the link.
async fn words_a_criterion(owner: &Session) {
    owner.follow(&owner.word("signpost-new-criterion")).await;
    owner.fill(&owner.word("criterion-title"), title(owner)).await;
    owner.tick(&owner.word("effect-refuse")).await;
    owner.choose(&owner.word("criterion-fact-1"), &owner.word("fact-payment_days")).await;
    owner.choose(&owner.word("criterion-relation"), &owner.word("relation-at_least")).await;
    owner.fill(&owner.word("criterion-value"), "30").await;
    owner.press(&owner.word("criterion-save")).await;
    owner.find(Role::Heading, title(owner)).await;
    owner.says(&owner.word("criterion-state-draft")).await.says(&rule(owner)).await;
    owner.find(Role::Link, "QAFILA").await;
}

/// Sees how the rule would have done, and puts it into force: with a reason, for few cases support it.
async fn activates(owner: &Session) {
    let tried = [("n", FluentValue::from(COMPARED)), ("undecided", FluentValue::from("hidden"))];
    owner.says(&owner.lang.say("tried-says", tried)).await;
    let (activate, reason) = (owner.word("criterion-activate"), owner.word("criterion-reason"));
    owner.press(&activate).await;
    assert_eq!(owner.complaint(&reason).await, Some(super::plain(&owner.word("criterion-reason-missing"))));
    let why = either(owner, "نتعلم من الأولى.", "Once is enough to learn.");
    owner.fill(&reason, why).await;
    owner.press(&activate).await;
    owner.says(&owner.word("criterion-state-active")).await.says(why).await;
    let told = owner.lang.say("criterion-told-activated", [("n", FluentValue::from(1.0))]);
    owner.says(&told).await;
    assert!(owner.look(Role::Button, &activate).await.is_none(), "it is in force");
}

fn name(owner: &Session) -> &'static str {
    either(owner, "بيت الواحة", "Oasis House")
}

/// Writes a prospect down, and what is known of them.
async fn meets(owner: &Session) {
    owner.follow(&owner.word("prospects-title")).await;
    owner.follow(&owner.word("prospect-new")).await;
    owner.fill(&owner.word("prospect-name"), name(owner)).await;
    owner.choose(&owner.word("prospect-channel"), &owner.word("through-event")).await;
    owner.press(&owner.word("prospect-save")).await;
    owner.find(Role::Heading, name(owner)).await;
    owner.says(&owner.word("verdict-refuse-unknown")).await;
    owner.follow(&owner.word("prospect-go-facts")).await;
    // Half in advance and one who decides: the criteria that were in force before have nothing to say.
    for (fact, value) in [("payment_days", "60"), ("prepayment", "50"), ("decision_makers", "1")] {
        owner.fill(&owner.word(&format!("fact-{fact}")), value).await;
    }
    owner.press(&owner.word("prospect-save")).await;
}

/// The prospect's page says which criterion refuses and by which fact; they cannot be won as it stands.
async fn is_refused(owner: &Session) {
    let named = [("name", FluentValue::from(name(owner))), ("n", FluentValue::from(1.0))];
    owner.says(&owner.lang.say("prospect-lede-against", named).replace('*', "")).await;
    let known = owner.lang.say("fact-days", [("n", FluentValue::from(60.0))]);
    let known = owner.lang.say("reason-known", [("value", FluentValue::from(known))]);
    let reason = format!("{} — {} · {known}", rule(owner), owner.word("truth-true"));
    owner.says(title(owner)).await.says(&owner.word("verdict-refuse-true")).await.says(&reason).await;
    owner.follow(&owner.word("prospect-go-stage")).await;
    owner.tick(&owner.word("stage-won")).await;
    owner.press(&owner.word("prospect-save")).await;
    owner.says(&owner.lang.say("prospect-refused-owner", [("n", FluentValue::from(1.0))])).await.says(&reason).await;
    owner.follow(&owner.word("prospect-back")).await;
}

/// The owner takes them all the same, says why, and finds it written down.
async fn overrides(owner: &Session) {
    owner.follow(&owner.word("prospect-go-override")).await;
    let (why, take) = (owner.word("prospect-reason"), owner.word("prospect-override-do"));
    owner.press(&take).await;
    assert_eq!(owner.complaint(&why).await, Some(super::plain(&owner.word("prospect-reason-missing"))));
    let said = either(owner, "يدفعون نصف المبلغ مقدماً.", "They pay half of it in advance.");
    owner.fill(&why, said).await;
    owner.press(&take).await;
    let told = owner.lang.say("prospect-told-overridden", [("criteria", FluentValue::from(title(owner)))]);
    owner.says(&owner.word("verdict-overridden")).await.says(&told).await.says(said).await;
    owner.follow(&owner.word("prospect-go-stage")).await;
    owner.tick(&owner.word("stage-won")).await;
    owner.press(&owner.word("prospect-save")).await;
    let won = owner.lang.say("prospect-lede-won", [("name", FluentValue::from(name(owner)))]);
    owner.says(&won.replace('*', "")).await.says(&told).await.says(said).await;
}
