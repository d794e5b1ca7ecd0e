//! Possible causes of what is seen (DOMAIN A25 and its like), weighed for and against before anyone decides.

use crate::word::words;

words! {
    /// A possible cause.
    RootCause {
        /// The client is short of money.
        Distress = "distress",
        /// It has always been so with them.
        Habit = "habit",
        /// They are not content with the work, the service or our people.
        Dissatisfaction = "dissatisfaction",
        /// Papers, portals, approvals: on either side.
        Administrative = "administrative",
        /// Both sides expect something else.
        Expectations = "expectations",
        /// What was agreed does not say what is wanted.
        Scope = "scope",
        Price = "price",
        /// Our own delivery.
        OurWork = "our_work",
        /// Two people who do not get on.
        People = "people",
        /// Something changed at the client: owner, contact, direction.
        ClientChanged = "client_changed",
        Other = "other",
    }
}
