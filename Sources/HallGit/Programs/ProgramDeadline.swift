import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The moment when a program's time is up.
struct ProgramDeadline {
  private let end: ContinuousClock.Instant

  init(seconds: Int) { end = .now.advanced(by: .seconds(seconds)) }

  var isOver: Bool { ContinuousClock.now >= end || Interruption.hasCome }

  /// The remaining time, as an argument of `poll(2)`.
  var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: end).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    // Another thread may get the signal.
    return Int32(clamping: min(max(0, milliseconds) + 1, 200))
  }

  /// Waits until a program has ended, without collecting its status.
  ///
  /// - Returns: whether it ended in time.
  func wait(for child: pid_t) -> Bool {
    var pause: UInt32 = 1000
    while true {
      var info = siginfo_t()
      let status = waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT)
      if status != 0, errno != EINTR { return true }
      if status == 0, hasEnded(info) { return true }
      if isOver { return false }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// If nothing has ended, the system leaves the signal number zero.
  private func hasEnded(_ info: siginfo_t) -> Bool { info.si_signo != 0 }
}
