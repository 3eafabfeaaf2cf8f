#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Work on a thread of its own with a stack of 512 KB.
final class BoundThread {
  private let work: () -> Void

  init(_ work: @escaping () -> Void) { self.work = work }

  /// Returns when the work is done.
  func run() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 512 << 10)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let context = Unmanaged.passRetained(self).toOpaque()
    let failure = pthread_create(&thread, &attributes, BoundThread.start, context)
    guard failure == 0 else {
      Unmanaged<BoundThread>.fromOpaque(context).release()
      return work()
    }
    #if canImport(Darwin)
      if let thread { pthread_join(thread, nil) }
    #else
      pthread_join(thread, nil)
    #endif
  }

  #if canImport(Darwin)
    private static let start: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      { context in
        Unmanaged<BoundThread>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }
  #else
    private static let start:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { context in
          if let context { Unmanaged<BoundThread>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }
  #endif
}
