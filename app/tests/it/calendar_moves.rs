//! A calendar that changes under an open notice: the case says which days moved, and that it is computed again.

use crate::cases::decision::{Heard, heard_of};
use crate::portal::prepared;

#[tokio::test]
async fn a_day_that_is_announced_as_off_moves_an_open_notice() {
    for mut heard in heard_of(2).await {
        prepared(&mut heard).await;
        let Heard { mut owner, case, .. } = heard;
        let part = format!("{case}/part");
        owner.get(&part).await.hides("A calendar changed");
        // Sent on Friday 20 November in Riyadh, it would be received on Sunday; that Sunday is off.
        let off = [("place", "SA"), ("on", "2026-11-22"), ("is", "off")];
        assert_eq!(owner.post("/firm/days", &off).await.status, 303);
        let page = owner.get(&part).await;
        page.says("the day of receipt is now Monday 23 November 2026, not Sunday 22 November 2026");
        page.says("the end is now Wednesday 23 December 2026, not Tuesday 22 December 2026");
        owner.get(&case).await.says("A calendar changed: the notice is to be computed again");
        // Nothing is kept of it: where the day is worked after all, the days are those that were computed.
        assert_eq!(owner.post("/firm/days/removal", &off[..2]).await.status, 303);
        owner.get(&part).await.hides("A calendar changed");
    }
}
