import Synchronization
import HallWords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C, and what else would end this process, while a program runs that may be stopped: it is
/// stopped first, and what was made for it is taken away.
enum Interruption {
  private typealias Handler = @convention(c) (Int32) -> Void
  private struct Watch {
    /// How many programs run now.
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

  /// Gives the signals back as they were.
  static func end() {
    watch.withLock { watch in
      watch.count -= 1
      guard watch.count == 0 else { return }
      for (number, handler) in watch.old { signal(number, handler) }
      watch.old = []
    }
  }
}
