/// The commit that the program was built from: its hash, its day, and `changed` if there were
/// changes that are not in it. Where nobody said so, empty, or a `$Format` that git has not filled in.
const char *hall_origin(void);
