import Dispatch
import Synchronization

/// Work that is begun at once and asked for later: a program that is waited for, while the cores do
/// something else.
package final class Aside<Answer: Sendable>: Sendable {
  private let answer = Mutex<Answer?>(nil)
  private let work: @Sendable () -> Answer
  private let done = DispatchSemaphore(value: 0)

  package init(_ work: @escaping @Sendable () -> Answer) {
    self.work = work
    DispatchQueue.global().async { [self] in
      let found = work()
      answer.withLock { $0 = found }
      done.signal()
    }
  }

  /// Waits for it, where it is not done yet.
  package func wait() -> Answer {
    done.wait()
    done.signal()
    return answer.withLock { $0 } ?? work()
  }
}
