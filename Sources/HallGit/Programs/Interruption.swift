import Synchronization
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C and other ending signals while a stoppable program runs: that program is stopped first,
/// and its temporary files are removed.
enum Interruption {
  private typealias Handler = @convention(c) (Int32) -> Void
  private struct Watch {
    /// How many programs are running.
    var count = 0
    var old: [(number: Int32, handler: Handler?)] = []
  }

  private static let watch = Mutex(Watch())
  private static let came = Atomic(false)

  static var hasCome: Bool { came.load(ordering: .relaxed) }

  static func begin() {
    watch.withLock { watch in
      watch.count += 1
      guard watch.count == 1 else { return }
      came.store(false, ordering: .relaxed)
      for number in [SIGINT, SIGTERM, SIGHUP] {
        let old = signal(number) { _ in Interruption.came.store(true, ordering: .relaxed) }
        watch.old.append((number, old))
      }
    }
  }

  /// Restores the signal handling.
  static func end() {
    watch.withLock { watch in
      watch.count -= 1
      guard watch.count == 0 else { return }
      for (number, handler) in watch.old { signal(number, handler) }
      watch.old = []
    }
  }
}
