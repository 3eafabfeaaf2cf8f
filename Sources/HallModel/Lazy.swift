import Synchronization

/// A value made on first use, once, by whichever thread comes first. Once it is made, no thread waits
/// for another to read it.
package final class Lazy<Value: Sendable>: Sendable {
  private final class Made: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Made>()
  private let isFirst = Mutex(())
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  package var value: Value {
    if let made = made.load() { return made.value }
    return isFirst.withLock { _ in
      if let made = made.load() { return made.value }
      return made.storeIfNil(Made(make())).value
    }
  }
}

/// Values made on first use, once each.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let made = Mutex<[Key: Value]>([:])

  package init() {}

  package func value(for key: Key, _ make: () -> Value) -> Value {
    if let value = made.withLock({ $0[key] }) { return value }
    let value = make()
    made.withLock { $0[key] = value }
    return value
  }
}
