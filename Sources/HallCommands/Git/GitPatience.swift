import HallModel
import Synchronization
import HallWords

/// How long a call that asks another machine is waited for.
struct Patience {
  /// Said after two seconds.
  let word: ProgramCall.Waiting?
  /// The seconds after which it is given up.
  let limit: Int
}

/// Whether somebody was told to wait: once a call, however often the other machine is asked.
final class WaitingWord: Sendable {
  private let isSaid = Mutex(false)

  func once(_ say: () -> Void) {
    let isFirst = isSaid.withLock { said in
      defer { said = true }
      return !said
    }
    if isFirst { say() }
  }
}
