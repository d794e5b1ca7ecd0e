//! What differs between two versions of a text, line by line.

/// So many pairs of lines are compared; of longer texts everything went and everything came.
const COMPARED_MAX: usize = 4_000_000;

/// A line that one of the versions has alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Gone(String),
    Added(String),
}

/// Returns the lines that went and came, in their order; what both have is left out.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    if old.len().saturating_mul(new.len()) > COMPARED_MAX {
        let gone = old.into_iter().map(|line| Change::Gone(line.to_owned()));
        return gone.chain(new.into_iter().map(|line| Change::Added(line.to_owned()))).collect();
    }
    // How many lines both have in common from each place on.
    let mut common = vec![vec![0_u32; new.len() + 1]; old.len() + 1];
    for (a, gone) in old.iter().enumerate().rev() {
        for (b, added) in new.iter().enumerate().rev() {
            common[a][b] =
                if gone == added { common[a + 1][b + 1] + 1 } else { common[a + 1][b].max(common[a][b + 1]) };
        }
    }
    let (mut a, mut b, mut changes) = (0, 0, vec![]);
    while a < old.len() || b < new.len() {
        let is_same = a < old.len() && b < new.len() && old[a] == new[b];
        if is_same {
            (a, b) = (a + 1, b + 1);
        } else if b == new.len() || (a < old.len() && common[a + 1][b] >= common[a][b + 1]) {
            changes.push(Change::Gone(old[a].to_owned()));
            a += 1;
        } else {
            changes.push(Change::Added(new[b].to_owned()));
            b += 1;
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::Change::{Added, Gone};
    use super::changes;

    #[test]
    fn what_both_have_is_left_out() {
        let gone = |line: &str| Gone(line.to_owned());
        let added = |line: &str| Added(line.to_owned());
        assert_eq!(changes("a\nb\nc", "a\nx\nc\nd"), [gone("b"), added("x"), added("d")]);
        assert_eq!(changes("", "a"), [added("a")]);
        assert_eq!(changes("a\na", "a"), [gone("a")]);
        assert_eq!(changes("same", "same"), []);
    }
}
