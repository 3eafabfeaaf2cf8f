import HallModel
import HallSyntax
import HallWords

/// The time that each item has taken so far.
package struct MinuteClock: Sendable {
  private var spent: [Int: Int] = [:]
  private var current: (item: Int, since: Int)?

  mutating func start(_ item: Int, at now: Int) {
    if let current {
      guard current.item != item else { return }
      spent[current.item, default: 0] += max(0, now - current.since)
    }
    current = (item, now)
  }

  /// The seconds of an item.
  package func seconds(_ item: Int, at now: Int) -> Int {
    spent[item, default: 0] + (current?.item == item ? max(0, now - (current?.since ?? now)) : 0)
  }
}
