//! tbd
use super::{Measured, Scene};
pub fn measure(_scene: &Scene, _out: &mut Measured) {}
