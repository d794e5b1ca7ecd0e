//! store/bulk
