//! Prices: what a discount or a rise takes in volume, whether we have the hours, and below which price a client costs us.

/// What a client pays and takes in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// Net of tax and of what is only passed on.
    pub revenue: f64,
    pub contribution: f64,
    pub hours: f64,
    /// The hours that we have free in a month.
    pub hours_free: f64,
}

/// What changing the price would take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Discount {
    /// By how much the volume must grow for the same contribution, as a share; below nothing: how much may be lost.
    pub volume: f64,
    /// The hours that this takes more.
    pub hours: f64,
    /// Whether we have them.
    pub fits: bool,
}

impl Price {
    /// Returns the share of the price that is left over; nothing without a price.
    pub fn margin(&self) -> Option<f64> {
        (self.revenue > 0.0).then(|| self.contribution / self.revenue)
    }

    /// Returns what a discount takes, a share of the price, below nothing for a rise: d / (m - d) (DOMAIN vector 19).
    /// Nothing where no volume makes up for it.
    pub fn discount(&self, share: f64) -> Option<Discount> {
        let left = self.margin().map(|margin| margin - share).filter(|left| *left > 0.0)?;
        let volume = share / left;
        let hours = self.hours * volume;
        Some(Discount { volume, hours, fits: hours <= self.hours_free })
    }

    /// Returns the monthly price at which nothing is left over.
    pub fn without_loss(&self) -> f64 {
        self.revenue - self.contribution
    }
}

/// Returns the least monthly price: so many hours at the least that an hour may earn.
pub fn floor(hours: f64, rate: f64) -> f64 {
    hours * rate
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRICE: Price = Price { revenue: 10_000.0, contribution: 3_000.0, hours: 80.0, hours_free: 30.0 };

    #[test]
    fn a_tenth_off_at_a_margin_of_three_tenths_takes_half_as_much_again() {
        let ten = PRICE.discount(0.10).expect("possible");
        assert!((ten.volume - 0.5).abs() < 1e-12 && (ten.hours - 40.0).abs() < 1e-9 && !ten.fits, "{ten:?}");
        assert!(PRICE.discount(0.05).is_some_and(|five| five.fits));
        assert_eq!(PRICE.discount(0.30), None);
        assert_eq!(PRICE.discount(0.40), None);
        assert_eq!((PRICE.without_loss(), floor(80.0, 90.0)), (7_000.0, 7_200.0));
    }

    #[test]
    fn a_rise_may_lose_volume() {
        let rise = PRICE.discount(-0.10).expect("possible");
        assert!((rise.volume + 0.25).abs() < 1e-12 && rise.fits, "{rise:?}");
        assert_eq!(Price { revenue: 0.0, ..PRICE }.discount(0.1), None);
    }
}
