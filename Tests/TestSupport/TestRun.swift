import Foundation
import TestMachine

/// How the tests are run.
package enum TestRun {
  /// Whether `HALL_CI` is set: a test whose program is missing fails.
  package static let needsAllTools = ProcessInfo.processInfo.environment["HALL_CI"] != nil
  /// Whether `HALL_LONG` is set: the loops over random edits, kills and hostile texts run in full.
  package static let isLong = ProcessInfo.processInfo.environment["HALL_LONG"] != nil
}
