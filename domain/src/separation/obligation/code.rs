//! The codes of the library of obligations (DOMAIN 2.2); they are stable keys.

use super::Part;
use crate::word::words;

words! {
    /// What an obligation is about.
    Family {
        Delivery = "DEL",
        Finance = "FIN",
        Access = "ACC",
        Digital = "DIG",
        Property = "IP",
        PersonalData = "DAT",
        Contract = "CON",
        People = "PPL",
        Handover = "HND",
        Referral = "REF",
        Closing = "CLO",
    }
}

words! {
    /// An obligation that an end may bring; its words stand in the catalogues under this key.
    Code {
        Del01 = "DEL-01",
        Del02 = "DEL-02",
        Del03 = "DEL-03",
        Del04 = "DEL-04",
        Del05 = "DEL-05",
        Del06 = "DEL-06",
        Del07 = "DEL-07",
        Fin01 = "FIN-01",
        Fin02 = "FIN-02",
        Fin03 = "FIN-03",
        Fin04 = "FIN-04",
        Fin05 = "FIN-05",
        Fin06 = "FIN-06",
        Fin07 = "FIN-07",
        Fin08 = "FIN-08",
        Fin09 = "FIN-09",
        Fin10 = "FIN-10",
        Fin11 = "FIN-11",
        Fin12 = "FIN-12",
        Fin13 = "FIN-13",
        Acc01 = "ACC-01",
        Acc02 = "ACC-02",
        Acc03 = "ACC-03",
        Acc04 = "ACC-04",
        Acc05 = "ACC-05",
        Acc06 = "ACC-06",
        Acc07 = "ACC-07",
        Acc08 = "ACC-08",
        Acc09 = "ACC-09",
        Acc10 = "ACC-10",
        Acc11 = "ACC-11",
        Dig01 = "DIG-01",
        Dig02 = "DIG-02",
        Dig03 = "DIG-03",
        Dig04 = "DIG-04",
        Dig05 = "DIG-05",
        Dig06 = "DIG-06",
        Dig07 = "DIG-07",
        Dig08 = "DIG-08",
        Dig09 = "DIG-09",
        Dig10 = "DIG-10",
        Dig11 = "DIG-11",
        Ip01 = "IP-01",
        Ip02 = "IP-02",
        Ip03 = "IP-03",
        Ip04 = "IP-04",
        Ip05 = "IP-05",
        Ip06 = "IP-06",
        Ip07 = "IP-07",
        Ip08 = "IP-08",
        Dat01 = "DAT-01",
        Dat02 = "DAT-02",
        Dat03 = "DAT-03",
        Dat04 = "DAT-04",
        Dat05 = "DAT-05",
        Dat06 = "DAT-06",
        Dat07 = "DAT-07",
        Dat08 = "DAT-08",
        Dat09 = "DAT-09",
        Con01 = "CON-01",
        Con02 = "CON-02",
        Con03 = "CON-03",
        Con04 = "CON-04",
        Con05 = "CON-05",
        Con06 = "CON-06",
        Con07 = "CON-07",
        Con08 = "CON-08",
        Con09 = "CON-09",
        Con10 = "CON-10",
        Ppl01 = "PPL-01",
        Ppl02 = "PPL-02",
        Ppl03 = "PPL-03",
        Ppl04 = "PPL-04",
        Ppl05 = "PPL-05",
        Hnd01 = "HND-01",
        Hnd02 = "HND-02",
        Hnd03 = "HND-03",
        Hnd04 = "HND-04",
        Hnd05 = "HND-05",
        Ref01 = "REF-01",
        Clo01 = "CLO-01",
        Clo02 = "CLO-02",
        Clo03 = "CLO-03",
        Clo04 = "CLO-04",
        Clo05 = "CLO-05",
        Clo06 = "CLO-06",
    }
}

impl Code {
    /// Returns the family, by the letters of the code.
    pub fn family(self) -> Family {
        let letters = self.word().split('-').next().unwrap_or_default();
        Family::of(letters).expect("every code begins with the letters of its family")
    }

    /// Returns its halves, if it is done in two.
    pub fn parts(self) -> &'static [Part] {
        if self == Code::Dig01 { Part::ALL } else { &[] }
    }

    /// Tells whether an end may go on without it, if the client or the owner agrees. Never without money held in trust at
    /// zero, without the check of a legal hold, and without the notice itself.
    pub fn may_be_excepted(self) -> bool {
        !matches!(self, Code::Fin04 | Code::Dat06 | Code::Con01)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_reference_is_there_once() {
        // The last number of each family in DOMAIN 2.2.
        let last = [7, 13, 11, 11, 8, 9, 10, 5, 5, 1, 6];
        for (family, last) in Family::ALL.iter().zip(last) {
            let codes = Code::ALL.iter().filter(|code| code.family() == *family);
            let expected: Vec<String> = (1..=last).map(|n| format!("{}-{n:02}", family.word())).collect();
            assert_eq!(codes.map(|code| code.word()).collect::<Vec<_>>(), expected);
        }
        assert_eq!(Code::ALL.len(), 86);
    }
}
