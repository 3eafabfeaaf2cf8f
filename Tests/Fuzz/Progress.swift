import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is tried now and what has been done, in a file that `scripts/fuzz` looks into: it costs no call of
/// the system, and outlives a trap.
///
/// Numbers of eight bytes: the reader that is at work, the number of its input, the round; then for each
/// reader how many inputs it has had, their nanoseconds, and the slowest one's nanoseconds and number.
final class Progress {
  private let words: UnsafeMutableBufferPointer<UInt64>
  private static let head = 3
  private static let perReader = 4

  init?(_ path: String, readers: Int) {
    let count = Progress.head + readers * Progress.perReader
    let file = open(path, O_RDWR | O_CREAT, 0o644)
    guard file >= 0, ftruncate(file, off_t(count * 8)) == 0,
      let start = mmap(nil, count * 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0),
      start != MAP_FAILED
    else { return nil }
    close(file)
    words = UnsafeMutableBufferPointer(
      start: start.bindMemory(to: UInt64.self, capacity: count), count: count)
  }

  func begin(_ reader: Int, _ number: Int, round: Int) {
    (words[0], words[1], words[2]) = (UInt64(reader), UInt64(number), UInt64(round))
  }

  func end(_ reader: Int, _ number: Int, nanoseconds: UInt64) {
    let place = Progress.head + reader * Progress.perReader
    words[place] += 1
    words[place + 1] += nanoseconds
    guard nanoseconds > words[place + 2] else { return }
    (words[place + 2], words[place + 3]) = (nanoseconds, UInt64(number))
  }

  /// Nanoseconds of work of this thread: a machine that is busy with something else makes nothing slow.
  static var clock: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
