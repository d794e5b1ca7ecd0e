//! The firm's own templates: shown beside the letter that they make, kept in versions, refused where a letter could not be
//! written; whoever does not own the firm has no part in them.

use crate::harness::each;
use crate::letters::pages::ANSWER;

const PAGE: &str = "/letter-templates/en/answer";
const TEXT: &str = "{% include \"open\" %}\n\n# Our answer\n\n{% include \"dear\" %}\n\nYou asked us something.\n\n\
    {% for one in reply.says %}\n{{ one }}\n\n{% endfor %}\n{% include \"close\" %}\n";

#[tokio::test]
async fn a_template_is_changed_in_versions() {
    for copy in each().await {
        let mut owner = copy.owner().await;
        owner.get("/settings").await.says("/letter-templates\"");
        let list = owner.get("/letter-templates").await;
        list.says("Every letter is written from the standard templates.").says("/letter-templates/ar/answer");
        let page = owner.get(PAGE).await;
        page.says("The standard template stands.").says("Nakhla Furniture Company").says("reply.about");
        let own = [("do", "preview"), ("version", "0"), ("text", TEXT)];
        owner.post(PAGE, &own).await.says("<h2>Our answer</h2>").says("You asked us something.");
        owner.get(PAGE).await.hides("You asked us something.");

        // What would stop a letter is told with its line and its name, and nothing of the text is lost.
        let wrong = TEXT.replace("reply.says", "reply.answers");
        let refused = owner.post(PAGE, &[("do", "save"), ("version", "0"), ("reason", "x"), ("text", &wrong)]).await;
        assert_eq!(refused.status, 422);
        refused.says("reply.answers").says("at line 9").says("You asked us something.");
        for broken in ["{% if reply %}", "{{ reply", "{% include \"secrets\" %}", "{{ nobody }}"] {
            let form = [("do", "save"), ("version", "0"), ("reason", "x"), ("text", broken)];
            assert_eq!(owner.post(PAGE, &form).await.status, 422, "{broken}");
        }
        let save = [("do", "save"), ("version", "0"), ("reason", "shorter"), ("text", TEXT)];
        assert_eq!(owner.post(PAGE, &[save[0], save[1], save[3]]).await.status, 422, "a version has its reason");
        assert_eq!(owner.post(PAGE, &save).await.status, 303);
        let late = owner.post(PAGE, &save).await;
        assert_eq!(late.status, 422);
        late.says("Somebody kept another version meanwhile").says("You asked us something.");
        owner.get(PAGE).await.says("Version 1").says("shorter").says("<ins># Our answer</ins>").says("<del>");
        owner.get("/letter-templates").await.says("One template is the firm’s own");

        let back = [("do", "standard"), ("version", "1"), ("reason", "as it was"), ("text", TEXT)];
        assert_eq!(owner.post(PAGE, &back).await.status, 303);
        owner.get(PAGE).await.says("The standard template stands.").says("Version 2");
        assert_eq!(owner.get("/letter-templates/en/secrets").await.status, 404);
        assert_eq!(owner.get("/letter-templates/fr/answer").await.status, 404);
        let mut member = copy.joins(&mut owner, "Nasser", "member").await;
        assert_eq!(member.get("/letter-templates").await.status, 403);
        member.get("/settings").await.hides("/letter-templates\"");
        assert_eq!(member.post(PAGE, &save).await.status, 403);
    }
}

#[tokio::test]
async fn a_letter_is_written_from_the_firms_own_template() {
    for mut heard in crate::cases::decision::heard_of(2).await {
        super::pages::decided(&mut heard).await;
        let (mut owner, new) = (heard.owner, format!("{}/part/letters/new", heard.case));
        let save = [("do", "save"), ("version", "0"), ("reason", "shorter"), ("text", TEXT)];
        assert_eq!(owner.post(PAGE, &save).await.status, 303);
        let letter = owner.post(&new, &ANSWER).await.header("location").expect("a letter").to_owned();
        owner.get(&letter).await.says("You asked us something.").says("The balance is SAR 4,200.");
    }
}
