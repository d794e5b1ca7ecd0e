//! Weights that are set beforehand, options that are scored against them, and sums that not everyone sees.

use super::{Firm, load};
use crate::harness::each;
use domain::case::Track;

#[tokio::test]
async fn weights_are_set_before_a_case_and_money_is_for_those_who_see_it() {
    for copy in each().await {
        let mut firm = Firm::of(copy, Track::Light).await;
        firm.seat_all().await;
        let weigh = |worth: &'static str| {
            let words = ["harm", "repair_probability", "exit_cost", "people", "ethics"];
            let mut form = vec![("worth", worth), ("number", "0"), ("reason", "people first")];
            form.extend(words.map(|word| (word, "1")));
            form
        };
        let owner = firm.people.get_mut("Reem").expect("the owner");
        owner.get("/weights").await.says("Nobody has said yet");
        let wrong = owner.post("/weights", &weigh("much")).await;
        assert_eq!(wrong.status, 422);
        wrong.says("A number from 0 to 1,000.").says("value=\"much\"").says("people first");
        assert_eq!(owner.post("/weights", &weigh("5")).await.status, 303);
        assert_eq!(owner.post("/weights", &weigh("6")).await.status, 422, "someone was faster");
        owner.get("/weights").await.says("Version 1, set by Reem").says("50%").says("/weights.csv");
        let file = owner.get("/weights.csv").await;
        file.says("version,on,by,reason,worth,harm,").says(",Reem,people first,0.5,0.1,0.1,0.1,0.1,0.1\n");
        let member = firm.people.get_mut("Sara").expect("a member");
        assert_eq!(member.post("/weights", &weigh("5")).await.status, 403);
        let page = firm.get("Reem", "/options").await;
        page.says("nobody has set any").says("Would we begin with this client today");
        scores(&mut firm).await;
        firm.get("Sara", "/worth").await.says("Sums are for finance and the decision owner");
        firm.get("Reem", "/worth?stays=80").await.says("How likely is the client to stay").says("value=\"80\"");
        firm.get("Reem", "/worth?stays=often").await.says("A number from 0 to 100.");
    }
}

async fn scores(firm: &mut Firm) {
    let words = ["worth", "harm", "repair_probability", "exit_cost", "people", "ethics"];
    let fields = |option: &str, score: &str| -> Vec<(String, String)> {
        words.iter().map(|word| (format!("{option}.{word}"), score.to_owned())).collect()
    };
    let mut form = [fields("repair", "8"), fields("end_by_notice", "5")].concat();
    form.push(("as_new".to_owned(), "not at this price".to_owned()));
    form.push(("do".to_owned(), "try".to_owned()));
    let lent = |form: &[(String, String)]| -> Vec<(String, String)> { form.to_vec() };
    let send = async |firm: &mut Firm, form: Vec<(String, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        firm.post("Reem", "/options", &form).await
    };
    let page = send(firm, lent(&form)).await;
    page.says("“Repair” comes first, and does in 100 of 100").says("No single weight and no single score");
    assert!(load(firm).await.case.scoring.is_none(), "a try is not kept");
    let mut wrong = lent(&form);
    wrong[0].1 = "11".to_owned();
    let page = send(firm, wrong).await;
    assert_eq!(page.status, 422);
    page.says("“Repair”, Worth: a number from 0 to 10").says("value=\"11\"").says("not at this price");
    let page = send(firm, fields("repair", "8")).await;
    page.says("Score at least two options");
    form.retain(|(name, _)| name != "do");
    form.push(("do".to_owned(), "save".to_owned()));
    let page = send(firm, form).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let case = load(firm).await.case;
    let scoring = case.scoring.expect("saved");
    assert_eq!((scoring.version, scoring.options.len(), scoring.inputs.is_some()), (0, 2, true));
    let file = firm.get("Sara", "/options.csv").await;
    file.says("option,worth,harm,repair_probability,")
        .says("\nRepair,8,8,8,8,8,8,8,1\n")
        .says("End by notice,5,5,5,5,5,5,5,0");
    firm.get("Sara", "/options")
        .await
        .says("/options.csv")
        .says("“Repair” comes first")
        .says("not at this price")
        .hides("Save with the case");
}
