import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work that starts at once and is awaited later: for a program that runs while the cores do
/// something else.
///
/// It has a thread of its own: the queues of Dispatch watch their threads through /proc, which a bare
/// root does not have.
package final class Aside<Answer: Sendable>: Sendable {
  private let answer = Mutex<Answer?>(nil)
  private let work: @Sendable () -> Answer
  private let done = DispatchSemaphore(value: 0)

  package init(_ work: @escaping @Sendable () -> Answer) {
    self.work = work
    let started = OwnThread.start { [self] in
      let found = work()
      answer.withLock { $0 = found }
      done.signal()
    }
    // Where no thread can be started, the work is done when it is awaited.
    if !started { done.signal() }
  }

  /// Waits until it is done.
  package func wait() -> Answer {
    done.wait()
    done.signal()
    return answer.withLock { $0 } ?? work()
  }
}

/// A thread that does one thing and ends.
private final class OwnThread: Sendable {
  private let body: @Sendable () -> Void

  private init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// - Returns: false if no thread could be started.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let kept = Unmanaged.passRetained(OwnThread(body))
    #if canImport(Darwin)
      var thread: pthread_t?
      let fault = pthread_create(&thread, nil, { OwnThread.run($0) }, kept.toOpaque())
      if fault == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let fault = pthread_create(
        &thread, nil, { $0.flatMap(OwnThread.run) }, kept.toOpaque())
      if fault == 0 { pthread_detach(thread) }
    #endif
    if fault != 0 { kept.release() }
    return fault == 0
  }

  private static func run(_ kept: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<OwnThread>.fromOpaque(kept).takeRetainedValue().body()
    return nil
  }
}
