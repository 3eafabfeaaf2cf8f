import HallModel
import HallSyntax
import HallWords

/// The time that each item has taken so far.
struct MinuteClock: Sendable {
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
  func seconds(_ item: Int, at now: Int) -> Int {
    spent[item, default: 0] + (current?.item == item ? max(0, now - (current?.since ?? now)) : 0)
  }

  /// The time of the day by a hall's clock, as `15:10`.
  static func timeOfDay(_ now: Int, _ charter: Charter, _ invocation: Invocation) -> String {
    ClockReading(now, offset: invocation.context.world.offset(charter)).time.text
  }
}
