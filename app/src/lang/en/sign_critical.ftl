# The critical road: no scores. Only those whom the report names as readers see any of these sentences.

K1-name = Harassment, bullying or discrimination
K1-say = A report of harassment, bullying or discrimination concerns { $name }.
K1-why = One credible report is enough: a specific act, and a time or a channel. Nothing is weighed against money, and no other record is needed.
K1-reverse = Did we know earlier and not act, or leave somebody alone with it? That question belongs to the case, and never weakens the protection of the person.
K1-change = A decision in the case, with reasons. A report made in error is closed without a trace on whoever made it.
K1-needs = reports by people; no import ever fills them

K2-name = Disrespect
K2-say = A report of disrespect towards a person concerns { $name }.
K2-why = One credible report is enough: a specific act, and a time or a channel. How much the client pays plays no part.
K2-reverse = Did something in our own manner come before it? It may explain the act; it does not excuse it.
K2-change = A decision in the case, with reasons: an apology, a boundary letter, other contacts, or the end.
K2-needs = reports by people; no import ever fills them

K3-name = A suspected illegal act
K3-say = A report says that { $name } may have broken the law.
K3-why = A suspicion rests on a specific act. It is not proof, and nobody outside the case learns of it; the client must not be warned.
K3-reverse = Were we, knowingly or not, part of it? Counsel answers that first.
K3-change = Counsel’s opinion, written down.
K3-needs = reports by people; no import ever fills them

K4-name = A known illegal act
K4-say = A report says that { $name } has broken the law, and on what that knowledge rests.
K4-why = Somebody saw it or holds a document of it. What must be reported, to whom and when, is counsel’s to say.
K4-reverse = Were we, knowingly or not, part of it, and what do we have to stop at once?
K4-change = Counsel’s opinion, written down, and the steps that follow from it.
K4-needs = reports by people; no import ever fills them

K5-name = An unethical instruction
K5-say = A report says that { $name } asked us to falsify, deceive or hide something.
K5-why = The instruction itself is the evidence: what was asked, by whom and when.
K5-reverse = Did anybody here follow it, or offer it first?
K5-change = The instruction withdrawn in writing, or our refusal on record and a decision in the case.
K5-needs = reports by people; no import ever fills them

K6-name = Threat, danger or misuse of data
K6-say = A report of a threat, a danger to people or a misuse of data concerns { $name }.
K6-why = One credible report is enough. People are made safe first; everything else waits.
K6-reverse = Did we leave people or data less protected than we should have?
K6-change = People and data safe, and a decision in the case, with reasons.
K6-needs = reports by people; no import ever fills them
