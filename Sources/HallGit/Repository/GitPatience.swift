import HallModel
import Synchronization
import HallWords

/// How long to wait for a call that contacts another machine.
package struct Patience {
  /// Shown after two seconds.
  package let word: ProgramCall.Waiting?
  /// The seconds after which the call is given up.
  package let limit: Int

  package init(word: ProgramCall.Waiting?, limit: Int) {
    (self.word, self.limit) = (word, limit)
  }
}

/// Whether the person was told to wait: once a call, however often the other machine is asked.
package final class WaitingWord: Sendable {
  private let isSaid = Mutex(false)

  package init() {}

  package func once(_ say: () -> Void) {
    let isFirst = isSaid.withLock { said in
      defer { said = true }
      return !said
    }
    if isFirst { say() }
  }
}
