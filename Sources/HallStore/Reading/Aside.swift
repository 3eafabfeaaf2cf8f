import Dispatch
import Synchronization

/// Work that starts at once and is awaited later: for a program that runs while the cores do
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

  /// Waits until it is done.
  package func wait() -> Answer {
    done.wait()
    done.signal()
    return answer.withLock { $0 } ?? work()
  }
}
